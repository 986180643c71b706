import { Parser } from 'htmlparser2';

export interface FeedLink {
  readonly url: string;
  readonly title: string | null;
  /** Says of itself that it holds comments. */
  readonly comments: boolean;
}

const LONGEST = 2_000_000;
const MOST_LINKS = 64;
/** The tokenizer's own stack costs the square of the depth. */
const DEEPEST = 2000;
const FEED_TYPES = new Set(['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/feed+json', 'application/x-rss+xml', 'application/xml', 'text/xml', 'text/rss+xml']);
const COMMENTS = /\bcomments?\b|\/comments\/|评论|評論|コメント|kommentar/i;

/** Whether an address or a title speaks of comments rather than of articles. */
export function isCommentFeed(title: string | null, url: string): boolean {
  return COMMENTS.test(title ?? '') || /\/comments?(?:\/|$)/i.test(URL.parse(url)?.pathname ?? '');
}

function isFeedType(type: string, href: string): boolean {
  const bare = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // WordPress names its page's own data as application/json too.
  return FEED_TYPES.has(bare) || (bare === 'application/json' && /feed/i.test(href));
}

/** The feeds that an HTML page names in link elements, in its own order, absolute (HTML section 4.6.7.1). */
export function discoverLinks(html: string, pageUrl: string): FeedLink[] {
  const links = new Map<string, FeedLink>();
  let base = pageUrl;
  let hasBase = false;
  let depth = 0;
  const parser = new Parser({
    onclosetag: () => depth--,
    onopentag: (name, attributes) => {
      if (++depth > DEEPEST) parser.pause();
      const href = attributes['href']?.trim();
      if (!href || links.size >= MOST_LINKS) return;
      if (name === 'base' && !hasBase) {
        base = URL.parse(href, pageUrl)?.href ?? pageUrl;
        hasBase = true;
      }
      if (name !== 'link') return;
      const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
      const isFeed = relations.includes('feed') || (relations.includes('alternate') && isFeedType(attributes['type'] ?? '', href));
      const url = isFeed ? URL.parse(href.replace(/^feed:(\/\/)?/i, ''), base) : null;
      if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return;
      url.hash = '';
      const title = attributes['title']?.replace(/\s+/g, ' ').trim() || null;
      if (!links.has(url.href)) links.set(url.href, { url: url.href, title, comments: isCommentFeed(title, url.href) });
    },
  });
  parser.end(html.slice(0, LONGEST));
  return [...links.values()];
}
