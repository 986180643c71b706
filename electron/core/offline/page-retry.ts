import { NETWORK_CODES } from '../../contract/errors.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** After a silent network or a server in trouble; twice as long each time, up to a day. */
const FIRST_MS = 10 * MINUTE;
/** After an answer that is no: it was not meant for us, or is no article. */
const REFUSED_MS = 30 * DAY;

export interface PageTry {
  readonly code: string;
  /** Before this one. */
  readonly tries: number;
  /** Until when its host, or its own Retry-After, wants rest; null where they want none. */
  readonly restsUntil: number | null;
  readonly now: number;
}

/** When the page of an article may be asked for again without a person's word. Epoch milliseconds. Pure. */
export function retryPageAt({ code, tries, restsUntil, now }: PageTry): number {
  const isPassing = code === 'server-error' || code === 'rate-limited' || code === 'engine-stopped' || code === 'internal' || (NETWORK_CODES as ReadonlySet<string>).has(code);
  const wait = isPassing ? Math.min(DAY, FIRST_MS * 2 ** Math.min(20, tries)) : REFUSED_MS;
  return Math.max(now + wait, restsUntil ?? 0);
}
