/** Canonical prefixes by namespace address (lower case, without the slash or # at its end). */
const PREFIX_BY_ADDRESS: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0': 'rss',
  'http://my.netscape.com/rdf/simple/0.9': 'rss',
  'http://channel.netscape.com/rdf/simple/0.9': 'rss',
  'http://backend.userland.com/rss2': 'rss',
  'http://backend.userland.com/rss': 'rss',
  'http://blogs.law.harvard.edu/tech/rss': 'rss',
  'http://cyber.law.harvard.edu/rss': 'rss',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns': 'atom',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.google.com/schemas/play-podcasts/1.0': 'itunes',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'http://purl.org/rss/1.0/modules/taxonomy': 'taxo',
  'http://purl.org/net/rss1.1': 'rss',
  'http://purl.org/atom': 'atom',
  'http://tools.search.yahoo.com/mrss': 'media',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  // Another proxy of the kind, with the same elements.
  'http://www.pheedo.com/namespace/pheedo': 'feedburner',
  'http://webns.net/mvcb': 'admin',
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

/** What publishers call these namespaces; believed where a prefix is used and never declared. */
const PREFIX_BY_HABIT: Readonly<Record<string, string>> = {
  rss: 'rss', rdf: 'rdf', atom: 'atom', atom10: 'atom', a10: 'atom', content: 'content', dc: 'dc', dcterms: 'dcterms', dct: 'dcterms',
  media: 'media', itunes: 'itunes', feedburner: 'feedburner', xhtml: 'xhtml', html: 'xhtml', xml: 'xml',
  admin: 'admin', sy: 'sy', syn: 'sy', taxo: 'taxo', googleplay: 'itunes', prism: 'prism',
};

/** In force at one element: each name is looked for among them. */
const MOST_PREFIXES = 64;

/** What prefixes mean at an element: one more than around it. A chain, since half a million elements may declare one within sixty others. */
export interface Namespaces {
  /** As it is written, in lower case; '' is the default one. */
  readonly prefix: string;
  /** The canonical prefix. */
  readonly means: string;
  readonly outer: Namespaces | null;
  readonly count: number;
}

/** The canonical prefix that one stands for at an element; undefined where it is not declared. */
export function meaningOf(prefix: string, namespaces: Namespaces | null): string | undefined {
  for (let at = namespaces; at !== null; at = at.outer) if (at.prefix === prefix) return at.means;
  return undefined;
}

/** With one prefix more, as far as there may be more. */
export function withNamespace(outer: Namespaces | null, prefix: string, means: string): Namespaces | null {
  const count = outer?.count ?? 0;
  return count >= MOST_PREFIXES || meaningOf(prefix, outer) === means ? outer : { prefix, means, outer, count: count + 1 };
}

function prefixOf(address: string): string {
  // One address a version of the standard for periodicals.
  const known = Object.hasOwn(PREFIX_BY_ADDRESS, address) ? PREFIX_BY_ADDRESS[address] : undefined;
  return known ?? (address.startsWith('http://prismstandard.org/namespaces/') ? 'prism' : 'unknown');
}

/** The namespaces in force below an element that declares some. */
export function declareNamespaces(outer: Namespaces | null, attributes: Readonly<Record<string, string>>): Namespaces | null {
  let inner = outer;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    if (name.length > 5 && name[5] !== ':') continue;
    if (inner !== null && inner.count >= MOST_PREFIXES) break;
    const address = (attributes[name] ?? '').trim().toLowerCase();
    inner = withNamespace(inner, name.slice(6).toLowerCase(), prefixOf(address.replace(/^https:/, 'http:').replace(/[/#]$/, '')));
  }
  return inner;
}

/** An element's name as `prefix:local` in lower case; names of RSS and of the default namespace have no prefix. */
export function canonicalName(name: string, namespaces: Namespaces | null): string {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const local = colon === -1 ? lower : lower.slice(colon + 1);
  const written = colon === -1 ? '' : lower.slice(0, colon);
  const prefix = meaningOf(written, namespaces) ?? (written === '' ? 'rss' : (Object.hasOwn(PREFIX_BY_HABIT, written) ? (PREFIX_BY_HABIT[written] ?? 'unknown') : 'unknown'));
  // An unknown default namespace changes nothing: many feeds make one up.
  return prefix === 'rss' || (written === '' && prefix === 'unknown') ? local : `${prefix}:${local}`;
}
