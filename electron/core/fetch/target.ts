import { hostOf } from './address.ts';
import { FetchStopped } from './fetch-failure.ts';

/** Where a request goes: an address without user, password and fragment, and the login that it named. */
export interface Target {
  readonly url: URL;
  /** Value of the Authorization header, or null. */
  readonly authorization: string | null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A bare percent sign in a password stands for itself.
    return part;
  }
}

function toTarget(url: URL): Target {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchStopped('unsupported-scheme', { host: url.host, scheme: url.protocol.slice(0, -1) });
  }
  if (url.hostname === '') throw new FetchStopped('invalid-address', { host: hostOf(url.href) });
  url.hash = '';
  if (url.username === '' && url.password === '') return { url, authorization: null };
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  url.username = '';
  url.password = '';
  return { url, authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** The target that an absolute address names. Throws FetchStopped. */
export function parseTarget(address: string): Target {
  const url = URL.parse(address);
  if (!url) throw new FetchStopped('invalid-address', { host: hostOf(address) });
  return toTarget(url);
}

/** The target of a redirect. RFC 9110 section 15.4: a login goes along to the same origin only. Throws FetchStopped. */
export function redirectTarget(from: Target, location: string | null, status: number): Target {
  // Header bytes arrive as Latin-1; servers put raw UTF-8 into Location.
  const url = location === null ? null : URL.parse(Buffer.from(location, 'latin1').toString('utf8'), from.url.href);
  if (!url) throw new FetchStopped('http-error', { host: from.url.host, status });
  const target = toTarget(url);
  const sameHost = url.host === from.url.host && !(from.url.protocol === 'https:' && url.protocol === 'http:');
  return { url, authorization: target.authorization ?? (sameHost ? from.authorization : null) };
}

/** The address to remember for a target: with the person's own login where it still holds. */
export function addressOf(target: Target, asked: string): string {
  const original = URL.parse(asked);
  if (target.authorization === null || original?.host !== target.url.host) return target.url.href;
  const address = new URL(target.url.href);
  address.username = original.username;
  address.password = original.password;
  return address.href;
}
