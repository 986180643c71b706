import { decoded, joinAddress, maskOf, publicAddress } from '../secret-address.ts';
import { hostOf } from './address.ts';
import { FetchStopped } from './fetch-failure.ts';
import type { Login } from './login.ts';
import { addressFor, loginHeader, maskAddress, mayHear, withoutLogin } from './login.ts';

/** Where a request goes: an address without user, password and fragment, and the headers that sign in there. */
export interface Target {
  readonly url: URL;
  readonly signIn: Readonly<Record<string, string>>;
}

const NO_SIGN_IN: Target['signIn'] = {};

function toTarget(url: URL): Target {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchStopped('unsupported-scheme', { host: url.host, scheme: url.protocol.slice(0, -1) });
  }
  if (url.hostname === '') throw new FetchStopped('invalid-address', { host: hostOf(url.href) });
  url.hash = '';
  if (url.username === '' && url.password === '') return { url, signIn: NO_SIGN_IN };
  const [user, password] = [decoded(url.username), decoded(url.password)];
  url.username = '';
  url.password = '';
  return { url, signIn: loginHeader({ kind: 'basic', user, password }) };
}

/** The target that an absolute address names, with the login where that address may hear it. Throws FetchStopped. */
export function parseTarget(address: string, login: Login | null = null): Target {
  const url = URL.parse(addressFor(address, login));
  if (!url) throw new FetchStopped('invalid-address', { host: hostOf(address) });
  const target = toTarget(url);
  return login && mayHear(login.origin, url) ? { url: target.url, signIn: { ...target.signIn, ...loginHeader(login.credentials) } } : target;
}

/**
 * The target of a redirect. RFC 9110 section 15.4: a login goes along within one origin, and does not come back to a trip
 * that has left it. Throws FetchStopped.
 */
export function redirectTarget(from: Target, location: string | null, status: number, login: Login | null = null): Target {
  // Header bytes arrive as Latin-1; servers put raw UTF-8 into Location.
  const url = location === null ? null : URL.parse(Buffer.from(location, 'latin1').toString('utf8'), from.url.href);
  if (!url) throw new FetchStopped('http-error', { host: from.url.host, status });
  const target = toTarget(url);
  if (mayHear(from.url.origin, target.url)) return { url: target.url, signIn: { ...from.signIn, ...target.signIn } };
  // A server that sends every request on as it came would hand the key of its address to the next host.
  return login ? { url: new URL(withoutLogin(target.url.href, login)), signIn: target.signIn } : target;
}

/**
 * The address to remember for a target, in which nothing is secret; null where only a key that we were not given leads there.
 * An address that was stored before with a login in it keeps that where it still holds.
 */
export function addressOf(target: Target, asked: string, login: Login | null = null): string | null {
  if (login) {
    const masked = maskAddress(target.url.href, login, maskOf(asked));
    return joinAddress(masked, login.parts) === null ? null : masked;
  }
  if (publicAddress(asked) === asked && publicAddress(target.url.href) !== target.url.href) return null;
  const original = URL.parse(asked);
  if (!('authorization' in target.signIn) || original?.host !== target.url.host) return target.url.href;
  const address = new URL(target.url.href);
  address.username = original.username;
  address.password = original.password;
  return address.href;
}
