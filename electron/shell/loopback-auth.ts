import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How long a token made for one opening may be exchanged. */
const ONCE_MS = 60_000;

export interface LoopbackAuth {
  /** The token of the printed address: good for the whole run, since the person may open it in any of their browsers. */
  readonly token: string;
  /** A token good for one exchange within a minute: the app window's command line can be read by other users of the machine. */
  issueOnce(): string;
  /** The Set-Cookie value that a token earns, or null where it is not ours. */
  exchange(token: string): string | null;
  hasCookie(headers: IncomingHttpHeaders): boolean;
}

/** Keys of one run: two random values that the server alone knows, one to come in and one to stay. */
export function createLoopbackAuth(port: number, now: () => number = Date.now): LoopbackAuth {
  const token = randomKey();
  const session = randomKey();
  const cookie = `monazite-${port}`;
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
    token,
    issueOnce() {
      const issued = randomKey();
      once.set(issued, now());
      return issued;
    },
    exchange(candidate) {
      if (!sameSecret(candidate, token) && !useOnce(candidate)) return null;
      return `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    hasCookie(headers) {
      return cookieValues(headers.cookie ?? '', cookie).some((value) => sameSecret(value, session));
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
