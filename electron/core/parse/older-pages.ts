/** Gives the address of a numbered page of a feed; the feed itself is page 1. */
export type PageAddress = (page: number) => string;

interface Paging {
  readonly applies: (url: URL, generator: string) => boolean;
  readonly pages: (url: URL, items: number) => PageAddress;
}

function withParameter(url: URL, name: string, value: number): string {
  const page = new URL(url.href);
  page.searchParams.set(name, String(value));
  return page.href;
}

const byNumber = (name: string) => (url: URL): PageAddress => (page) => withParameter(url, name, page);
const byNumberFromZero = (name: string) => (url: URL): PageAddress => (page) => withParameter(url, name, page - 1);

/** How publishing systems number the pages of their feeds, none of which say so in the feed. */
const PAGINGS: readonly Paging[] = [
  {
    applies: (url, generator) => generator.includes('wordpress') || /\/feed(?:\/(?:rss2?|atom|rdf))?\/?$/.test(url.pathname) || url.searchParams.has('feed'),
    pages: byNumber('paged'),
  },
  {
    applies: (url, generator) => generator.includes('blogger') || /\/feeds\/posts\//.test(url.pathname),
    pages: (url, items) => (page) => withParameter(url, 'start-index', 1 + (page - 1) * items),
  },
  { applies: (_, generator) => generator.includes('ghost'), pages: byNumber('page') },
  { applies: (url, generator) => generator.includes('ghost') && /\/rss\/?$/.test(url.pathname), pages: (url) => (page) => new URL(`${url.pathname.replace(/\/?$/, '/')}${page}/`, url).href },
  { applies: (_, generator) => generator.includes('drupal'), pages: byNumberFromZero('page') },
  { applies: (_, generator) => generator.includes('discourse'), pages: byNumberFromZero('page') },
  { applies: ({ host, pathname }) => host === 'www.federalregister.gov' && pathname.endsWith('/documents.rss'), pages: byNumber('page') },
  { applies: ({ host, pathname }) => host === 'export.arxiv.org' && pathname.startsWith('/api/query'), pages: (url, items) => (page) => withParameter(url, 'start', Number(url.searchParams.get('start') ?? 0) + (page - 1) * items) },
];

/** The ways in which older pages of a feed may be asked for, most likely first. `items`: how many its document holds. */
export function olderPages(feedUrl: string, generator: string | null, items: number): PageAddress[] {
  const url = URL.parse(feedUrl);
  if (!url || items === 0) return [];
  return PAGINGS.filter(({ applies }) => applies(url, generator ?? '')).map(({ pages }) => pages(url, items));
}
