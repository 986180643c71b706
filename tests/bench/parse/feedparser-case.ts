import { decodeText } from '../../../electron/core/fetch/decode-text.ts';
import type { ExpectedEnclosure, ExpectedFeed, ExpectedItem } from './expectation.ts';
import type { PythonValue } from './python-literal.ts';
import { readPythonLiteral } from './python-literal.ts';

interface Draft {
  feed: Record<string, unknown>;
  items: Map<number, Record<string, unknown>>;
  ignored: number;
}

/** Fields of a feed by the names that python-feedparser gives them. */
const FEED_TEXT: Readonly<Record<string, string>> = {
  title: 'title', 'title_detail.value': 'title', link: 'link', subtitle: 'description', tagline: 'description', description: 'description', 'subtitle_detail.value': 'description',
  'tagline_detail.value': 'description', language: 'language', generator: 'generator', 'generator_detail.name': 'generator',
  'image.href': 'image', 'image.url': 'image', logo: 'image', icon: 'image',
};
const ITEM_TEXT: Readonly<Record<string, string>> = {
  title: 'title', 'title_detail.value': 'title', link: 'link', id: 'id', guid: 'id', summary: 'summary', description: 'summary', 'summary_detail.value': 'summary',
  'content.0.value': 'content', 'media_thumbnail.0.url': 'image',
};
const TIMES: Readonly<Record<string, string>> = {
  published_parsed: 'published', issued_parsed: 'published', updated_parsed: 'updated', modified_parsed: 'updated', date_parsed: 'updated', created_parsed: 'published',
};

/** The condition's parts between `and`s that stand outside of quotes. */
function clauses(condition: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let start = 0;
  for (let at = 0; at < condition.length; at++) {
    const unit = condition[at] ?? '';
    if (quote !== '') {
      if (unit === '\\') at++;
      else if (unit === quote) quote = '';
    } else if (unit === "'" || unit === '"') quote = unit;
    else if (condition.startsWith(' and ', at)) {
      parts.push(condition.slice(start, at));
      start = at + 5;
    }
  }
  parts.push(condition.slice(start));
  return parts.map((part) => part.trim());
}

/** `entries[0]['tags'][0].term` as `entries.0.tags.0.term`. */
function pathOf(written: string): string | null {
  const steps = written.trim().match(/\[\s*(?:u?'[^']*'|u?"[^"]*"|\d+)\s*\]|\.?[A-Za-z_]\w*/g) ?? [];
  if (steps.join('') !== written.trim()) return null;
  return steps.map((step) => step.replaceAll(/^[.[]\s*(?:u?["'])?|["']?\s*\]$/g, '')).join('.');
}

function toTime(value: PythonValue): number | undefined {
  if (!Array.isArray(value)) return undefined;
  const [year, month, day, hour, minute, second] = value as readonly number[];
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

function takeItem(item: Record<string, unknown>, path: string, value: PythonValue): boolean {
  const name = ITEM_TEXT[path];
  const time = TIMES[path];
  if (name !== undefined && typeof value === 'string') item[name] = value;
  else if (time !== undefined && toTime(value) !== undefined) item[time] = toTime(value);
  else if (/^(?:author|author_detail\.name|authors\.\d+\.name)$/.test(path) && typeof value === 'string') item['author'] = value;
  else if (/^(?:category|tags\.\d+\.term)$/.test(path) && typeof value === 'string') item['tags'] = [...((item['tags'] as string[] | undefined) ?? []), value];
  else {
    const enclosure = /^enclosures\.(\d+)\.(url|href|type|length)$/.exec(path);
    if (!enclosure || typeof value !== 'string') return false;
    const known = (item['enclosures'] ??= []) as Record<string, string>[];
    const one = (known[Number(enclosure[1])] ??= {});
    one[enclosure[2] === 'url' ? 'href' : (enclosure[2] ?? '')] = value;
  }
  return true;
}

function take(draft: Draft, clause: string): void {
  const equal = /^(.*?)\s*==\s*(.*)$/s.exec(clause);
  const value = equal?.[2] === undefined ? undefined : readPythonLiteral(equal[2]);
  const path = equal?.[1] === undefined || value === undefined ? null : (/^len\(entries\)$/.test(equal[1].trim()) ? 'count' : pathOf(equal[1]));
  if (/^(?:not )?bozo$/.test(clause)) return;
  if (path === null || value === undefined || !takeClause(draft, path, value)) draft.ignored++;
}

function takeClause(draft: Draft, path: string, value: PythonValue): boolean {
  if (path === 'count' && typeof value === 'number') {
    draft.feed['itemCount'] = value;
    return true;
  }
  const ofItem = /^entries\.(\d+)\.(.+)$/.exec(path);
  if (ofItem) {
    const at = Number(ofItem[1]);
    const item = draft.items.get(at) ?? {};
    draft.items.set(at, item);
    return takeItem(item, ofItem[2] ?? '', value);
  }
  const ofFeed = /^(?:feed|channel)\.(.+)$/.exec(path)?.[1];
  const name = ofFeed === undefined ? undefined : FEED_TEXT[ofFeed];
  const time = ofFeed === undefined ? undefined : TIMES[ofFeed];
  if (name !== undefined && typeof value === 'string') draft.feed[name] = value;
  else if (time !== undefined && toTime(value) !== undefined) draft.feed['updated'] = toTime(value);
  else return false;
  return true;
}

function toItem(item: Record<string, unknown>): ExpectedItem {
  const { author, tags, enclosures, ...rest } = item;
  const files = (enclosures as Record<string, string>[] | undefined)?.filter((file) => file?.['href']);
  return {
    ...(rest as ExpectedItem),
    ...(typeof author === 'string' ? { authors: [author] } : {}),
    ...(tags === undefined ? {} : { someCategories: tags as string[] }),
    ...(files === undefined || files.length === 0 ? {} : { enclosures: files.map((file): ExpectedEnclosure => ({ url: file['href'] ?? '', ...('type' in file ? { type: file['type'] ?? null } : {}), ...('length' in file ? { bytes: Number(file['length']) || null } : {}) })) }),
  };
}

/** What a test document of python-feedparser says of itself in its first comment (`Description: … Expect: …`), or null where it says nothing. */
export function feedparserExpectation(bytes: Uint8Array, name: string): { expected: ExpectedFeed; ignored: number } | null {
  const head = decodeText(bytes, null).slice(0, 20_000);
  const start = head.indexOf('<!--');
  const comment = start === -1 ? '' : head.slice(start + 4, head.indexOf('-->', start));
  const condition = /^\s*Expect:\s*(.*)$/m.exec(comment)?.[1]?.trim();
  if (!condition) return null;
  const headers = new Map([...comment.matchAll(/^\s*Header:\s*([\w-]+):\s*(.*)$/gm)].map(([, key = '', value = '']) => [key.toLowerCase(), value.trim()]));
  const draft: Draft = { feed: {}, items: new Map(), ignored: 0 };
  for (const clause of clauses(condition)) take(draft, clause);
  const document = `http://127.0.0.1:8097/${encodeURI(name)}`;
  return {
    ignored: draft.ignored,
    expected: {
      url: URL.parse(headers.get('content-location') ?? '', document)?.href ?? document,
      contentType: headers.get('content-type') ?? null,
      encoding: null,
      ...draft.feed,
      items: new Map([...draft.items].map(([at, item]) => [at, toItem(item)])),
    },
  };
}
