import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedId } from '../../../electron/contract/model.ts';
import type { ActivityRow, SourceReport } from '../../../electron/contract/source.ts';
import { activityPage } from '../../../electron/core/query/activity-page.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { sourcesReport } from '../../../electron/core/query/sources-report.ts';
import { feedRecords, pauseFeed } from '../../../electron/core/store/feeds.ts';
import { seededRandom } from '../../seeded-random.ts';
import { NewsroomDesk } from './day/newsroom-desk.ts';
import { DayServer } from './day/newsroom-server.ts';
import { newsroomOf, windowAt, type Behaviour, type Outlet } from './day/outlet.ts';
import { FLOORS, impoliteness, type Asked } from './day/request-log.ts';
import { SimulatedTime } from './day/simulated-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 18);
const SLEEP = { from: START + 9 * HOUR, ms: 3 * HOUR };
const CUT = { from: START + 15 * HOUR, ms: 2 * HOUR };
const END = START + 24 * HOUR;

const outlets = newsroomOf(START, seededRandom(20261118));
const time = new SimulatedTime(START);
const ids = new Map<Outlet, FeedId>();
let server: DayServer;
let desk: NewsroomDesk;
let sources: ReadonlyMap<FeedId, SourceReport>;
let activity: readonly ActivityRow[];

beforeAll(async () => {
  server = await DayServer.open(outlets, time);
  desk = new NewsroomDesk(server, time, seededRandom(7));
  for (const outlet of outlets) ids.set(outlet, desk.follow(outlet));
  for (const outlet of of('paused')) pauseFeed(desk.store, idOf(outlet), true);
  await desk.liveUntil(SLEEP.from);
  await sleepAmidRequests();
  await desk.liveUntil(CUT.from);
  server.cut(true);
  await desk.liveUntil(CUT.from + CUT.ms);
  server.cut(false);
  await desk.liveUntil(END);
  sources = new Map(sourcesReport(desk.store, time.now()).sources.map((source) => [source.feedId, source]));
  activity = wholeLog();
}, 240_000);

afterAll(async () => {
  await desk.close();
  await server.close();
});

/** The machine falls asleep while requests are under way, which die with it. */
async function sleepAmidRequests(): Promise<void> {
  const end = SLEEP.from + HOUR;
  while (server.held === 0 && time.now() < end) await desk.liveUntil(time.nextAt ?? end);
  expect(server.held).toBeGreaterThan(0);
  time.sleep(SLEEP.ms);
  server.killAll();
}

function wholeLog(): ActivityRow[] {
  const rows: ActivityRow[] = [];
  for (let before: number | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
    const page = activityPage(desk.store, { limit: 500, before });
    rows.push(...page.rows);
    before = page.nextBefore;
  }
  return rows.toReversed();
}

function of(...behaviours: Behaviour[]): Outlet[] {
  return outlets.filter(({ behaviour }) => behaviours.includes(behaviour));
}

function idOf(outlet: Outlet): FeedId {
  return ids.get(outlet) ?? 0;
}

function sourceOf(outlet: Outlet): SourceReport {
  const source = sources.get(idOf(outlet));
  if (!source) throw new Error(`no report on ${outlet.name}`);
  return source;
}

/** Requests for a feed at any of its addresses, or for its page. */
function askedOf({ name }: Outlet): Asked[] {
  return server.log.filter((asked) => asked.path.endsWith(`/${name}`));
}

function leftOut({ reason, why }: { reason: string; why: string | undefined }): Set<FeedId> {
  return new Set(activity.flatMap((row) => (row.kind === 'leftOut' && row.reason === reason && (why === undefined || row.why === why) ? [row.feedId] : [])));
}

function storedTitles(outlet: Outlet): string[] {
  return desk.store.all<{ title: string }>('SELECT title FROM articles WHERE feed_id = ?', idOf(outlet)).map(({ title }) => title);
}

test('the newsroom is as large as said, and nothing of ours failed', () => {
  expect([outlets.length, new Set(outlets.map(({ host }) => host)).size]).toEqual([300, expect.any(Number)]);
  expect(new Set(outlets.map(({ host }) => host)).size).toBeGreaterThan(110);
  expect(desk.faults).toEqual([]);
  expect(server.log.length).toBeGreaterThan(3000);
});

describe('no request that politeness forbids', () => {
  test('one at a time, a second apart, never during a rest, never too soon, never after 410, always with validators', () => {
    const pages = new Set(outlets.filter(({ kind }) => kind === 'page').map(({ path }) => path));
    expect(impoliteness(server.log, (path) => (pages.has(path) ? FLOORS.page : FLOORS.feed))).toEqual([]);
  });

  test('and all of that also where eight hosts lead to one', () => {
    const asked = server.log.filter(({ host }) => host === 'one.example').toSorted((a, b) => a.at - b.at);
    expect(new Set(asked.map(({ path }) => path)).size).toBe(8);
    expect(asked.every(({ fromOther }) => fromOther)).toBe(true);
  });

  test('wishes of feeds and of Cache-Control are kept', () => {
    for (const outlet of of('freshForYears')) expect(askedOf(outlet)).toHaveLength(1);
    for (const outlet of of('ttlSixHours')) {
      const times = askedOf(outlet).map(({ at }) => at);
      expect(times.slice(1).every((at, index) => at - (times[index] ?? 0) >= 6 * HOUR)).toBe(true);
      expect(times.length).toBeGreaterThan(2);
    }
    for (const outlet of of('skipsHours')) expect(askedOf(outlet).slice(1).filter(({ at }) => new Date(at).getUTCHours() >= 1 && new Date(at).getUTCHours() <= 6)).toEqual([]);
  });

  test('robots.txt is asked once a day and kept to', () => {
    for (const outlet of of('pageForbidden', 'pageTrouble')) expect(askedOf(outlet)).toEqual([]);
    for (const outlet of of('page', 'pageSlowly', 'pageNoRules')) expect(askedOf(outlet).length).toBeGreaterThan(1);
    const rules = Map.groupBy(server.log.filter(({ path }) => path === '/robots.txt'), ({ host }) => host);
    for (const [host, asked] of rules) expect([host, asked.length <= (host.startsWith('pagetrouble') ? 24 : 1)]).toEqual([host, true]);
    const [first, second] = of('pageSlowly');
    const visits = [first, second].flatMap((outlet) => (outlet ? askedOf(outlet) : [])).toSorted((a, b) => a.at - b.at);
    const hasty = visits.filter((visit, index) => {
      const before = visits[index - 1];
      return before !== undefined && !before.killed && visit.at - (before.endedAt ?? 0) < 30_000;
    });
    expect(hasty).toEqual([]);
  });

  test('feeds that say nothing new are asked less and less, and none less than once a day', () => {
    for (const outlet of of('quiet')) expect([askedOf(outlet).length, sourceOf(outlet).nextReason]).toEqual([1, 'ceiling']);
    for (const source of sources.values()) expect(source.everyMs ?? 0).toBeLessThanOrEqual(24 * HOUR);
  });

  test('failing feeds are asked less and less, and never given up', () => {
    for (const outlet of of('error500')) {
      const times = askedOf(outlet).map(({ at }) => at);
      expect(times.length).toBeGreaterThan(3);
      expect(times.length).toBeLessThan(9);
      expect(sourceOf(outlet).nextAt).toBeGreaterThan(END - MINUTE);
    }
    for (const outlet of of('noName')) expect(activity.filter((row) => row.kind === 'asked' && row.feedId === idOf(outlet)).length).toBeGreaterThan(2);
  });
});

describe('no lost and no doubled article', () => {
  test('what each answer held has arrived, once, and nothing else', () => {
    for (const outlet of outlets) {
      const titles = storedTitles(outlet);
      const served = new Set(askedOf(outlet).flatMap((asked) => asked.served));
      if (outlet.behaviour === 'movedToFollowed' || outlet.behaviour === 'pageChanged') continue;
      expect([outlet.name, titles.toSorted()]).toEqual([outlet.name, [...served].toSorted()]);
    }
  });

  test('no item of a publishing feed left its window unseen', () => {
    const lost = of('publishing', 'slow', 'sameBodyNewTag', 'fromTheFuture', 'ttlZero', 'moved301', 'moved302', 'moved308twice', 'ledToOne').flatMap((outlet) => {
      const last = askedOf(outlet).findLast(({ status }) => status === 200 || status === 304)?.at ?? START;
      const seen = new Set(storedTitles(outlet));
      const first = Math.min(...outlet.items.filter(({ title }) => seen.has(title)).map(({ at }) => at));
      return outlet.items.filter(({ at, title }) => at >= first && at <= last && !seen.has(title)).map(({ title }) => title);
    });
    expect(lost).toEqual([]);
  });

  test('news of lively feeds is there soon', () => {
    for (const outlet of of('publishing').filter(({ everyMs }) => everyMs <= 4 * HOUR)) {
      expect(storedTitles(outlet)).toContain(windowAt(outlet, END - 4 * HOUR)[0]?.title);
    }
  });

  test('unread counts are true', () => {
    const articles = desk.store.get<{ count: number }>('SELECT count(*) AS count FROM articles')?.count;
    const { all, unread, feeds } = counts(desk.store, time.now());
    expect([all, unread, Object.values(feeds).reduce((sum, count) => sum + count, 0)]).toEqual([articles, articles, articles]);
    for (const outlet of outlets) expect(feeds[idOf(outlet)] ?? 0).toBe(storedTitles(outlet).length);
  });
});

describe('every state is in the report', () => {
  test.each([
    ['healthy', ['publishing', 'slow', 'always304', 'sameBodyNewTag', 'fromTheFuture', 'freshForYears', 'ttlZero', 'ttlSixHours', 'skipsHours', 'moved301', 'moved302', 'moved308twice', 'movedForAWhile', 'ledToOne', 'busy503', 'rate429', 'page', 'pageSlowly', 'pageNoRules']],
    ['failing', ['error500', 'cutOff', 'noName', 'missing', 'movedToParking', 'pageForbidden', 'pageTrouble']],
    ['gone', ['gone']],
    ['quiet', ['quiet']],
    ['paused', ['paused']],
    ['moved', ['movedToFollowed', 'movedLate']],
    ['shapeChanged', ['pageChanged']],
    ['gap', ['hasty']],
  ] as const)('%s', (state, behaviours) => {
    for (const outlet of of(...behaviours)) expect([outlet.name, sourceOf(outlet).state]).toEqual([outlet.name, state]);
  });

  test('unsteady, or failing just now', () => {
    const states = of('flaky').map((outlet) => sourceOf(outlet).state);
    expect(states.filter((state) => state !== 'unsteady' && state !== 'failing')).toEqual([]);
    expect(states).toContain('unsteady');
  });

  test('new, for what was followed a moment ago', () => {
    const [outlet] = outlets;
    if (!outlet) throw new Error('there are outlets');
    const id = desk.follow({ ...outlet, path: '/just-now' });
    expect(sourcesReport(desk.store, time.now()).sources.find(({ feedId }) => feedId === id)?.state).toBe('new');
  });

  test('moved feeds are at their new address, others where they were', () => {
    const addressOf = new Map(feedRecords(desk.store).map((feed) => [feed.id, feed.feedUrl]));
    for (const outlet of of('moved301')) expect(addressOf.get(idOf(outlet))).toBe(`http://${outlet.host}/new${outlet.path}`);
    for (const outlet of of('moved308twice')) expect(addressOf.get(idOf(outlet))).toBe(`http://${outlet.host}/new/new${outlet.path}`);
    for (const outlet of of('moved302', 'movedForAWhile', 'movedLate', 'movedToParking', 'movedToFollowed')) {
      expect(addressOf.get(idOf(outlet))).toBe(`http://${outlet.host}${outlet.path}`);
    }
  });

  test('the engine’s last day is drawn whole', () => {
    const { slots } = sourcesReport(desk.store, time.now());
    const asked = activity.filter((row) => row.kind === 'asked' && row.at >= (slots[0]?.at ?? 0));
    expect(slots.reduce((sum, slot) => sum + slot.asked, 0)).toBe(asked.length);
    const asleep = slots.filter(({ at }) => at >= SLEEP.from + HOUR && at < SLEEP.from + SLEEP.ms - HOUR);
    expect(asleep.every((slot) => slot.asked === 0)).toBe(true);
  });
});

describe('the log says why each one was left out', () => {
  test.each([
    ['paused', undefined, ['paused']],
    ['gone', undefined, ['gone']],
    ['hostHeld', undefined, ['busy503', 'rate429']],
    ['notDue', 'cache', ['freshForYears']],
    ['notDue', 'feedWish', ['ttlSixHours', 'skipsHours']],
    ['notDue', 'backoff', ['error500', 'cutOff', 'noName', 'missing']],
    ['notDue', 'ceiling', ['quiet']],
    ['notDue', 'pace', ['page', 'pageSlowly']],
  ] as const)('%s %s', (reason, why, behaviours) => {
    const told = leftOut({ reason, why });
    for (const outlet of of(...behaviours)) expect([outlet.name, told.has(idOf(outlet))]).toEqual([outlet.name, true]);
  });

  test('until when, where that is known', () => {
    const timed = activity.filter((row) => row.kind === 'leftOut' && (row.reason === 'hostHeld' || row.reason === 'notDue'));
    expect(timed.length).toBeGreaterThan(900);
    expect(timed.filter((row) => row.kind === 'leftOut' && !((row.until ?? 0) > row.at))).toEqual([]);
  });

  test('a missing network is said of those that were due, and is nobody’s failure', () => {
    const during = activity.filter(({ at }) => at > CUT.from + MINUTE && at < CUT.from + CUT.ms);
    expect(during.some((row) => row.kind === 'leftOut' && row.reason === 'offline')).toBe(true);
    expect(during.filter((row) => row.kind === 'asked')).toEqual([]);
  });

  test('a sleep is nobody’s failure', () => {
    for (const outlet of of('slow', 'publishing')) {
      expect([outlet.name, sourceOf(outlet).days.failed.reduce((sum, failed) => sum + failed, 0)]).toEqual([outlet.name, 0]);
    }
  });
});
