import type { Store } from './store.ts';

/** A host that asked for rest (RFC 9110 section 10.2.3), and how many times in a row. */
export interface HostHold {
  readonly host: string;
  readonly until: number;
  readonly times: number;
}

/** Every hold, those that have ended included: the next one of the same host lasts longer. */
export function hostHolds(store: Store): HostHold[] {
  return store.all<HostHold>('SELECT host, until_at AS until, times FROM host_holds');
}

/** No host is believed for longer than a week: a later end was written under a clock that was wrong. */
const LONGEST = 8 * 24 * 60 * 60_000;

/** Whether a host is to be left alone now. */
export function isHolding({ until }: Pick<HostHold, 'until'>, now: number): boolean {
  return until > now && until <= now + LONGEST;
}

/** A hold outlives the app: a host that asked for a day of rest gets it across a restart. */
export function holdHost(store: Store, { host, until, times }: HostHold): void {
  store.run('INSERT INTO host_holds VALUES (?, ?, ?) ON CONFLICT (host) DO UPDATE SET until_at = excluded.until_at, times = excluded.times', host, until, times);
}

/** The host answers again. */
export function releaseHost(store: Store, host: string): void {
  store.run('DELETE FROM host_holds WHERE host = ?', host);
}
