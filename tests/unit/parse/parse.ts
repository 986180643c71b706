import { parseFeed } from '../../../electron/core/parse/parse-feed.ts';
import type { ParsedFeed, ParsedItem } from '../../../electron/core/parse/parsed-feed.ts';

/** The feed of a document, or an error that says why it is none. */
export async function feedOf(text: string, url = 'https://example.org/feed.xml'): Promise<ParsedFeed> {
  const result = await parseFeed(text, { url });
  if (result.kind === 'failed') throw new Error(`no feed: ${result.code} ${JSON.stringify(result.detail)}`);
  return result.feed;
}

/** The code under which a document is refused, or how many items it gave. */
export async function codeOf(text: string): Promise<string> {
  const result = await parseFeed(text, { url: 'https://example.org/feed.xml' });
  return result.kind === 'failed' ? result.code : `a feed of ${result.feed.items.length}`;
}

export const rss = (items: string, channel = '<title>Feed</title>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${channel}${items}</channel></rss>`;

export const atom = (entries: string, head = '<title>Feed</title>') => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${head}${entries}</feed>`;

/** The first item of an RSS feed that holds nothing else. */
export async function rssItem(fields: string): Promise<ParsedItem> {
  const [item] = (await feedOf(rss(`<item>${fields}</item>`))).items;
  if (!item) throw new Error('no item');
  return item;
}

export async function atomEntry(fields: string): Promise<ParsedItem> {
  const [item] = (await feedOf(atom(`<entry>${fields}</entry>`))).items;
  if (!item) throw new Error('no entry');
  return item;
}
