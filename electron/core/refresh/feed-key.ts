import { withoutTracking } from '../normalize/tracking.ts';

/**
 * The name by which two addresses are known to be of one feed: no scheme, `www.`, tracking or trailing slash. Parameters
 * that may choose a feed stay, unlike in an article's address. What is no address is its own name.
 */
export function feedKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const clean = new URL(withoutTracking(url));
  const login = clean.username === '' ? '' : `${clean.username}@`;
  const host = clean.host.replace(/^www\./, '').replace(/\.$/, '');
  return `${login}${host}${clean.pathname.replace(/\/+$/, '')}${clean.search}`;
}
