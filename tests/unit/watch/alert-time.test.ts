import { describe, expect, test } from 'vitest';
import type { AlertSettings } from '../../../electron/contract/watch.ts';
import { alertDueAt, isQuiet, minuteOfDay, nextMinute } from '../../../electron/core/watch/alert-time.ts';

const settings: AlertSettings = { quiet: true, quietFrom: 22 * 60, quietTo: 7 * 60, digestAt: 8 * 60, notify: true };
const due = (at: string, zone: string, change: Partial<AlertSettings> = {}, digest = false): string => new Date(alertDueAt(Date.parse(at), { digest, settings: { ...settings, ...change }, zone })).toISOString();

const quiet = (at: string): boolean => isQuiet(Date.parse(at), settings, 'UTC');

describe('quiet hours', () => {
  test('go past midnight, and end on the minute', () => {
    expect(['2026-11-23T21:59:59Z', '2026-11-23T22:00:00Z', '2026-11-24T00:00:00Z', '2026-11-24T06:59:59Z', '2026-11-24T07:00:00Z'].map(quiet)).toEqual([false, true, true, true, false]);
    expect(due('2026-11-23T23:30:15Z', 'UTC')).toBe('2026-11-24T07:00:00.000Z');
    expect(due('2026-11-24T03:00:00Z', 'UTC')).toBe('2026-11-24T07:00:00.000Z');
    expect(due('2026-11-24T12:34:56Z', 'UTC')).toBe('2026-11-24T12:34:56.000Z');
  });

  test('within one day, none, and turned off', () => {
    expect(due('2026-11-23T13:00:00Z', 'UTC', { quietFrom: 12 * 60, quietTo: 14 * 60 })).toBe('2026-11-23T14:00:00.000Z');
    expect(due('2026-11-23T11:59:00Z', 'UTC', { quietFrom: 12 * 60, quietTo: 14 * 60 })).toBe('2026-11-23T11:59:00.000Z');
    expect(due('2026-11-23T23:00:00Z', 'UTC', { quietFrom: 60, quietTo: 60 })).toBe('2026-11-23T23:00:00.000Z');
    expect(due('2026-11-23T23:00:00Z', 'UTC', { quiet: false })).toBe('2026-11-23T23:00:00.000Z');
  });

  test('are told by the clock on the wall, whatever the zone', () => {
    // 23:30 in Shanghai, half past five in Kathmandu's odd quarter, noon in New York.
    expect(due('2026-11-23T15:30:00Z', 'Asia/Shanghai')).toBe('2026-11-23T23:00:00.000Z');
    expect(due('2026-11-23T23:45:00Z', 'Asia/Kathmandu')).toBe('2026-11-24T01:15:00.000Z');
    expect(due('2026-11-23T17:00:00Z', 'America/New_York')).toBe('2026-11-23T17:00:00.000Z');
  });

  test('end at seven also in the nights in which clocks are set', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00; 25 October 2026: 03:00 becomes 02:00.
    expect(due('2026-03-28T22:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T05:00:00.000Z');
    expect(due('2026-10-24T21:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T06:00:00.000Z');
  });

  test('an hour that clocks skip is over when they have', () => {
    const at = nextMinute(Date.parse('2026-03-28T23:00:00Z'), 150, 'Europe/Berlin');
    expect(minuteOfDay(at, 'Europe/Berlin')).toBe(210);
  });
});

describe('the digest', () => {
  test('comes once a day at its hour', () => {
    expect(due('2026-11-23T08:00:30Z', 'UTC', {}, true)).toBe('2026-11-23T08:00:30.000Z');
    expect(due('2026-11-23T08:01:00Z', 'UTC', {}, true)).toBe('2026-11-24T08:00:00.000Z');
    expect(due('2026-11-23T01:00:00Z', 'Asia/Shanghai', {}, true)).toBe('2026-11-24T00:00:00.000Z');
  });

  test('waits for the end of quiet hours that it falls into', () => {
    expect(due('2026-11-23T12:00:00Z', 'UTC', { digestAt: 6 * 60 }, true)).toBe('2026-11-24T07:00:00.000Z');
  });
});
