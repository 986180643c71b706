import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How long a token made for one opening may be exchanged. */
const ONCE_MS = 60_000;

const COOKIE = 'monazite';

export interface LoopbackAuth {
  /**
   * Begins and ends with a slash; everything of ours lies below it. Cookies know no ports: without a path that nobody
   * else serves, every other server on 127.0.0.1 that the same browser visits would be sent ours.
   */
  readonly base: string;
  /** The token of the printed address: good for the whole run, since the person may open it in any of their browsers. */
  readonly token: string;
  /** A token good for one exchange within a minute: the app window's command line can be read by other users of the machine. */
  issueOnce(): string;
  /** What a token earns, or null where it is not ours. */
  exchange(token: string): Entry | null;
  hasCookie(headers: IncomingHttpHeaders): boolean;
}

export interface Entry {
  /** The Set-Cookie value. */
  readonly cookie: string;
  /** The token was made for a window that we open ourselves. */
  readonly ownWindow: boolean;
}

/** Keys of one run: where everything lies, and two random values that the server alone knows, one to come in and one to stay. */
export function createLoopbackAuth(now: () => number = Date.now): LoopbackAuth {
  const token = randomKey();
  const session = randomKey();
  const base = `/${randomBytes(16).toString('base64url')}/`;
  const once = new Map<string, number>();

  function useOnce(candidate: string): boolean {
    for (const [issued, at] of once) {
      if (!sameSecret(candidate, issued)) continue;
      once.delete(issued);
      return now() - at <= ONCE_MS;
    }
    return false;
  }

  return {
    base,
    token,
    issueOnce() {
      const issued = randomKey();
      once.set(issued, now());
      return issued;
    },
    exchange(candidate) {
      const ownWindow = useOnce(candidate);
      if (!ownWindow && !sameSecret(candidate, token)) return null;
      return { cookie: `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=${base}`, ownWindow };
    },
    hasCookie(headers) {
      return cookieValues(headers.cookie ?? '', COOKIE).some((value) => sameSecret(value, session));
    },
  };
}

/**
 * Why a request is not from our own page, or null where it may be. Host stops DNS rebinding; Origin and Sec-Fetch-Site
 * stop pages of other origins, of which other ports of this machine count as the same *site*.
 */
export function foreignReason(headers: IncomingHttpHeaders, host: string): string | null {
  if (headers.host !== host) return 'host';
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return 'origin';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'site';
  return null;
}

function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares digests, so that neither length nor content shows in the time taken. */
function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

function cookieValues(header: string, name: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
