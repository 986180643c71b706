/** One feed of the simulated newsroom: where it is, what it publishes, and how its server answers. */
export interface Outlet {
  readonly name: string;
  readonly host: string;
  readonly path: string;
  readonly behaviour: Behaviour;
  /** Its items, oldest first. */
  readonly items: readonly Item[];
  /** Mean time between two. */
  readonly everyMs: number;
  /** Items that its document holds. */
  readonly window: number;
  readonly validators: 'etag' | 'date' | 'none';
  readonly kind: 'rss' | 'page';
}

export interface Item {
  readonly title: string;
  readonly at: number;
}

export type Behaviour =
  | 'publishing' | 'quiet' | 'slow' | 'hasty' | 'flaky' | 'paused'
  // failing
  | 'error500' | 'busy503' | 'rate429' | 'cutOff' | 'noName' | 'missing' | 'gone'
  // moving
  | 'moved301' | 'moved302' | 'moved308twice' | 'movedForAWhile' | 'movedToFollowed' | 'movedToParking' | 'movedLate' | 'ledToOne'
  // lying
  | 'always304' | 'sameBodyNewTag' | 'fromTheFuture' | 'freshForYears' | 'ttlZero' | 'ttlSixHours' | 'skipsHours'
  // pages
  | 'page' | 'pageSlowly' | 'pageForbidden' | 'pageNoRules' | 'pageTrouble' | 'pageChanged';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** How many of each there are; a host has up to six of those that share one. */
const COUNTS: Readonly<Record<Behaviour, number>> = {
  publishing: 158, quiet: 16, slow: 4, hasty: 2, flaky: 8, paused: 3,
  error500: 8, busy503: 6, rate429: 6, cutOff: 5, noName: 5, missing: 6, gone: 6,
  moved301: 8, moved302: 4, moved308twice: 4, movedForAWhile: 2, movedToFollowed: 2, movedToParking: 2, movedLate: 2, ledToOne: 8,
  always304: 4, sameBodyNewTag: 4, fromTheFuture: 4, freshForYears: 4, ttlZero: 4, ttlSixHours: 4, skipsHours: 2,
  page: 2, pageSlowly: 2, pageForbidden: 2, pageNoRules: 1, pageTrouble: 1, pageChanged: 1,
};

/** These share hosts with their like; the others have one each. */
const PER_HOST: Partial<Record<Behaviour, number>> = { publishing: 6, quiet: 2, error500: 4, busy503: 2, rate429: 2, pageSlowly: 2, ttlZero: 4, freshForYears: 2, sameBodyNewTag: 2 };

const EVERY = [20 * 60_000, HOUR, 4 * HOUR, DAY, 5 * DAY];

/** The newsroom: the same for the same random numbers. `start`: of the day, epoch milliseconds. */
export function newsroomOf(start: number, random: () => number): Outlet[] {
  return (Object.entries(COUNTS) as [Behaviour, number][]).flatMap(([behaviour, count]) =>
    Array.from({ length: count }, (_, index) => outletOf(behaviour, index, { start, random })),
  );
}

function outletOf(behaviour: Behaviour, index: number, { start, random }: { start: number; random: () => number }): Outlet {
  const name = `${behaviour}-${index}`;
  // Only what publishes often is asked often enough to be seen moving in a day.
  const paces = behaviour === 'publishing' ? EVERY.length : 2;
  const everyMs = behaviour === 'hasty' ? 2 * 60_000 : behaviour.startsWith('page') ? DAY : (EVERY[index % paces] ?? HOUR);
  const isFewItems = behaviour === 'publishing' && everyMs >= 4 * HOUR && index % 2 === 0;
  const window = behaviour === 'hasty' ? 8 : isFewItems ? 6 : 40;
  return {
    name,
    host: `${behaviour.toLowerCase()}${Math.floor(index / (PER_HOST[behaviour] ?? 1))}.example`,
    path: `/${name}`,
    behaviour,
    window,
    everyMs,
    items: itemsOf(name, { everyMs, window, from: start, to: start + DAY, random }).map((item) => (behaviour === 'quiet' ? { ...item, at: item.at - 400 * DAY } : item)),
    validators: behaviour === 'pageChanged' ? 'none' : ((['etag', 'date', 'none'] as const)[index % 3] ?? 'none'),
    kind: behaviour.startsWith('page') ? 'page' : 'rss',
  };
}

/** A window full of items from before, and those of the time itself. */
function itemsOf(name: string, { everyMs, window, from, to, random }: { everyMs: number; window: number; from: number; to: number; random: () => number }): Item[] {
  const items: Item[] = [];
  // Nobody publishes by the clock, nor twice in the same minute.
  for (let at = from - window * everyMs; at < to; at += Math.round(60_000 + everyMs * 2 * random())) items.push({ title: `${name} ${items.length}`, at });
  return items;
}

/** What its document holds at a moment, newest first. */
export function windowAt({ items, window }: Outlet, at: number): Item[] {
  return items.filter((item) => item.at <= at).slice(-window).toReversed();
}
