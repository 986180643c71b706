import { extname, resolve } from 'node:path';

/** What another program asks the app to open, as far as its words tell. Plain data: it crosses to a running instance. */
export type OpenRequest =
  /** An address, perhaps without its scheme. */
  | { readonly kind: 'feed'; readonly url: string }
  | { readonly kind: 'article'; readonly articleId: number }
  /** A subscription list, absolute. */
  | { readonly kind: 'file'; readonly path: string };

/** What the system is told that we open. */
export const LINK_SCHEMES = ['feed', 'monazite'] as const;

const MOST_LENGTH = 8192;

/**
 * Reads a `feed:` link (`feed://host/path` or `feed:https://…`, as the "feed" URI scheme draft has both), a link of our own
 * (`monazite://subscribe?url=…`, `monazite://article/12`). Null for every other.
 */
export function requestOfLink(link: string): OpenRequest | null {
  if (link.length > MOST_LENGTH) return null;
  const feed = /^feed:(?:\/\/)?(.+)$/is.exec(link.trim())?.[1];
  if (feed !== undefined) return feedRequest(feed);
  if (!/^monazite:/i.test(link) || !URL.canParse(link)) return null;
  const { hostname, pathname, searchParams } = new URL(link);
  const words = [hostname, ...pathname.split('/')].filter((word) => word !== '');
  if (words[0] === 'subscribe') return feedRequest(searchParams.get('url') ?? '');
  const articleId = Number(words[1]);
  return words[0] === 'article' && words.length === 2 && Number.isSafeInteger(articleId) && articleId > 0 ? { kind: 'article', articleId } : null;
}

/** Some browsers take the second colon away: `feed://https//host`. Another scheme than the web's is none of a feed. */
function feedRequest(address: string): OpenRequest | null {
  const url = address.replace(/^(https?):?\/+/i, '$1://');
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(url) && !/^https?:\/\//i.test(url)) return null;
  const whole = /^https?:\/\//i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) return null;
  const { username, password } = new URL(whole);
  // What signs in is typed by a person, and comes in no link.
  return username === '' && password === '' ? { kind: 'feed', url } : null;
}

/** A file that the system says to open; null where it is no subscription list by its name. */
export function requestOfFile(path: string, cwd: string): OpenRequest | null {
  return extname(path).toLowerCase() === '.opml' ? { kind: 'file', path: resolve(cwd, path) } : null;
}

/** What the words of a command line ask for; paths are resolved against the folder of whoever typed them. */
export function requestsOfWords(words: readonly string[], cwd: string): OpenRequest[] {
  return words.map((word) => (/^(?:feed|monazite):/i.test(word) ? requestOfLink(word) : requestOfFile(word, cwd))).filter((request) => request !== null);
}
