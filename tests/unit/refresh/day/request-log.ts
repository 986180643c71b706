/** One request that reached a server of the simulated newsroom. */
export interface Asked {
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly validators: string | null;
  /** Of the same trip as the request before: a redirect led here. */
  readonly hop: boolean;
  /** Another host's redirect led here: it is a visit to this host like any other. */
  readonly fromOther: boolean;
  /** Other requests that this host was answering when it came. */
  readonly besides: number;
  status: number;
  endedAt: number | null;
  /** Titles that its answer held. */
  served: readonly string[];
  /** The answer ended with the machine's sleep. */
  killed: boolean;
  retryAfterMs: number | null;
  gaveValidators: string | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const described = ({ at, host, path, status }: Asked): string => `${new Date(at).toISOString()} ${host}${path} ${status}`;

/** What politeness forbids and was done all the same; empty where nothing was. */
export function impoliteness(log: readonly Asked[], floorOf: (path: string) => number): string[] {
  const faults: string[] = [];
  const visits = log.filter(({ hop }) => !hop);
  for (const [, asked] of Map.groupBy(log.filter(({ hop, fromOther }) => !hop || fromOther), ({ host }) => host)) {
    for (const [index, one] of asked.entries()) {
      const before = asked[index - 1];
      if (one.besides > 0) faults.push(`two at once: ${described(one)}`);
      // A page is asked right after the rules that allow it, and again right after a sleep that killed the request.
      if (!before || before.path === '/robots.txt' || before.killed) continue;
      if (one.at - (before.endedAt ?? before.at) < SECOND) faults.push(`no pause: ${described(before)}, ${described(one)}`);
    }
    faults.push(...duringRest(asked));
  }
  for (const [path, asked] of Map.groupBy(visits, (one) => one.host + one.path)) {
    if (path.endsWith('/robots.txt')) continue;
    for (const [index, one] of asked.entries()) {
      const before = asked[index - 1];
      if (before && !before.killed && one.at - before.at < floorOf(one.path)) faults.push(`too soon: ${described(before)}, ${described(one)}`);
    }
    const goneAt = asked.findIndex(({ status }) => status === 410);
    if (goneAt >= 0 && goneAt < asked.length - 1) faults.push(`after 410: ${path}`);
  }
  return [...faults, ...withoutValidators(log)];
}

function duringRest(asked: readonly Asked[]): string[] {
  const faults: string[] = [];
  let until = 0;
  for (const one of asked) {
    if (one.at < until) faults.push(`during rest: ${described(one)}`);
    if (one.status !== 429 && one.status !== 503) continue;
    // Robots' rules that cannot be had hold their own site only.
    if (one.path !== '/robots.txt') until = one.at + (one.retryAfterMs ?? 25 * MINUTE);
  }
  return faults;
}

function withoutValidators(log: readonly Asked[]): string[] {
  const faults: string[] = [];
  // What a feed was given at one of its addresses it sends to all of them.
  for (const [, asked] of Map.groupBy(log, (one) => one.path.replace(/^(\/new)+/, ''))) {
    let given: string | null = null;
    for (const one of asked) {
      // Another feed was led here.
      if (one.fromOther && !one.path.startsWith('/new')) continue;
      if (given !== null && one.validators !== given) faults.push(`without validators: ${described(one)}`);
      if (one.status === 200 && !one.killed) given = one.gaveValidators;
    }
  }
  return faults;
}

export const FLOORS = { feed: 30 * MINUTE, page: HOUR } as const;
