import { Parser } from 'htmlparser2';
import { looksLikeFeed, namesFeed, ofSubscriber } from './feed-words.ts';
import { headerLinks } from './link-header.ts';
import { sentOnTo } from './sent-on.ts';

export interface FeedLink {
  readonly url: string;
  readonly title: string | null;
  /** Says of itself that it holds comments. */
  readonly comments: boolean;
}

/** What an HTML page says of where feeds are. Addresses are absolute, each list in the page's own order. */
export interface PageClues {
  /** Named in link elements (HTML section 4.6.7.1), or in the Link header of the answer (RFC 8288). */
  readonly feeds: readonly FeedLink[];
  /** Linked in the text, by an address or by words that look like a feed's. */
  readonly anchors: readonly FeedLink[];
  /** Where a meta element, or a page that is nothing but a script or frames, sends the reader, or null. */
  readonly refresh: string | null;
  /** Of the page, as it says. */
  readonly lang: string | null;
  /** What made the page, as it says, lower case. */
  readonly generator: string;
}

const LONGEST = 2_000_000;
const MOST_LINKS = 64;
const MOST_ANCHORS = 32;
const LONGEST_WORDS = 120;
const LONGEST_SCRIPT = 500;
const LONGEST_TEXT = 2000;
/** An address that a page prints for its reader to copy. */
const PRINTED = /https?:\/\/[^\s"'<>()（），。]{4,500}/gi;
/** The tokenizer's own stack costs the square of the depth. */
const DEEPEST = 2000;
const FEED_TYPES = new Set(['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/feed+json', 'application/x-rss+xml', 'application/xml', 'text/xml', 'text/rss+xml']);
const COMMENTS = /\bcomments?\b|\/comments\/|\bcommentaires?\b|\bcomentarios?\b|\bcomentários?\b|\bcommenti\b|\breacties\b|评论|評論|コメント|댓글|комментари|kommentar/i;

/** Whether an address or a title speaks of comments rather than of articles. */
export function isCommentFeed(title: string | null, url: string): boolean {
  return COMMENTS.test(title ?? '') || /\/comments?(?:\/|$)/i.test(URL.parse(url)?.pathname ?? '');
}

type Attributes = Readonly<Record<string, string>>;

/** What a link element says of itself, whole or in part. */
function isFeedLink({ type, title, hreflang, media }: Attributes, href: string): boolean {
  const bare = type?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (FEED_TYPES.has(bare) || /^(?:application|text)\/(?:x-)?(?:rss|atom|rdf|feed)$/.test(bare)) return true;
  // WordPress names its page's own data as application/json too.
  if (bare === 'application/json') return /feed/i.test(href) || /\bfeed\b/i.test(title ?? '');
  // Without a type it is as likely the page in another language, or for another screen.
  return bare === '' && hreflang === undefined && media === undefined && (looksLikeFeed(URL.parse(href, 'http://a.invalid')?.href ?? '') || namesFeed(title ?? ''));
}

/** Where a button leads that has no address: what its script reads, or runs. */
function scripted(attributes: Attributes): string | undefined {
  return attributes['data-href'] ?? attributes['data-url'] ?? /\blocation(?:\.href)?\s{0,9}=\s{0,9}["']([^"'\s]{1,2000})["']|\bopen\(\s{0,9}["']([^"'\s]{1,2000})["']/.exec(attributes['onclick']?.slice(0, LONGEST_SCRIPT) ?? '')?.slice(1).find(Boolean);
}

/** An http address made absolute, whatever pseudo-scheme of feed readers stands before it, or null. */
function absolute(href: string, base: string): string | null {
  const url = URL.parse(href.trim().replace(/^(?:feed|rss|podcast):(?:\/\/)?(?=https?:)/i, '').replace(/^feed:(\/\/)?/i, '//'), base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url.href;
}

class ClueReading {
  readonly #pageUrl: string;
  readonly #feeds = new Map<string, FeedLink>();
  readonly #anchors = new Map<string, FeedLink>();
  readonly #parser: Parser;
  #base: string;
  #hasBase = false;
  #depth = 0;
  #links = 0;
  #open: { readonly href: string; words: string } | null = null;
  #isScript = false;
  #refresh: string | null = null;
  #generator = '';
  #lang: string | null = null;

  constructor(pageUrl: string) {
    this.#pageUrl = pageUrl;
    this.#base = pageUrl;
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#enter(name, attributes),
      ontext: (text) => {
        if (!this.#open) this.#print(text);
        else if (this.#open.words.length < LONGEST_WORDS) this.#open.words += text.slice(0, LONGEST_WORDS);
      },
      onclosetag: (name) => {
        this.#depth--;
        this.#isScript = false;
        if (name === 'a' || name === 'button') this.#endAnchor();
      },
    });
  }

  read(html: string, header: string): PageClues {
    for (const { href, attributes } of headerLinks(header, this.#pageUrl)) if (href !== '') this.#link(href, attributes);
    this.#parser.end(html.slice(0, LONGEST));
    this.#endAnchor();
    const isEmpty = this.#feeds.size === 0 && this.#links === 0;
    const sentOn = this.#refresh === null && isEmpty ? sentOnTo(html) : null;
    const refresh = sentOn === null ? this.#refresh : absolute(sentOn, this.#base);
    return { feeds: [...this.#feeds.values()], anchors: [...this.#anchors.values()].filter(({ url }) => !this.#feeds.has(url)), refresh: refresh === this.#pageUrl ? null : refresh, lang: this.#lang, generator: this.#generator };
  }

  #enter(name: string, attributes: Attributes): void {
    if (++this.#depth > DEEPEST) this.#parser.pause();
    this.#isScript = name === 'script' || name === 'style';
    if (name === 'html') this.#lang ??= attributes['lang']?.trim() || null;
    if (name === 'meta') this.#meta(attributes);
    if (name === 'img' && this.#open) this.#open.words += ` ${attributes['alt'] ?? ''}`.slice(0, LONGEST_WORDS);
    if (name === 'input') this.#print(attributes['value'] ?? '');
    const written = attributes['href']?.trim();
    const href = (name === 'a' || name === 'button') && (written === undefined || /^(?:javascript:|#|$)/i.test(written)) ? scripted(attributes) : written;
    if (!href) return;
    if (name === 'base' && !this.#hasBase) {
      this.#base = URL.parse(href, this.#pageUrl)?.href ?? this.#pageUrl;
      this.#hasBase = true;
    }
    if (name === 'link') this.#link(href, attributes);
    if (name !== 'a' && name !== 'button') return;
    this.#endAnchor();
    this.#links++;
    this.#open = { href, words: `${attributes['title'] ?? attributes['aria-label'] ?? ''} `.slice(0, LONGEST_WORDS) };
  }

  #meta(attributes: Attributes): void {
    const content = attributes['content'] ?? '';
    if (attributes['name']?.toLowerCase() === 'generator') this.#generator = `${this.#generator} ${content}`.slice(0, 300).toLowerCase().trim();
    if (attributes['http-equiv']?.toLowerCase() !== 'refresh') return;
    const target = /^\s{0,9}\d{0,9}(?:\.\d{0,9})?\s{0,9}[;,]?\s{0,9}url\s{0,9}=\s{0,9}["']?([^"']{1,2000})/i.exec(content)?.[1];
    if (target) this.#refresh ??= absolute(target, this.#base);
  }

  #link(href: string, attributes: Attributes): void {
    const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
    const isFeed = relations.includes('feed') || (relations.includes('alternate') && isFeedLink(attributes, href));
    const url = isFeed ? absolute(href, this.#base) : null;
    if (url === null || this.#feeds.size >= MOST_LINKS || this.#feeds.has(url)) return;
    const title = attributes['title']?.replace(/\s+/g, ' ').trim() || null;
    this.#feeds.set(url, { url, title, comments: isCommentFeed(title, url) });
  }

  #print(text: string): void {
    if (this.#isScript || !text.includes('http')) return;
    for (const [url] of text.slice(0, LONGEST_TEXT).matchAll(PRINTED)) if (looksLikeFeed(url)) this.#keepAnchor(absolute(url, this.#base), '');
  }

  #keepAnchor(url: string | null, words: string): void {
    if (url === null || this.#anchors.has(url) || this.#anchors.size >= MOST_ANCHORS) return;
    this.#anchors.set(url, { url, title: words || null, comments: isCommentFeed(words, url) });
  }

  #endAnchor(): void {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const linked = absolute(open.href, this.#base);
    const url = linked && (ofSubscriber(linked) ?? linked);
    const words = open.words.replace(/\s+/g, ' ').trim();
    if (!url || (url === linked && !looksLikeFeed(url) && !namesFeed(words))) return;
    this.#keepAnchor(url, words);
  }
}

/** What a page, and the Link header that it came with, say of where feeds are. Bounded in time, whatever the page. */
export function pageClues(html: string, pageUrl: string, header: string | null = null): PageClues {
  return new ClueReading(pageUrl).read(html, header ?? '');
}
