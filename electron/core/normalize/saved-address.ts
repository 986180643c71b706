import { canonicalUrl } from './canonical-url.ts';
import { addressName } from './identity.ts';

/** The key by which a link is known again however it is written; null where it is no http address. */
export function savedAddressKey(url: string | null): string | null {
  return url === null ? null : addressName(canonicalUrl(url));
}

/** Whether an address is that of a whole site, where a page that is gone often leads. */
export function isFrontPage(url: string): boolean {
  const at = URL.parse(url);
  return at !== null && at.pathname === '/' && at.search === '';
}
