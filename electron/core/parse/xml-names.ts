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
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

/** What publishers call these namespaces; believed where a prefix is used and never declared. */
const PREFIX_BY_HABIT: Readonly<Record<string, string>> = {
  rss: 'rss', rdf: 'rdf', atom: 'atom', atom10: 'atom', a10: 'atom', content: 'content', dc: 'dc', dcterms: 'dcterms', dct: 'dcterms',
  media: 'media', itunes: 'itunes', feedburner: 'feedburner', xhtml: 'xhtml', html: 'xhtml', xml: 'xml',
  sy: 'sy', syn: 'sy', taxo: 'taxo', googleplay: 'itunes', prism: 'prism',
};

export type Namespaces = Readonly<Record<string, string>>;

export const NO_NAMESPACES: Namespaces = Object.freeze(Object.create(null) as Record<string, string>);

function prefixOf(address: string): string {
  // One address a version of the standard for periodicals.
  return PREFIX_BY_ADDRESS[address] ?? (address.startsWith('http://prismstandard.org/namespaces/') ? 'prism' : 'unknown');
}

/** The namespaces in force below an element that declares some. */
export function declareNamespaces(outer: Namespaces, attributes: Readonly<Record<string, string>>): Namespaces {
  let inner: Record<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    if (name.length > 5 && name[5] !== ':') continue;
    inner ??= Object.assign(Object.create(null) as Record<string, string>, outer);
    const address = (attributes[name] ?? '').trim().toLowerCase();
    inner[name.slice(6).toLowerCase()] = prefixOf(address.replace(/^https:/, 'http:').replace(/[/#]$/, ''));
  }
  return inner ?? outer;
}

/** An element's name as `prefix:local` in lower case; names of RSS and of the default namespace have no prefix. */
export function canonicalName(name: string, namespaces: Namespaces): string {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const local = colon === -1 ? lower : lower.slice(colon + 1);
  const written = colon === -1 ? '' : lower.slice(0, colon);
  const prefix = namespaces[written] ?? (written === '' ? 'rss' : (PREFIX_BY_HABIT[written] ?? 'unknown'));
  // An unknown default namespace changes nothing: many feeds make one up.
  return prefix === 'rss' || (written === '' && prefix === 'unknown') ? local : `${prefix}:${local}`;
}
