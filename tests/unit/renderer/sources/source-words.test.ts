import { afterEach, describe, expect, it } from 'vitest';
import { READER_ERROR_CODES } from '../../../../electron/contract/errors.ts';
import type { ErrorDetail, SkipReason } from '../../../../electron/contract/model.ts';
import type { NextReason, SourceFix, SourceReport, SourceState, SourceTry } from '../../../../electron/contract/source.ts';
import { perDayWords, shareWords } from '../../../../renderer/sources/column-cells.ts';
import { dayWords, momentWords, soonWords } from '../../../../renderer/sources/day-words.ts';
import { nextWords } from '../../../../renderer/sources/next-words.ts';
import { spanWords } from '../../../../renderer/sources/span-words.ts';
import { stateWords } from '../../../../renderer/sources/state-words.ts';
import { activityWords, tookWords, tryWords } from '../../../../renderer/sources/try-words.ts';
import { whyWords } from '../../../../renderer/sources/why-words.ts';
import { showLocale } from '../../../../renderer/words/language.ts';
import { createFormats } from '../../../../renderer/words/formats.ts';
import { wordsNow as wordsOfToday } from '../../../../renderer/words/use-words.ts';
import type { Words } from '../../../../renderer/words/use-words.ts';
import { DAY, HOUR, NOW, report } from './reports.ts';

afterEach(() => showLocale('en'));

/** The words of now, on the day of NOW. */
function wordsNow(): Words {
  const { t, format } = wordsOfToday();
  return { t, format: createFormats(format.locale, () => NOW) };
}

it('the state of a source whose sign-in is gone is short, in both languages', async () => {
  const failing = report(1, { state: 'failing', code: 'sign-in-missing' });
  expect(stateWords(failing, NOW, wordsNow())).toEqual({ text: 'Sign-in missing', mark: 'broken' });
  showLocale('zh-CN');
  expect(stateWords(failing, NOW, wordsNow()).text).toBe('缺少登录信息');
});

it('a page that lost its dates says so, as a matter of time and not of failing, in both languages', () => {
  const lost = report(1, { state: 'shapeChanged', detail: { reason: 'no-dates', found: 20 }, fix: { kind: 'reviewPage' }, since: NOW - 3 * DAY });
  expect(stateWords(lost, NOW, wordsNow())).toEqual({ text: 'Page shows no dates now', mark: 'clock' });
  expect(whyWords(lost, NOW, wordsNow())?.text).toMatch(/without the dates .* first appear\. It has been so since /);
  showLocale('zh-CN');
  expect(stateWords(lost, NOW, wordsNow()).text).toBe('页面不再显示日期');
  expect(whyWords(lost, NOW, wordsNow())?.text).toMatch(/以首次出现的时间为准。自.*起一直如此。/);
});

const MINUTE = 60_000;
const STATES: readonly SourceState[] = ['healthy', 'new', 'paused', 'failing', 'gone', 'moved', 'shapeChanged', 'unsteady', 'gap', 'quiet'];
const REASONS: readonly NextReason[] = ['pace', 'floor', 'ceiling', 'feedWish', 'cache', 'backoff', 'retryAfter', 'paused', 'gone'];
const SKIPS: readonly SkipReason[] = ['notDue', 'hostHeld', 'gone', 'paused', 'offline', 'proxy', 'cancelled'];
const FIXES: readonly (SourceFix | null)[] = [null, { kind: 'retry' }, { kind: 'newAddress', url: 'https://ore.example/new' }];
const DETAILS: readonly ErrorDetail[] = [{}, { host: 'ore.example', status: 404, found: 0, before: 20, seconds: 20 }];

const state = (parts: Partial<SourceReport>) => stateWords(report(1, parts), NOW, wordsNow());
const why = (parts: Partial<SourceReport>) => whyWords(report(1, parts), NOW, wordsNow())?.text;
const tried = (parts: Partial<SourceTry>): SourceTry => ({ at: NOW, outcome: 'fresh', status: 200, code: null, detail: {}, added: 0, updated: 0, bytes: 1, ms: 1, ...parts });

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  it('every state, failure, reason and fix has words, whatever the detail', async () => {
    showLocale(locale);
    const words = wordsNow();
    const said: string[] = [];
    for (const detail of DETAILS) {
      for (const fix of FIXES) {
        for (const at of [null, NOW - 10 * DAY]) {
          for (const one of STATES) {
            const each = report(1, { state: one, detail, fix, since: at, newestAt: at, code: one === 'failing' ? 'timeout' : null });
            said.push(stateWords(each, NOW, words).text, whyWords(each, NOW, words)?.text ?? '', nextWords(each, NOW, words).when);
          }
          for (const code of READER_ERROR_CODES) {
            const each = report(1, { state: 'failing', code, detail, fix, since: at });
            said.push(stateWords(each, NOW, words).text, whyWords(each, NOW, words)?.text ?? '');
          }
        }
      }
    }
    for (const nextReason of REASONS) said.push(nextWords(report(1, { nextReason }), NOW, words).why ?? '');
    for (const reason of SKIPS) {
      for (const why of [null, ...REASONS]) {
        for (const until of [null, NOW + HOUR]) said.push(activityWords({ kind: 'leftOut', id: 1, at: NOW, feedId: 1, feedTitle: '', reason, why, until }, (moment) => words.format.time(moment), words));
      }
    }
    expect(said.filter((text) => /\{\{|\}\}|(?:sources|errors)\.\w|undefined|null|NaN/u.test(text))).toEqual([]);
    expect(said.filter((text) => /[ ]{2}|。。|\.\./u.test(text))).toEqual([]);
  });
});

describe('stateWords', () => {
  it('says what is wrong and marks it by shape', () => {
    expect(state({ state: 'failing', code: 'not-found', detail: { status: 404 } })).toEqual({ text: 'Address gone (404)', mark: 'broken' });
    expect(state({ state: 'failing', code: 'not-a-feed', detail: { status: 200 } }).text).toBe('Not a feed any more');
    expect(state({ state: 'failing', code: 'timeout' }).text).toBe('No answer');
    expect(state({ state: 'unsteady', code: 'timeout' })).toEqual({ text: 'Times out now and then', mark: 'clock' });
    expect(state({ state: 'paused' })).toEqual({ text: 'Paused by you', mark: 'pause' });
  });

  it('names a quiet source that nobody else calls dead: it answers, and has said nothing for days', () => {
    expect(state({ state: 'quiet', newestAt: NOW - 83 * DAY })).toEqual({ text: 'Nothing new for 83\u00A0days', mark: 'clock' });
    expect(state({ state: 'quiet', newestAt: null }).text).toBe('Nothing new for a long time');
  });

  it('says of a healthy one how often it is asked', () => {
    expect(state({ everyMs: 15 * MINUTE })).toEqual({ text: 'Every 15\u00A0min', mark: null });
    expect(state({ everyMs: null }).text).toBe('Healthy');
  });
});

describe('spanWords', () => {
  it.each([
    [MINUTE / 2, '1\u00A0min'],
    [17 * MINUTE, '17\u00A0min'],
    [47 * MINUTE, '45\u00A0min'],
    [58 * MINUTE, 'hour'],
    [63 * MINUTE, '65\u00A0min'],
    [HOUR, 'hour'],
    [74 * MINUTE, '75\u00A0min'],
    [87 * MINUTE, '1.5\u00A0h'],
    [1.3 * HOUR, '1.5\u00A0h'],
    [4.2 * HOUR, '4\u00A0h'],
    [6.7 * HOUR, '6.5\u00A0h'],
    [6 * HOUR, '6\u00A0h'],
    [23.9 * HOUR, 'day'],
    [DAY, 'day'],
    [36 * HOUR, '1.5\u00A0days'],
    [7 * DAY, '7\u00A0days'],
  ])('writes %d ms as %s', (span, text) => {
    expect(spanWords(span, wordsNow())).toBe(text);
  });
});

describe('whyWords', () => {
  it('gives the answer, since when, and the address that the site names', () => {
    const parts = { state: 'failing', code: 'not-found', detail: { status: 404 }, since: NOW - 6 * DAY, fix: { kind: 'newAddress', url: 'https://ore.example/new' } } as const;
    expect(whyWords(report(1, parts), NOW, wordsNow())).toEqual({
      text: 'The server has answered 404 since 12 November. The website now links to a different feed:',
      url: 'https://ore.example/new',
    });
  });

  it('says how many articles a page held before it changed', () => {
    expect(why({ state: 'shapeChanged', detail: { found: 0, before: 20 } })).toContain('0 articles were found where 20 were before');
  });

  it('has nothing to say where all is well', () => {
    expect(whyWords(report(1), NOW, wordsNow())).toBeNull();
  });
});

describe('nextWords', () => {
  it('says when, how often and why', () => {
    expect(nextWords(report(1, { nextAt: NOW + 3.5 * HOUR, everyMs: 6 * HOUR }), NOW, wordsNow())).toEqual({ when: '12:42, then every 6\u00A0h', why: 'by how often it publishes' });
  });

  it('promises no time that has passed, and none where nothing follows', () => {
    expect(nextWords(report(1, { nextAt: NOW - 1, everyMs: HOUR }), NOW, wordsNow()).when).toBe('At the next refresh, then every hour');
    expect(nextWords(report(1, { nextAt: null }), NOW, wordsNow()).when).toBe('Only when you refresh');
    expect(nextWords(report(1, { state: 'paused', nextReason: 'paused' }), NOW, wordsNow())).toEqual({ when: 'None while paused', why: null });
  });
});

describe('tryWords', () => {
  it.each([
    [{ added: 14 }, '200, 14 new'],
    [{ updated: 2 }, '200, 2 changed'],
    [{ outcome: 'notModified', status: 304 }, '304, nothing new'],
    [{ outcome: 'failed', status: 404, code: 'not-found' }, '404 Not Found'],
    [{ outcome: 'failed', status: 599, code: 'server-error' }, '599 The site has a fault'],
    [{ outcome: 'failed', status: 200, code: 'not-a-feed' }, '200, not a feed any more'],
    [{ outcome: 'failed', status: null, code: 'timeout' }, 'No answer'],
    [{ status: null, added: 1 }, 'Answered, 1 new'],
  ] as const)('writes %j as %s', (parts, text) => {
    expect(tryWords(tried(parts), wordsNow())).toBe(text);
  });

  it('says how long it took', () => {
    expect([tookWords(211.6, wordsNow()), tookWords(20_050, wordsNow())]).toEqual(['212 ms', '20 s']);
  });

  it('says until when and why a source was left out', () => {
    const row = { kind: 'leftOut', id: 1, at: NOW, feedId: 1, feedTitle: '', reason: 'notDue', why: 'backoff', until: NOW + HOUR } as const;
    expect(activityWords(row, (at) => wordsNow().format.time(at), wordsNow())).toBe('Left out until 10:12: not due yet, longer after each failure');
  });
});

describe('cells and moments', () => {
  it('call no share whole that is not, and none nothing that is something', () => {
    expect([1, 0.999, 0.004, 0, null].map((share) => shareWords(share, wordsNow()))).toEqual(['100%', '99%', '1%', '0%', '–']);
  });

  it('write fewer than one article a day as such', () => {
    expect([98, 3, 0].map((perWeek) => perDayWords(perWeek, wordsNow()))).toEqual(['14', '<1', '0']);
  });

  it('name today and yesterday, also over midnight', () => {
    const midnight = new Date(2025, 10, 18).getTime();
    expect([NOW - HOUR, midnight - 1, midnight - DAY - 1].map((at) => dayWords(at, NOW, wordsNow()))).toEqual(['08:12', 'Yesterday', '16 Nov']);
    expect(momentWords(NOW - 7 * DAY, NOW, wordsNow())).toMatch(/^11 Nov/u);
    expect([NOW + 15 * HOUR, NOW + 3 * DAY].map((at) => soonWords(at, NOW, wordsNow()))).toEqual(['00:12', expect.stringMatching(/^21 Nov/u)]);
  });
});
