import RssParser from 'rss-parser';
import { toCanonicalXml } from './canonical-xml.ts';
import { joinTexts } from './join-texts.ts';
import { parseDate } from './parse-date.ts';
import type { ParsedEnclosure, ParsedFeed, ParsedItem } from './parsed-feed.ts';
import { personName } from './person-name.ts';
import type { ScannedFeed, ScannedText } from './scanned-feed.ts';
import { titleText } from './title-text.ts';

interface FeedExtra {
  readonly titleAt?: string;
  readonly lang?: string;
  readonly updated?: string;
}

interface ItemExtra {
  readonly id?: string;
  readonly titleAt?: string;
  readonly permalink?: string;
  readonly updated?: string;
  readonly contentAt?: string;
  readonly summaryAt?: string;
  readonly authors?: readonly string[];
  readonly tags?: readonly string[];
  readonly image?: string;
  readonly enclosures?: readonly { readonly $?: Readonly<Record<string, string>> }[];
  readonly base?: string;
  readonly lang?: string;
}

type Field = [from: string, to: string, options?: { keepArray: boolean }];

const FEED_FIELDS: Field[] = [['m:title', 'titleAt'], ['m:lang', 'lang'], ['m:updated', 'updated']];
const ITEM_FIELDS: Field[] = [
  ['m:title', 'titleAt'],
  ['m:permalink', 'permalink'],
  ['m:updated', 'updated'],
  ['m:content', 'contentAt'],
  ['m:summary', 'summaryAt'],
  ['m:author', 'authors', { keepArray: true }],
  ['m:tag', 'tags', { keepArray: true }],
  ['m:image', 'image'],
  ['m:enclosure', 'enclosures', { keepArray: true }],
  ['m:base', 'base'],
  ['m:lang', 'lang'],
];

const parser = new RssParser<FeedExtra, ItemExtra>({
  // rss-parser takes these triples; its own types know only names.
  customFields: { feed: FEED_FIELDS as unknown as (keyof FeedExtra)[], item: ITEM_FIELDS as unknown as string[][] },
});

function text(value: string | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed ? trimmed : null;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => titleText(value, true) ?? '').filter(Boolean))];
}

function enclosure(written: Readonly<Record<string, string>> | undefined): ParsedEnclosure[] {
  const url = text(written?.['url']);
  if (!url) return [];
  const bytes = Number(written?.['length'] ?? Number.NaN);
  return [{ url, type: text(written?.['type']), bytes: Number.isSafeInteger(bytes) ? bytes : null }];
}

function toItem(item: RssParser.Item & ItemExtra, texts: readonly ScannedText[]): ParsedItem {
  const at = (index: string | undefined): ScannedText | null => (index === undefined ? null : (texts[Number(index)] ?? null));
  const title = at(item.titleAt);
  const content = at(item.contentAt);
  const summary = at(item.summaryAt);
  const guid = text(item.guid ?? item.id);
  const enclosures = (item.enclosures ?? []).flatMap(({ $ }) => enclosure($));
  const isAddress = guid !== null && /^https?:\/\//i.test(guid);
  return {
    guid,
    link: text(item.link) ?? (isAddress && item.permalink ? guid : null),
    title: title && titleText(title.value, title.isHtml),
    ...joinTexts(content, summary),
    base: content?.base ?? summary?.base ?? text(item.base),
    publishedAt: item.pubDate ? parseDate(item.pubDate) : null,
    updatedAt: item.updated ? parseDate(item.updated) : null,
    authors: unique((item.authors ?? []).map(personName)),
    tags: unique(item.tags ?? []),
    lang: text(item.lang),
    enclosures,
    image: text(item.image) ?? enclosures.find(({ type }) => type?.startsWith('image/'))?.url ?? null,
  };
}

/** Reads a scanned feed through rss-parser. Rejects where rss-parser does, which clean text gives it no reason to. */
export async function readFeed(scanned: ScannedFeed): Promise<ParsedFeed> {
  const { xml, texts } = toCanonicalXml(scanned);
  const feed = await parser.parseString(xml);
  const items: ParsedItem[] = [];
  let { lost } = scanned;
  for (const item of feed.items) {
    try {
      items.push(toItem(item, texts));
    } catch {
      // One item that cannot be read costs itself; the count tells of it.
      lost++;
    }
  }
  const title = feed.titleAt === undefined ? undefined : texts[Number(feed.titleAt)];
  return {
    kind: scanned.kind === 'atom' ? 'atom' : 'rss',
    title: title ? titleText(title.value, title.isHtml) : null,
    siteUrl: text(feed.link),
    lang: text(feed.lang),
    updatedAt: feed.updated ? parseDate(feed.updated) : null,
    items,
    lost,
  };
}
