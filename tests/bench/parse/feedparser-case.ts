import { decodeText } from '../../../electron/core/fetch/decode-text.ts';
import { addressesIn } from './addresses-in.ts';
import type { ExpectedEnclosure, ExpectedFeed, ExpectedItem } from './expectation.ts';
import { readCondition } from './feedparser-condition.ts';
import type { PythonValue } from './python-literal.ts';

interface Link {
  href?: string;
  rel?: string;
  type?: string;
  length?: string;
}

interface Draft {
  feed: Record<string, unknown>;
  feedLinks: Link[];
  items: Map<number, Record<string, unknown>>;
}

/** Fields of a feed by the names that python-feedparser gives them. */
const FEED_TEXT: Readonly<Record<string, string>> = {
  title: 'title', 'title_detail.value': 'title', link: 'link', subtitle: 'description', tagline: 'description', description: 'description', 'subtitle_detail.value': 'description',
  'tagline_detail.value': 'description', language: 'language', generator: 'generator', 'generator_detail.name': 'generator',
  'image.href': 'image', 'image.url': 'image', logo: 'image', icon: 'image',
};
const ITEM_TEXT: Readonly<Record<string, string>> = {
  title: 'title', 'title_detail.value': 'title', link: 'link', id: 'id', guid: 'id', summary: 'summary', description: 'summary', 'summary_detail.value': 'summary',
  'content.0.value': 'content', 'media_thumbnail.0.url': 'image', 'image.href': 'image',
  language: 'language', 'content.0.language': 'language', 'summary_detail.language': 'language', 'title_detail.language': 'titleLanguage', 'content.0.base': 'base', 'summary_detail.base': 'base',
};
const TIMES: Readonly<Record<string, string>> = {
  published: 'published', issued: 'published', updated: 'updated', modified: 'updated', date: 'updated', created: 'published',
};
const KINDS: Readonly<Record<string, string>> = { rss: 'rss', cdf: 'rss', atom: 'atom' };

function isText(value: PythonValue): value is string | null {
  return typeof value === 'string' || value === null;
}

/** `updated_parsed`, as Python's struct_time, or `updated`, as it was written; undefined where it is neither. */
function toTime(path: string, value: PythonValue): { name: string; time: number } | undefined {
  const name = TIMES[path.replace(/_parsed$/, '')];
  if (name === undefined) return undefined;
  if (!path.endsWith('_parsed')) return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? { name, time: Date.parse(value) } : undefined;
  if (!Array.isArray(value)) return undefined;
  const [year, month, day, hour, minute, second] = value as readonly number[];
  return { name, time: Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) };
}

/** Takes one key, or all, of the link of a list that is meant; false where the path is no link's. */
function takeLink(links: Link[], written: string, value: PythonValue): boolean {
  const path = /^(?:links|enclosures)\.(\d+)(?:\.(url|href|rel|type|length))?$/.exec(written);
  if (!path) return false;
  const link = (links[Number(path[1])] ??= {});
  if (path[2] === undefined) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    Object.assign(link, value);
  } else if (typeof value === 'string') link[(path[2] === 'url' ? 'href' : path[2]) as keyof Link] = value;
  else return false;
  return true;
}

function takeItem(item: Record<string, unknown>, path: string, value: PythonValue): boolean {
  const name = ITEM_TEXT[path];
  const time = toTime(path, value);
  if (name !== undefined && isText(value)) item[name] = value;
  else if (time !== undefined) item[time.name] = time.time;
  else if (/^(?:author|author_detail\.name)$/.test(path) && typeof value === 'string') item['authors'] = [value];
  else if (/^authors\.\d+\.name$/.test(path) && typeof value === 'string') item['someAuthors'] = [...((item['someAuthors'] as string[] | undefined) ?? []), value];
  else if (/^(?:category|tags\.\d+\.(?:term|label))$/.test(path) && typeof value === 'string') item['tags'] = [...((item['tags'] as string[] | undefined) ?? []), value];
  else return takeLink((item[path.startsWith('links') ? 'links' : 'enclosures'] ??= []) as Link[], path, value);
  const addresses = typeof value === 'string' && (name === 'content' || name === 'summary') ? addressesIn(value) : [];
  if (addresses.length > 0) item['addresses'] = [...((item['addresses'] as string[] | undefined) ?? []), ...addresses];
  return true;
}

function takeFeed(draft: Draft, path: string, value: PythonValue): boolean {
  const name = FEED_TEXT[path];
  const time = toTime(path, value);
  if (name !== undefined && isText(value)) draft.feed[name] = value;
  else if (time !== undefined) draft.feed['updated'] = time.time;
  else return takeLink(draft.feedLinks, path, value);
  return true;
}

function take(draft: Draft, path: string, value: PythonValue): boolean {
  if (path === 'count' && typeof value === 'number') draft.feed['itemCount'] = value;
  else if (path === 'version' && typeof value === 'string' && KINDS[value.replace(/\d.*$/, '')]) draft.feed['kind'] = KINDS[value.replace(/\d.*$/, '')];
  else {
    const ofItem = /^entries\.(\d+)\.(.+)$/.exec(path);
    const ofFeed = /^(?:feed|channel)\.(.+)$/.exec(path)?.[1];
    if (!ofItem) return ofFeed !== undefined && takeFeed(draft, ofFeed, value);
    const at = Number(ofItem[1]);
    const item = draft.items.get(at) ?? {};
    draft.items.set(at, item);
    return takeItem(item, ofItem[2] ?? '', value);
  }
  return true;
}

function toEnclosure(file: Link): ExpectedEnclosure {
  return { url: file.href ?? '', ...('type' in file ? { type: file.type ?? null } : {}), ...('length' in file ? { bytes: Number(file.length) || null } : {}) };
}

/** Where a list of links says that the thing itself is. `rel` is what the document's links are where the list does not say it. */
function mainLink(links: readonly (Link | undefined)[], known: unknown, rel: string | null): { link?: string } {
  const href = known === undefined ? links.find((link) => link?.href !== undefined && (link.rel ?? rel) === 'alternate')?.href : undefined;
  return href === undefined ? {} : { link: href };
}

function toItem(item: Record<string, unknown>, names: ReadonlyMap<string, readonly string[]>, rel: string | null): ExpectedItem {
  const { someAuthors, tags, links = [], enclosures = [], ...rest } = item;
  const files = [...(enclosures as Link[]), ...(links as Link[]).filter((link) => link?.rel === 'enclosure')].filter((file) => file?.href);
  return {
    ...(rest as ExpectedItem),
    ...mainLink(links as Link[], rest['link'], rel),
    ...(someAuthors === undefined ? {} : { authors: someAuthors as string[] }),
    ...(tags === undefined ? {} : { someCategories: (tags as string[]).map((tag) => [tag, ...(names.get(tag) ?? [])]) }),
    ...(files.length === 0 ? {} : { enclosures: files.map(toEnclosure) }),
  };
}

/** How people are to read each term of a category, where the document says (RFC 4287 section 4.2.2.3). */
function labelsIn(text: string): Map<string, string[]> {
  const tags = text.matchAll(/<[\w:]{0,40}category\s[^>]{0,2000}>/gi);
  return new Map([...tags].flatMap(([tag]) => {
    const [term, label] = ['term', 'label'].map((name) => new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1]);
    return term && label ? [[term, [label]] as const] : [];
  }));
}

/** What a test document of python-feedparser says of itself in its first comment (`Description: … Expect: …`), or null where it says nothing. */
export function feedparserExpectation(bytes: Uint8Array, name: string): { expected: ExpectedFeed; ignored: number } | null {
  const text = decodeText(bytes, null);
  const head = text.slice(0, 20_000);
  const start = head.indexOf('<!--');
  const comment = start === -1 ? '' : head.slice(start + 4, head.indexOf('-->', start));
  const condition = /^\s*Expect:\s*(.*)$/m.exec(comment)?.[1]?.trim();
  if (!condition) return null;
  const headers = new Map([...comment.matchAll(/^\s*Header:\s*([\w-]+):\s*(.*)$/gm)].map(([, key = '', value = '']) => [key.toLowerCase(), value.trim()]));
  const draft: Draft = { feed: {}, feedLinks: [], items: new Map() };
  const { statements, ignored } = readCondition(condition);
  const untaken = statements.filter(({ path, value }) => !take(draft, path, value)).length;
  const document = `http://127.0.0.1:8097/${encodeURI(name)}`;
  const location = URL.parse(headers.get('content-location') ?? '', document);
  const labels = labelsIn(text);
  const rel = /\srel\s*=\s*["'](?!alternate)/.test(text.replace(comment, '')) ? null : 'alternate';
  return {
    ignored: ignored + untaken,
    expected: {
      url: location && /^https?:$/.test(location.protocol) ? location.href : document,
      contentType: headers.get('content-type') ?? null,
      contentLanguage: headers.get('content-language') ?? null,
      encoding: null,
      ...draft.feed,
      ...mainLink(draft.feedLinks, draft.feed['link'], rel),
      items: new Map([...draft.items].map(([at, item]) => [at, toItem(item, labels, rel)])),
    },
  };
}
