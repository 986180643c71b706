export interface ExpectedEnclosure {
  readonly url: string;
  /** Undefined: not compared. */
  readonly type?: string | null;
  readonly bytes?: number | null;
}

/** What is expected of one item. A field that is undefined is not compared; null means that it must be absent. */
export interface ExpectedItem {
  readonly id?: string | null;
  readonly link?: string | null;
  readonly title?: string | null;
  readonly content?: string | null;
  readonly contentHtml?: string | null;
  readonly summary?: string | null;
  /** Epoch milliseconds. */
  readonly published?: number | null;
  readonly updated?: number | null;
  readonly authors?: readonly string[];
  /** Each a list of the names under which it may be known. */
  readonly categories?: readonly (readonly string[])[];
  /** The same, of which there may be more. */
  readonly someCategories?: readonly (readonly string[])[];
  readonly enclosures?: readonly ExpectedEnclosure[];
  readonly language?: string | null;
  /** Of its title: of an item that has no other text it is the item's. */
  readonly titleLanguage?: string | null;
  readonly image?: string | null;
  /** Against what the addresses in its text are resolved. */
  readonly base?: string | null;
  /** Where links and pictures of its text lead, among others. */
  readonly addresses?: readonly string[];
}

export interface ExpectedFeed {
  /** The address from which the document is said to come. */
  readonly url: string;
  readonly contentType: string | null;
  /** The header that came with it, which tells of articles where nothing else does. */
  readonly contentLanguage?: string | null;
  /** The encoding under which the report counts the document. */
  readonly encoding: string | null;
  /** The document is no feed: the code of the refusal, or true for any. */
  readonly error?: string | true;
  readonly kind?: string;
  readonly title?: string | null;
  readonly link?: string | null;
  readonly description?: string | null;
  readonly language?: string | null;
  readonly updated?: number | null;
  readonly image?: string | null;
  readonly generator?: string | null;
  readonly selfUrl?: string | null;
  readonly previousUrl?: string | null;
  readonly pace?: Readonly<Record<string, unknown>>;
  readonly itemCount?: number;
  readonly lost?: number;
  readonly cut?: boolean;
  /** By place in the document. */
  readonly items: ReadonlyMap<number, ExpectedItem>;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of several names under which a value stands. */
function pick(from: Json, ...names: readonly string[]): unknown {
  return names.map((name) => from[name]).find((value) => value !== undefined);
}

function text(value: unknown): string | null | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  // A text construct of some other parser.
  return isObject(value) ? text(pick(value, 'value', 'text', 'content', 'html')) : null;
}

function time(value: unknown): number | null | undefined {
  if (value === undefined || typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const parsed = Date.parse(value);
  // A date that cannot be read says nothing of what is right.
  return Number.isNaN(parsed) ? undefined : parsed;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : value === null || value === '' ? [] : [value];
}

function people(value: unknown): string[] | undefined {
  return value === undefined ? undefined : list(value).flatMap((person) => (isObject(person) ? (text(pick(person, 'name', 'email', 'uri', 'url')) ?? []) : (text(person) ?? [])));
}

function categories(value: unknown): string[][] | undefined {
  if (value === undefined) return undefined;
  return list(value).map((category) => (isObject(category) ? ['label', 'term', 'value', 'name', 'text'] : [null]).flatMap((name) => text(name === null ? category : (category as Json)[name]) || []));
}

function bytesOf(value: unknown): number | null | undefined {
  if (value === undefined) return undefined;
  const bytes = Number(value);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null;
}

function enclosures(value: unknown): ExpectedEnclosure[] | undefined {
  if (value === undefined) return undefined;
  return list(value).flatMap((enclosure) => {
    if (!isObject(enclosure)) return typeof enclosure === 'string' ? [{ url: enclosure }] : [];
    const url = text(pick(enclosure, 'url', 'href'));
    return url ? [{ url, type: text(pick(enclosure, 'type', 'mimeType', 'mime_type')), bytes: bytesOf(pick(enclosure, 'length', 'bytes', 'size', 'size_in_bytes')) }] : [];
  });
}

function imageOf(value: unknown): string | null | undefined {
  return isObject(value) ? text(pick(value, 'url', 'href')) : text(value);
}

function toItem(item: Json): ExpectedItem {
  return {
    id: text(pick(item, 'id', 'guid')),
    link: text(pick(item, 'link', 'url')),
    title: text(item['title']),
    content: text(item['content']),
    contentHtml: text(pick(item, 'contentHtml', 'content_html')),
    summary: text(pick(item, 'summary', 'description')),
    published: time(pick(item, 'publishedParsed', 'published', 'publishedAt', 'date', 'pubDate', 'date_published')),
    updated: time(pick(item, 'updatedParsed', 'updated', 'updatedAt', 'modified', 'date_modified')),
    authors: people(pick(item, 'authors', 'author')),
    categories: categories(pick(item, 'categories', 'tags', 'category')),
    enclosures: enclosures(pick(item, 'enclosures', 'attachments', 'enclosure')),
    language: text(pick(item, 'language', 'lang')),
    image: imageOf(pick(item, 'image', 'thumbnail')),
  };
}

function toItems(value: unknown): Map<number, ExpectedItem> {
  const entries = Array.isArray(value) ? [...(value as readonly unknown[]).entries()] : isObject(value) ? Object.entries(value).map(([at, item]) => [Number(at), item] as const) : [];
  return new Map(entries.flatMap(([at, item]) => (isObject(item) ? [[at, toItem(item)] as const] : [])));
}

/** Reads an expected document in the form that README.md tells of. Throws an Error that names what is wrong with it. */
export function readExpectation(json: unknown, defaultUrl: string): ExpectedFeed {
  if (!isObject(json)) throw new Error('an expectation is a JSON object');
  const inner = json['feed'];
  const head = isObject(inner) ? { ...json, ...inner } : json;
  const items = pick(json, 'items', 'entries') ?? head['items'];
  const error = json['error'];
  const isWhole = Array.isArray(items) && json['partial'] !== true;
  const count = pick(json, 'itemCount', 'count') ?? (isWhole ? items.length : undefined);
  const pace = head['pace'];
  return {
    url: text(pick(json, 'url', 'documentUrl', 'base')) ?? defaultUrl,
    contentType: text(pick(json, 'contentType', 'content_type')) ?? null,
    encoding: text(json['encoding']) ?? null,
    ...(typeof error === 'string' || error === true ? { error } : {}),
    ...(typeof head['kind'] === 'string' ? { kind: head['kind'] } : {}),
    title: text(head['title']),
    link: text(pick(head, 'link', 'siteUrl', 'home_page_url')),
    description: text(pick(head, 'description', 'subtitle')),
    language: text(pick(head, 'language', 'lang')),
    updated: time(pick(head, 'updatedParsed', 'updated', 'updatedAt')),
    image: imageOf(head['image']),
    generator: text(head['generator']),
    selfUrl: text(pick(head, 'selfUrl', 'feedLink', 'feed_url')),
    previousUrl: text(head['previousUrl']),
    ...(isObject(pace) ? { pace } : {}),
    ...(typeof count === 'number' ? { itemCount: count } : {}),
    ...(typeof json['lost'] === 'number' ? { lost: json['lost'] } : {}),
    ...(typeof json['cut'] === 'boolean' ? { cut: json['cut'] } : {}),
    items: toItems(items),
  };
}
