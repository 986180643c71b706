import { isBesideIdentity } from './tracking.ts';

/** Path parameters that name a visit: `/story;jsessionid=1A2B`. */
const PATH_SESSION = /;(?:jsessionid|phpsessid|sid)=[^/?;]*/gi;
const INDEX_PAGE = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;
/** Fragments that say how the reader came. */
const TRACKING_FRAGMENT = /^#(?:rss|feed|utm_|xtor|ref=|from=|at_|cmpid)/i;

/** Without slashes at its end. A regular expression would look at every run of slashes anew from each of its own. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

function pathOf(pathname: string): string {
  const bare = pathname.includes(';') ? pathname.replace(PATH_SESSION, '') : pathname;
  const path = withoutSlashes(bare.replace(INDEX_PAGE, '/'));
  return path.includes('%') ? path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase()) : path;
}

function queryOf(url: URL): string {
  if (url.search === '') return '';
  const parameters = [...url.searchParams].filter(([name, value]) => !isBesideIdentity(name, value)).map(([name, value]) => `${name}=${value}`);
  return parameters.length > 0 ? `?${parameters.sort().join('&')}` : '';
}

/**
 * The address by which an article is known again however it is written: no scheme, `www.`, tracking, session, order of
 * parameters, index page or trailing slash. Null where the text is no http address.
 */
export function canonicalUrl(address: string): string | null {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const host = url.hostname.replace(/^www\d?\./, '').replace(/\.$/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const fragment = url.hash.length > 1 && !TRACKING_FRAGMENT.test(url.hash) ? url.hash : '';
  return `${host}${port}${pathOf(url.pathname)}${queryOf(url)}${fragment}`;
}

/** Canonical addresses of one document, each made once: an item's link is often its guid too. */
export class CanonicalUrls {
  readonly #known = new Map<string, string | null>();

  canonical(address: string): string | null {
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const made = canonicalUrl(address);
    this.#known.set(address, made);
    return made;
  }
}
