import { textToHtml } from './join-texts.ts';
import { NO_PACE } from './pace.ts';
import { readDate } from './parse-date.ts';
import type { WrittenDate } from './parse-date.ts';
import type { ParsedEnclosure, ParsedFeed, ParsedItem } from './parsed-feed.ts';
import { titleText } from './title-text.ts';

const MOST_ITEMS = 5000;
const MOST_VALUES = 64;
const LONGEST_TEXT = 1_000_000;

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.slice(0, LONGEST_TEXT).trim();
  return trimmed === '' ? null : trimmed;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_VALUES) : [];
}

function date(value: unknown): WrittenDate | null {
  const written = text(value);
  return written === null ? null : readDate(written);
}

/** Version 1.1 has `authors`, version 1.0 one `author`. */
function authors(of: Json): string[] {
  const people = Array.isArray(of['authors']) ? list(of['authors']) : [of['authors'] ?? of['author']];
  const names = people.flatMap((person) => (isObject(person) ? text(person['name']) : text(person)) ?? []);
  return [...new Set(names)];
}

function enclosures(item: Json): ParsedEnclosure[] {
  return list(item['attachments']).flatMap((attachment) => {
    const url = isObject(attachment) ? text(attachment['url']) : null;
    if (!isObject(attachment) || url === null) return [];
    const bytes = Number(text(attachment['size_in_bytes']) ?? Number.NaN);
    return [{ url, type: text(attachment['mime_type']), bytes: Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null }];
  });
}

function tags(value: unknown): string[] {
  const written = typeof value === 'string' ? value.slice(0, LONGEST_TEXT).split(',', MOST_VALUES) : list(value);
  return [...new Set(written.flatMap((tag) => text(tag) ?? []))];
}

function toItem(item: Json, ofFeed: readonly string[]): ParsedItem {
  const own = authors(item);
  const plain = text(item['content_text']);
  const summary = text(item['summary']);
  const html = text(item['content_html']) ?? (plain && textToHtml(plain));
  const summaryHtml = summary && textToHtml(summary);
  const title = text(item['title']);
  const published = date(item['date_published']);
  return {
    guid: text(item['id']) ?? text(item['url']),
    link: text(item['url']) ?? text(item['external_url']),
    title: title && titleText(title, false),
    html: html ?? summaryHtml,
    summaryHtml: html ? summaryHtml : null,
    base: null,
    publishedAt: published?.at ?? null,
    publishedDay: published?.day ?? null,
    updatedAt: date(item['date_modified'])?.at ?? null,
    authors: own.length > 0 ? own : ofFeed,
    tags: tags(item['tags']),
    lang: text(item['language']),
    enclosures: enclosures(item),
    image: text(item['image']) ?? text(item['banner_image']),
  };
}

function absolute(value: unknown, base: string): string | null {
  const written = text(value);
  const url = written === null ? null : URL.parse(written, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** Whether a JSON document calls itself a feed: by the address of a version, a title, or the number of a version over bodies under their names. */
function isFeed(value: Json, items: readonly unknown[]): boolean {
  const version = text(value['version']) ?? '';
  if (version.includes('jsonfeed.org') || text(value['title']) !== null) return true;
  return /^1(?:\.\d)?$/.test(version) && items.some((item) => isObject(item) && (text(item['content_text']) ?? text(item['content_html'])) !== null);
}

/** JSON Feed 1.0 and 1.1 (jsonfeed.org) that came from `url`, or null where the value is none. */
export function readJsonFeed(value: unknown, url: string): ParsedFeed | null {
  if (!isObject(value) || !Array.isArray(value['items'])) return null;
  if (!isFeed(value, value['items'])) return null;
  const items: ParsedItem[] = [];
  let lost = 0;
  const ofFeed = authors(value);
  for (const item of value['items'].slice(0, MOST_ITEMS) as unknown[]) {
    if (isObject(item) && Object.keys(item).length > 0) items.push(toItem(item, ofFeed));
    else lost++;
  }
  const title = text(value['title']);
  const description = text(value['description']);
  return {
    kind: 'json',
    title: title && titleText(title, false),
    siteUrl: text(value['home_page_url']),
    lang: text(value['language']),
    updatedAt: null,
    selfUrl: absolute(value['feed_url'], url),
    description: description && titleText(description, false),
    image: absolute(value['icon'], url) ?? absolute(value['favicon'], url),
    icon: absolute(value['favicon'], url),
    generator: null,
    pace: NO_PACE,
    archive: { previousUrl: absolute(value['next_url'], url) },
    items,
    lost,
  };
}
