import { withoutLogin } from './tracking.ts';

/** An http address made absolute and freed of user and password, or null. */
export function webAddress(address: string | null, base: string): string | null {
  const url = address === null ? null : URL.parse(address.trim(), base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.href.length > 8192) return null;
  return withoutLogin(url).href;
}
