import { describe, expect, test } from 'vitest';
import type { AlertMode } from '../../../electron/contract/watch.ts';
import { addRule } from '../../../electron/core/rules/rule-store.ts';
import { mute } from '../../../electron/core/store/mute.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { createAlarm } from '../../../electron/core/watch/alarm.ts';
import { listAlerts, nextDueAt, pruneAlerts, retimeAlerts, setAlertsSeen, takeNotices } from '../../../electron/core/watch/alerts.ts';
import { addWatch } from '../../../electron/core/watch/watches.ts';
import { DAY, HOUR, NOON } from '../store/library.ts';
import { LOUD, watchRoom, type WatchRoom } from './watch-room.ts';

const watch = (room: WatchRoom, query: string, alert: AlertMode, title = '') => addWatch(room.store, room.finder, { watched: { kind: 'search', query, exact: false }, alert, title });
const inbox = (room: WatchRoom) => listAlerts(room.store, { limit: 50 });

describe('alerts', () => {
  test('tell of what arrives, with why, and are told once', () => {
    const room = watchRoom();
    const { id } = watch(room, 'terbium quota', 'notify', 'Quotas');
    addWatch(room.store, room.finder, { watched: { kind: 'entity', entityId: 'element:Tb' }, alert: 'notify' });
    room.publish([{ guid: '1', title: 'Terbium quota cut' }, { guid: '2', title: 'Copper' }]);
    expect(inbox(room)).toMatchObject({
      unseen: 1, total: 1,
      alerts: [{ seen: false, articles: [{ title: 'Terbium quota cut' }], reasons: [{ kind: 'watch', id, title: 'Quotas', words: ['terbium', 'quota'] }, { kind: 'watch', entityId: 'element:Tb', words: [] }] }],
    });
    expect(takeNotices(room.store, NOON)).toMatchObject([{ articleTitle: 'Terbium quota cut', feedTitle: 'Metals', count: 1 }]);
    expect(takeNotices(room.store, NOON + DAY)).toEqual([]);
    expect(room.events).toContainEqual({ kind: 'alerts' });
  });

  test('never tell twice of one story, whatever comes to it and whichever watch matches', () => {
    const room = watchRoom({ stories: new Map([['ore', 7]]) });
    watch(room, 'terbium', 'notify');
    watch(room, 'ore', 'notify');
    room.publish([{ guid: '1', title: 'Terbium ore' }]);
    expect(takeNotices(room.store, NOON)).toHaveLength(1);
    room.clock.time += HOUR;
    room.publish([{ guid: '9', title: 'More ore for terbium' }, { guid: '8', title: 'Ore again' }], 'https://other.example/feed');
    expect(takeNotices(room.store, room.clock.time)).toEqual([]);
    expect(inbox(room)).toMatchObject({ total: 1, alerts: [{ articles: [{}, {}, {}] }] });
    room.publish([{ guid: '1', title: 'Terbium ore, corrected' }]);
    expect(takeNotices(room.store, room.clock.time)).toEqual([]);
  });

  test('a story that was told of while its first report stood alone is not told again', () => {
    const stories = new Map<string, number>();
    const room = watchRoom({ stories });
    watch(room, 'ore', 'notify');
    room.publish([{ guid: '1', title: 'Ore found' }]);
    expect(takeNotices(room.store, NOON)).toHaveLength(1);
    stories.set('ore', 4);
    room.publish([{ guid: '2', title: 'The ore found' }], 'https://other.example/feed');
    expect(takeNotices(room.store, NOON)).toEqual([]);
    expect(inbox(room).total).toBe(1);
  });

  test('many that stood alone are not looked through for each that comes', () => {
    const stories = new Map<string, number>();
    const room = watchRoom({ stories });
    watch(room, 'ore', 'notify');
    room.publish(Array.from({ length: 60 }, (_, n) => ({ guid: `${n}`, title: `Ore ${n} found` })));
    for (let n = 60; n < 70; n++) stories.set(`ore ${n}`, n);
    stories.set('ore 7 ', 7);
    const asked: number[] = [];
    const storyOf = room.finder.storyOf.bind(room.finder);
    room.finder.storyOf = (id) => {
      asked.push(id);
      return storyOf(id);
    };
    const ids = room.publish([...Array.from({ length: 10 }, (_, n) => ({ guid: `${60 + n}`, title: `Ore ${60 + n} found` })), { guid: 'again', title: 'Ore 7 found again' }]);
    expect(asked).toHaveLength(11);
    expect(new Set(asked)).toEqual(new Set(ids));
    // Of the story that the eighth of them turned out to be, nothing is told again.
    expect(inbox(room).total).toBe(70);
  });

  test('what is old, muted, or read by a rule is no news; what a rule wants told is', () => {
    const room = watchRoom();
    watch(room, 'ore', 'notify');
    addRule(room.store, room.finder, { title: 'Quiet', enabled: true, when: { query: 'sponsored' }, effects: { mute: true } });
    addRule(room.store, room.finder, { title: 'Seen', enabled: true, when: { query: 'daily' }, effects: { markRead: true } });
    const { id } = addRule(room.store, room.finder, { title: 'Loud', enabled: true, when: { query: 'halt' }, effects: { notify: true, markRead: true } });
    room.publish([
      { guid: '1', title: 'Old ore', publishedAt: NOON - 3 * DAY }, { guid: '2', title: 'Sponsored ore' }, { guid: '3', title: 'Daily ore' }, { guid: '4', title: 'Exports halt' },
    ]);
    expect(inbox(room)).toMatchObject({ total: 1, alerts: [{ articles: [{ title: 'Exports halt' }], reasons: [{ kind: 'rule', id, title: 'Loud', words: ['halt'] }] }] });
  });

  test('a watch that is off and what is looked up afterwards tell of nothing', async () => {
    const room = watchRoom();
    room.publish([{ guid: '1', title: 'Ore' }]);
    watch(room, 'ore', 'notify');
    watch(room, 'tin', 'off');
    await room.looks.run();
    room.publish([{ guid: '2', title: 'Tin' }, { guid: '1', title: 'Ore' }]);
    expect(inbox(room).total).toBe(0);
  });

  test('wait for the digest and for the end of quiet hours; a louder watch of the same story brings it forward', () => {
    const room = watchRoom({ clock: { time: NOON } });
    watch(room, 'ore', 'digest');
    room.publish([{ guid: '1', title: 'Ore' }]);
    expect(nextDueAt(room.store)).toBe(Date.UTC(2026, 10, 24, 8));
    expect(takeNotices(room.store, NOON + HOUR)).toEqual([]);
    watch(room, 'corrected', 'notify');
    room.publish([{ guid: '1', title: 'Ore, corrected' }]);
    expect(takeNotices(room.store, NOON)).toHaveLength(1);
    room.alerts = { ...LOUD, quiet: true, quietFrom: 11 * 60, quietTo: 13 * 60 };
    room.publish([{ guid: '2', title: 'Corrected again' }]);
    expect(nextDueAt(room.store)).toBe(NOON + HOUR);
    retimeAlerts(room.store, LOUD, 'UTC');
    expect(nextDueAt(room.store)).toBe(NOON);
  });

  test('what was muted while it waited is told of no more', () => {
    const room = watchRoom();
    watch(room, 'ore', 'digest');
    const [id = 0] = room.publish([{ guid: '1', title: 'Ore' }, { guid: '2', title: 'More ore' }]);
    mute(room.store, [id], { by: null, at: NOON });
    const at = nextDueAt(room.store) ?? 0;
    expect(at).toBeGreaterThan(NOON);
    expect(takeNotices(room.store, at)).toHaveLength(1);
    expect(takeNotices(room.store, at + DAY)).toEqual([]);
  });

  test('what was read while it waited is told of no more', () => {
    const room = watchRoom();
    watch(room, 'ore', 'digest');
    const [id = 0] = room.publish([{ guid: '1', title: 'Ore' }, { guid: '2', title: 'More ore' }]);
    setRead(room.store, [id], true);
    expect(takeNotices(room.store, nextDueAt(room.store) ?? 0)).toHaveLength(1);
  });

  test('more than three at once are one notice; seen ones are none', () => {
    const room = watchRoom();
    watch(room, 'ore', 'notify');
    room.publish(Array.from({ length: 5 }, (_, n) => ({ guid: `${n}`, title: `Ore ${n}` })));
    const [first] = inbox(room).alerts;
    expect(setAlertsSeen(room.store, [first?.id ?? 0, 999], true, NOON)).toEqual([first?.id]);
    expect(takeNotices(room.store, NOON)).toMatchObject([{ count: 4, alertIds: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)] }]);
    expect(setAlertsSeen(room.store, 'all', true, NOON)).toHaveLength(4);
    expect(setAlertsSeen(room.store, [first?.id ?? 0], false, NOON)).toEqual([first?.id]);
    expect(inbox(room)).toMatchObject({ unseen: 1, total: 5 });
  });

  test('come by pages; past 2,000 the oldest are forgotten', () => {
    const room = watchRoom();
    room.store.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2005) INSERT INTO alerts (at, due_at, digest) SELECT i, i, 0 FROM n");
    const first = listAlerts(room.store, { limit: 2 });
    expect(first).toMatchObject({ total: 2005, alerts: [{ at: 2005 }, { at: 2004 }], nextCursor: expect.any(String) });
    expect(listAlerts(room.store, { limit: 2, cursor: first.nextCursor }).alerts[0]?.at).toBe(2003);
    pruneAlerts(room.store);
    expect(inbox(room).total).toBe(2000);
    expect(() => listAlerts(room.store, { limit: 1, cursor: 'x' })).toThrow('cursor');
  });

  test('an article that was read already by a person is told of no more than once it is unread again', () => {
    const room = watchRoom();
    const [id = 0] = room.publish([{ guid: '1', title: 'Tin' }]);
    setRead(room.store, [id], true);
    watch(room, 'ore', 'notify');
    room.publish([{ guid: '1', title: 'Tin ore' }]);
    expect(inbox(room).total).toBe(0);
  });
});

describe('the alarm', () => {
  test('rings when something is due, looks again every minute, and not for what is due already', () => {
    const timers: { run: () => void; ms: number }[] = [];
    let now = 0;
    let next: number | null = 90_000;
    let rung = 0;
    const alarm = createAlarm({ now: () => now, nextAt: () => next, ring: () => { rung += 1; }, timers: { set: (run, ms) => timers.push({ run, ms }), clear: () => undefined } });
    const fire = (): number => {
      const timer = timers.shift();
      now += timer?.ms ?? 0;
      timer?.run();
      return timer?.ms ?? -1;
    };
    alarm.set();
    expect([fire(), rung, fire(), rung]).toEqual([60_000, 0, 30_000, 1]);
    // It was told of, but nobody took it: whoever shows it comes later.
    expect(timers).toEqual([]);
    next = now + 1000;
    alarm.set();
    next = null;
    alarm.set();
    expect([fire(), rung]).toEqual([1000, 1]);
    next = now + 1000;
    alarm.set();
    alarm.close();
    expect([fire(), rung, timers.length]).toEqual([1000, 1, 0]);
  });
});
