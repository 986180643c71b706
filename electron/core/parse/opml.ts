/** One outline of a subscription list: a feed where it has an address, else a folder; OPML allows both at once. */
export interface OpmlOutline {
  readonly title: string;
  /** As written; not yet known to be an address. */
  readonly feedUrl: string | null;
  readonly siteUrl: string | null;
  readonly children: readonly OpmlOutline[];
}

export interface OpmlDocument {
  readonly title: string | null;
  readonly outlines: readonly OpmlOutline[];
}
