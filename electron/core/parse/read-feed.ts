import RssParser from 'rss-parser';
import { firstDate, firstWritten, toCanonicalXml } from './canonical-xml.ts';
import { joinTexts } from './join-texts.ts';
import { withoutMojibake } from './mojibake.ts';
import { toPace } from './pace.ts';
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

/** Some write a locale's name, `en_US`, for a language's. */
function language(value: string | null): string | null {
  return text(value)?.replaceAll('_', '-') ?? null;
}

function isEmpty(value: ScannedText | null): boolean {
  return value === null || value.value.trim() === '';
}

function unique(values: readonly string[]): string[] {
  return values.length === 0 ? [] : [...new Set(values.map((value) => titleText(withoutMojibake(value), true) ?? '').filter(Boolean))];
}

function enclosure({ href, type, bytes }: ScannedLink): ParsedEnclosure[] {
  const url = text(href);
  return url ? [{ url, type: text(type), bytes }] : [];
}

/** Media modules name the same file again. */
function onceEach(links: readonly ScannedLink[]): readonly ScannedLink[] {
  return links.length < 2 ? links : links.filter(({ href }, at) => links.findIndex((other) => other.href === href) === at);
}

function titleOf(title: ScannedText | null, isProse = false): string | null {
  return title === null || isEmpty(title) ? null : titleText(title.value, title.isHtml, isProse);
}

/** The first list of names that names anybody. */
function firstNames(...lists: readonly (readonly string[])[]): string[] {
  return unique((lists.find((list) => list.length > 0) ?? []).map(personName));
}

/** An http address made absolute, or null. */
function absolute(address: string | undefined, base: string): string | null {
  const url = address === undefined ? null : URL.parse(address, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

function viaOf({ source }: ScannedItem): ParsedItem['via'] {
  const title = titleOf(source?.title ?? null);
  return title === null ? null : { title, url: text(source?.url) };
}

function toItem(read: RssParser.Item & ItemExtra, item: ScannedItem, ofFeed: readonly string[]): ParsedItem {
  const content = isEmpty(item.content) ? null : item.content;
  const summary = isEmpty(item.summary) ? (isEmpty(item.note) ? null : item.note) : item.summary;
  const guid = text(read.guid ?? read.id);
  const enclosures = onceEach(item.enclosures).flatMap(enclosure);
  const isAddress = guid !== null && /^https?:\/\//i.test(guid);
  return {
    guid,
    link: text(read.link) ?? (isAddress && item.isPermaLink && (item.guid ?? item.about) !== null ? guid : null),
    title: titleOf(item.title) ?? titleOf(item.otherTitle),
    ...joinTexts(content, summary),
    base: content?.base ?? summary?.base ?? text(item.base),
    publishedAt: read.pubDate ? Date.parse(read.pubDate) : null,
    publishedDay: firstWritten(item.published)?.day ?? null,
    updatedAt: firstDate(item.updated),
    authors: firstNames(item.authors, item.otherAuthors, ofFeed),
    tags: unique(item.tags),
    via: viaOf(item),
    // Its text may be in another language than what it stands in.
    lang: language(item.ownLang ?? (content ?? summary ?? item.title ?? item).lang),
    enclosures,
    image: text(item.images[0]) ?? enclosures.find(({ type }) => type?.startsWith('image/'))?.url ?? null,
  };
}

function headOf(scanned: ScannedFeed, url: string): Pick<ParsedFeed, 'selfUrl' | 'description' | 'image' | 'icon' | 'generator' | 'pace' | 'archive'> {
  const linked = (rel: string) => absolute(scanned.links.find((link) => link.rel === rel)?.href, url);
  return {
    selfUrl: linked('self'),
    description: titleOf(scanned.description, true),
    image: absolute(scanned.images[0], url),
    icon: absolute(scanned.icon ?? undefined, url),
    generator: text(scanned.generator),
    pace: toPace(scanned.pace),
    archive: { previousUrl: linked('prev-archive') ?? linked('next') },
  };
}

/** Reads a scanned feed, which came from `url`, through rss-parser. Rejects where rss-parser does, which clean text gives it no reason to. */
export async function readFeed(scanned: ScannedFeed, url: string): Promise<ParsedFeed> {
  const feed = await parser.parseString(toCanonicalXml(scanned));
  const items: ParsedItem[] = [];
  let { lost } = scanned;
  if (feed.items.length !== scanned.items.length) throw new Error(`${scanned.items.length} items were written and ${feed.items.length} read`);
  // RFC 4287 section 4.2.1; RSS has no such rule, and its editor is not the author.
  const ofFeed = scanned.kind === 'atom' ? scanned.authors : [];
  for (const [at, item] of scanned.items.entries()) {
    try {
      items.push(toItem(feed.items[at] ?? {}, item, ofFeed));
    } catch {
      // One item that cannot be read costs itself; the count tells of it.
      lost++;
    }
  }
  return {
    kind: scanned.kind === 'atom' ? 'atom' : 'rss',
    title: titleOf(scanned.title),
    siteUrl: text(feed.link),
    lang: language(scanned.lang),
    updatedAt: firstDate(scanned.updated),
    ...headOf(scanned, url),
    items,
    lost,
  };
}
