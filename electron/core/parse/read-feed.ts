import RssParser from 'rss-parser';
import { firstDate, toCanonicalXml } from './canonical-xml.ts';
import { joinTexts } from './join-texts.ts';
import type { ParsedEnclosure, ParsedFeed, ParsedItem } from './parsed-feed.ts';
import { personName } from './person-name.ts';
import type { ScannedFeed, ScannedItem, ScannedLink, ScannedText } from './scanned-feed.ts';
import { titleText } from './title-text.ts';

interface ItemExtra {
  readonly id?: string;
}

const parser = new RssParser<object, ItemExtra>();

function text(value: string | null | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed ? trimmed : null;
}

function isEmpty(value: ScannedText | null): boolean {
  return value === null || value.value.trim() === '';
}

function unique(values: readonly string[]): string[] {
  return values.length === 0 ? [] : [...new Set(values.map((value) => titleText(value, true) ?? '').filter(Boolean))];
}

function enclosure({ href, type, bytes }: ScannedLink): ParsedEnclosure[] {
  const url = text(href);
  return url ? [{ url, type: text(type), bytes }] : [];
}

function titleOf(title: ScannedText | null): string | null {
  return title === null || isEmpty(title) ? null : titleText(title.value, title.isHtml);
}

function toItem(read: RssParser.Item & ItemExtra, item: ScannedItem): ParsedItem {
  const content = isEmpty(item.content) ? null : item.content;
  const summary = isEmpty(item.summary) ? null : item.summary;
  const guid = text(read.guid ?? read.id);
  const enclosures = item.enclosures.flatMap(enclosure);
  const isAddress = guid !== null && /^https?:\/\//i.test(guid);
  return {
    guid,
    link: text(read.link) ?? (isAddress && item.isPermaLink ? guid : null),
    title: titleOf(item.title),
    ...joinTexts(content, summary),
    base: content?.base ?? summary?.base ?? text(item.base),
    publishedAt: read.pubDate ? Date.parse(read.pubDate) : null,
    updatedAt: firstDate(item.updated),
    authors: unique(item.authors.map(personName)),
    tags: unique(item.tags),
    lang: text(item.lang),
    enclosures,
    image: text(item.images[0]) ?? enclosures.find(({ type }) => type?.startsWith('image/'))?.url ?? null,
  };
}

/** Reads a scanned feed through rss-parser. Rejects where rss-parser does, which clean text gives it no reason to. */
export async function readFeed(scanned: ScannedFeed): Promise<ParsedFeed> {
  const feed = await parser.parseString(toCanonicalXml(scanned));
  const items: ParsedItem[] = [];
  let { lost } = scanned;
  if (feed.items.length !== scanned.items.length) throw new Error(`${scanned.items.length} items were written and ${feed.items.length} read`);
  for (const [at, item] of scanned.items.entries()) {
    try {
      items.push(toItem(feed.items[at] ?? {}, item));
    } catch {
      // One item that cannot be read costs itself; the count tells of it.
      lost++;
    }
  }
  return {
    kind: scanned.kind === 'atom' ? 'atom' : 'rss',
    title: titleOf(scanned.title),
    siteUrl: text(feed.link),
    lang: text(scanned.lang),
    updatedAt: firstDate(scanned.updated),
    items,
    lost,
  };
}
