import { impliedType, OPML_NAMESPACE, type OpmlOutline } from './opml.ts';

const LONGEST_VALUE = 32_768;
const LONGEST_NAMESPACE = 1024;
/** Attributes beside those that we understand; what is more is left out. */
const MOST_OTHERS = 32;
const UNDERSTOOD = new Set(['title', 'text', 'xmlurl', 'htmlurl']);
const NAME = /^[A-Za-z_][\w.-]{0,63}$/;

type Attributes = Readonly<Record<string, string>>;

/** Prefixes to the namespaces that they stand for, as the elements around an outline declare them. */
export type Namespaces = ReadonlyMap<string, string>;

/** The namespaces in force inside an element. */
export function declaredIn(raw: Attributes, around: Namespaces, decode: (value: string) => string): Namespaces {
  const own = Object.keys(raw).filter((name) => name.startsWith('xmlns:'));
  if (own.length === 0) return around;
  return new Map([...around, ...own.slice(0, MOST_OTHERS).map((name): [string, string] => [name.slice(6), decode((raw[name] ?? '').slice(0, LONGEST_NAMESPACE)).trim()])]);
}

/**
 * What the attributes of an outline say. Names are matched in any case, values read by `decode`. A name with a prefix
 * takes its declaration along, so that it can stand in another document; without one it means nothing and is left out.
 */
export function outlineOf(raw: Attributes, namespaces: Namespaces, decode: (value: string) => string): Omit<OpmlOutline, 'children'> {
  const understood: Record<string, string> = {};
  const others: Record<string, string> = {};
  const extension: Record<string, string> = {};
  for (const name in raw) {
    const value = decode((raw[name] ?? '').slice(0, LONGEST_VALUE)).trim();
    const lower = name.toLowerCase();
    if (UNDERSTOOD.has(lower)) understood[lower] ??= value;
    else if (Object.keys(others).length < MOST_OTHERS) takeOther(name, value, { namespaces, others, extension });
  }
  // OPML 1.0 has no xmlUrl; what other addresses are for, their type says.
  const byUrl = /^(?:rss|atom|rdf|feed|)$/i.test(others['type'] ?? '') ? (others['url'] ?? null) : null;
  const feedUrl = understood['xmlurl'] || byUrl || null;
  if (!understood['xmlurl'] && byUrl) delete others['url'];
  const title = understood['title'] || understood['text'] || feedUrl || '';
  if (understood['text'] && understood['text'] !== title) others['text'] = understood['text'];
  if (others['type'] === '' || others['type'] === impliedType({ feedUrl, extension })) delete others['type'];
  return { title, feedUrl, siteUrl: understood['htmlurl'] || null, attributes: others, extension };
}

interface Others {
  readonly namespaces: Namespaces;
  readonly others: Record<string, string>;
  readonly extension: Record<string, string>;
}

function takeOther(name: string, value: string, { namespaces, others, extension }: Others): void {
  const [prefix = '', local = ''] = name.includes(':') ? name.split(':', 2) : ['', name];
  if (prefix === 'xmlns' || name === 'xmlns' || !NAME.test(local) || local === '__proto__') return;
  if (prefix === '') {
    // Known names in their own case, so that they are found again.
    const known = ['type', 'url'].find((one) => one === name.toLowerCase()) ?? name;
    others[known] ??= value;
    return;
  }
  const namespace = namespaces.get(prefix);
  if (namespace === OPML_NAMESPACE) extension[local] ??= value;
  else if (namespace !== undefined && NAME.test(prefix)) {
    others[`xmlns:${prefix}`] = namespace;
    others[name] ??= value;
  }
}
