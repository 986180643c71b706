import { isBesideIdentity } from './tracking.ts';

/** Path parameters that name a visit: `/story;jsessionid=1A2B`. */
const PATH_SESSION = /;(?:jsessionid|phpsessid|sid)=[^/?;]*/gi;
const INDEX_PAGE = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;
/** Fragments that say how the reader came. */
const TRACKING_FRAGMENT = /^#(?:rss|feed|utm_|xtor|ref=|from=|at_|cmpid)/i;

/**
 * The address by which an article is known again however it is written: no scheme, `www.`, tracking, session, order of
 * parameters, index page or trailing slash. Null where the text is no http address.
 */
export function canonicalUrl(address: string): string | null {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const host = url.hostname.replace(/^www\d?\./, '').replace(/\.$/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = url.pathname.replace(PATH_SESSION, '').replace(INDEX_PAGE, '/').replace(/\/+$/, '').replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  const parameters = [...url.searchParams].filter(([name, value]) => !isBesideIdentity(name, value)).map(([name, value]) => `${name}=${value}`);
  const query = parameters.length > 0 ? `?${parameters.sort().join('&')}` : '';
  const fragment = url.hash.length > 1 && !TRACKING_FRAGMENT.test(url.hash) ? url.hash : '';
  return `${host}${port}${path}${query}${fragment}`;
}
