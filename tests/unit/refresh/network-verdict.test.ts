import { expect, test } from 'vitest';
import { isNetworkMissing, type NetworkEvidence } from '../../../electron/core/refresh/network-verdict.ts';

const silent = (host: string, failedBefore = false) => ({ host, failedBefore });
const evidence = (patch: Partial<NetworkEvidence>): NetworkEvidence => ({
  unanswered: [],
  answered: false,
  wasAll: false,
  offlineAlready: false,
  hasNetwork: true,
  ...patch,
});

test('no server of several hosts answers: the network is missing', () => {
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example'), silent('b.example')] }))).toBe(true);
});

test('one host does not make a network, however many feeds it has', () => {
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example'), silent('a.example')] }))).toBe(false);
});

test('one silent feed is the network only where it is all that is followed', () => {
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example')] }))).toBe(false);
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example')], wasAll: true }))).toBe(true);
});

test('feeds that failed last time prove nothing', () => {
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example', true), silent('b.example', true), silent('c.example')] }))).toBe(false);
});

test('any answer shows a network', () => {
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example'), silent('b.example')], answered: true }))).toBe(false);
});

test('while offline, a single silent feed does not end it', () => {
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example', true)], offlineAlready: true }))).toBe(true);
});

test('a machine without an address is offline for others, but not for its own servers', () => {
  expect(isNetworkMissing(evidence({ unanswered: [silent('a.example')], answered: true, hasNetwork: false }))).toBe(true);
  expect(isNetworkMissing(evidence({ unanswered: [silent('127.0.0.1:8080')], answered: true, hasNetwork: false }))).toBe(false);
});
