/** One outline of a subscription list: a feed where it has an address, else a folder; OPML allows both at once. */
export interface OpmlOutline {
  readonly title: string;
  /** As written; not yet known to be an address. */
  readonly feedUrl: string | null;
  readonly siteUrl: string | null;
  /** Every other attribute by its name as written: `text` where it is not the title, `type` where it says more than the outline does. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Attributes of our own namespace by their local names; other readers pass over them. */
  readonly extension: Readonly<Record<string, string>>;
  readonly children: readonly OpmlOutline[];
}

export interface OpmlDocument {
  readonly title: string | null;
  readonly outlines: readonly OpmlOutline[];
}

/** The namespace of what OPML has no attribute for: pages without a feed, paused sources, which texts are fetched, whose a title is. */
export const OPML_NAMESPACE = 'urn:monazite:opml:1';

/** The `type` that an outline has where it writes none of its own, or null. */
export function impliedType({ feedUrl, extension }: Pick<OpmlOutline, 'feedUrl' | 'extension'>): string | null {
  if (feedUrl !== null) return 'rss';
  // Readers that know no such kind must not take a page for a feed: OPML 2.0 has "link" for addresses to be opened.
  return extension['kind'] === 'page' ? 'link' : null;
}
