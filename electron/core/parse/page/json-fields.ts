import { findDate } from './find-date.ts';
import { HELD_BY, joinPath, KEPT_AS, pathStep } from './json-path.ts';
import type { Json } from './json-path.ts';
import { isFullDate } from './printed-date.ts';
import { titleWidth } from './title-width.ts';

/** Which fields of a list's elements say what. `link` is '' where none holds an address. */
export interface JsonFields {
  readonly title: string;
  readonly link: string;
  readonly date: string | null;
  readonly summary: string | null;
  readonly id: string | null;
}

const MOST_FIELDS = 80;
const DEEPEST_FIELD = 3;
const MOST_PLACES = 20;
/** Where programs ask, and people read nothing. */
const FOR_PROGRAMS = /\/(?:json)?api\/|\/wp-json\/|\/rest\/|^(?:https?:)?\/\/api\./i;

/** Texts and numbers of an element by their paths. */
function flatten(element: Json, into: Map<string, string>, path = '', depth = 0): void {
  if (into.size >= MOST_FIELDS || depth > DEEPEST_FIELD) return;
  if (typeof element === 'string' || typeof element === 'number') into.set(path, String(element).slice(0, 3000));
  else if (Array.isArray(element)) {
    // A row without names has its fields by their places.
    for (const [at, value] of (element as readonly Json[]).slice(0, path === '' ? MOST_PLACES : 1).entries()) flatten(value, into, joinPath(path, `[${at}]`), depth + 1);
  } else if (typeof element === 'object' && element !== null) {
    for (const [name, value] of Object.entries(element)) if (!name.startsWith('_') || name === '_id' || name === '_source') flatten(value, into, joinPath(path, pathStep(name)), depth + 1);
  }
}

interface Field {
  readonly path: string;
  /** The last step that is a name, in lower case. */
  readonly name: string;
  readonly values: readonly string[];
  readonly depth: number;
}

function best(fields: readonly Field[], rank: (field: Field) => number): Field | null {
  let found: Field | null = null;
  let most = 0;
  for (const field of fields) {
    const value = rank(field) - field.depth * 0.3;
    if (value > most) [found, most] = [field, value];
  }
  return found;
}

const share = (values: readonly string[], test: (value: string) => boolean) => values.filter(test).length / Math.max(1, values.length);
const distinct = (values: readonly string[]) => new Set(values).size / Math.max(1, values.length);
const isImage = (value: string) => /\.(?:jpe?g|png|gif|webp|svg|avif|ico|mp4|mp3)(?:[?#]|$)/i.test(value);
const isAddress = (value: string) => /^(?:https?:)?\/\/[^\s/]+\S*$|^\/[^\s/]\S*$|^[\w./-]+\.(?:s?html?|aspx?|php|jsp|pdf)(?:\?\S*)?$/i.test(value);

function isDate(value: string): boolean {
  const found = findDate(value);
  return found !== null && found.whole && isFullDate(found.date);
}

/** Steps that only carry the value of the one above. */
const CARRIES = /^(?:rendered|text|value|plain|plaintext|default|raw|en|zh|cn|zh[-_]cn|en[-_]us|#text|\$t|)$/i;
/** Links looked for in a piece of HTML. */
const MOST_LINKS = 6;
/** The words of a link, as a share of the words of a piece of HTML that is an item. */
const LINKED = 0.4;
/** A cell of HTML that is a link, or a piece of HTML that is an item as a page would show it: one that mentions a link is a text. */
function isLinked(value: string): boolean {
  if (/^\s*<(?:\w+[^>]{0,200}>\s*<)?a\s[^>]{0,500}href/i.test(value)) return true;
  if (!/^\s*</.test(value)) return false;
  const links = [...value.matchAll(/<a\s[^>]{0,500}?\bhref\s{0,5}=\s{0,5}["']?([^"'\s>]{1,2000})[^>]{0,500}>([^<]{0,500})/gi)].slice(0, MOST_LINKS);
  const words = Math.max(...links.map(([, , text]) => titleWidth(text?.trim() ?? '')));
  return links.length > 0 && new Set(links.map(([, href]) => href)).size === 1 && words >= titleWidth(value.replace(/<[^>]{0,1000}>/g, ' ').replace(/\s+/g, ' ').trim()) * LINKED;
}
const isSlug = (value: string) => /^[a-z0-9]+(?:-[a-z0-9]+){2,}$/.test(value);
const TITLE = /^(?:title|headline|subject|name|tit|bt|biaoti|doctitle|newstitle|articletitle|announcementtitle|caption|heading)$|title|headline/;
const LINK = /url|link|href|permalink|path|uri|address|alias/;
const DATE = /date|time|publish|created|issued|released|posted|ctime|ptime|pubdate|_at$|^at$|shijian|riqi/;
const PUBLISHED = /pub|release|issue|post|show|display|announcement|fabu/;
const CHANGED = /updat|modif|edit|expire|end|crawl|change/;
/** When somebody last said something of it. */
const LAST = /^(?:last|bump)/;
const SUMMARY = /summary|desc|digest|abstract|intro|brief|excerpt|snippet|profile|teaser|lead|standfirst|subtitle|zhaiyao/;
const ID = /^(?:id|_id|newsid|articleid|docid|uuid|guid|nid|aid|contentid|objectid|news_id|article_id|infoid|infoguid|documentkey|announcementid)$/;

/** Finds by name and by what it holds which field is the title, the address, the date, the summary and the id; null without a title. */
export function jsonFields(elements: readonly Json[]): JsonFields | null {
  const table = new Map<string, string[]>();
  for (const element of elements.slice(0, 40)) {
    const flat = new Map<string, string>();
    flatten(element, flat);
    for (const [path, value] of flat) table.set(path, [...(table.get(path) ?? []), value]);
  }
  const count = Math.min(40, elements.length);
  const fields = [...table].flatMap(([path, values]): Field[] => {
    const steps = path.replace(/\[(?:\d+|\*)\]/g, '').split('.');
    return values.length < count * 0.6 ? [] : [{ path, values, depth: steps.length - 1, name: (steps.findLast((step) => !CARRIES.test(step)) ?? steps.at(-1) ?? '').toLowerCase() }];
  });
  // A record that holds a list says of each of its items when it was, and nothing else of it.
  const own = fields.filter(({ path }) => !path.startsWith(`${HELD_BY}.`));
  const texts = own.filter(({ values }) => share(values, (value) => isAddress(value) || isDate(value) || /^[\d.]*$/.test(value)) < 0.5);
  const title = best(texts, ({ name, values, path }) => {
    const widths = values.map((value) => titleWidth(value.replace(/<[^>]{0,100}>/g, ''))).toSorted((a, b) => a - b);
    const middle = widths[Math.floor(widths.length / 2)] ?? 0;
    if (middle < 6 || middle > 320 || distinct(values) < 0.5) return 0;
    return (TITLE.test(name) || /title\.rendered$/i.test(path) ? 6 : 0) + Math.min(middle, 60) / 20 + distinct(values) * 2 - (SUMMARY.test(name) ? 4 : 0) - (middle > 160 ? 3 : 0) - (share(values, isSlug) > 0.5 ? 4 : 0);
  });
  if (!title) return null;
  const link = best(own, ({ name, values }) => (share(values, (value) => (isAddress(value) && !isImage(value)) || isLinked(value)) < 0.8 || distinct(values) < 0.5 || /image|img|thumb|cover|pic|avatar|icon|logo|api/.test(name) ? 0 : 2 + (LINK.test(name) ? 3 : 0) + (/html|web|canonical|permalink|public/.test(name) ? 0.5 : 0) + distinct(values) - (share(values, (value) => FOR_PROGRAMS.test(value)) > 0.5 ? 3 : 0)));
  const date = best(fields, ({ name, values, path }) => (share(values, isDate) < 0.7 || (!DATE.test(name) && share(values, (value) => /^\d+$/.test(value) && !(name === KEPT_AS && /^20\d{6}$/.test(value))) > 0.5) ? 0 : 2 + (DATE.test(name) ? 2 : 0) + (PUBLISHED.test(path.toLowerCase()) ? 2 : 0) - (CHANGED.test(name) ? 1.5 : 0) - (LAST.test(name) ? 4 : 0) + (/gmt|utc/.test(name) ? 0.5 : 0) + (share(values, (value) => /\d:\d\d|^\d{10,13}$/.test(value)) > 0.5 ? 0.6 : 0)));
  const summary = best(texts, ({ name, values, path }) => (path === title.path || share(values, (value) => titleWidth(value) > 30) < 0.4 ? 0 : (SUMMARY.test(name) || /excerpt\.rendered$/i.test(path) ? 4 : 0) + (/^(?:content|body|text)$/.test(name) ? 1 : 0)));
  const id = best(own, ({ name, values }) => (distinct(values) < 1 ? 0 : (ID.test(name) ? 3 : ((name.endsWith('id') || name === KEPT_AS) && share(values, (value) => /^[\w-]{3,64}$/.test(value) && !(name === KEPT_AS && isDate(value))) === 1 ? 1 : 0))));
  return { title: title.path, link: link?.path ?? '', date: date?.path ?? null, summary: summary?.path ?? null, id: id?.path ?? null };
}
