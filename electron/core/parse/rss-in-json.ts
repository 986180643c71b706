type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : value === undefined || value === null ? [] : [value];
}

/** Attributes and text as converters from XML write them. */
function textOf(value: unknown): unknown {
  return isObject(value) ? (value['#value'] ?? value['#text'] ?? value['value']) : value;
}

function toItem(item: unknown): unknown {
  if (!isObject(item)) return item;
  const guid = textOf(item['guid']);
  return {
    id: guid,
    url: textOf(item['link']) ?? (typeof guid === 'string' && /^https?:/i.test(guid) ? guid : undefined),
    title: textOf(item['title']),
    content_html: textOf(item['content:encoded']) ?? textOf(item['description']),
    date_published: textOf(item['pubDate']),
    authors: list(item['author'] ?? item['dc:creator']).map((author) => ({ name: textOf(author) })),
    tags: list(item['category']).map(textOf),
    attachments: list(item['enclosure']).map((enclosure) => (isObject(enclosure) ? { url: enclosure['url'], mime_type: enclosure['type'], size_in_bytes: Number(enclosure['length']) } : null)),
  };
}

/** RSS 2.0 written as JSON (rssjson.org), as a JSON Feed; any other value as it is. */
export function fromRssInJson(value: unknown): unknown {
  const rss = isObject(value) ? value['rss'] : null;
  const channel = isObject(rss) ? rss['channel'] : null;
  if (!isObject(channel)) return value;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: textOf(channel['title']),
    home_page_url: textOf(channel['link']),
    description: textOf(channel['description']),
    language: textOf(channel['language']),
    items: list(channel['item']).map(toItem),
  };
}
