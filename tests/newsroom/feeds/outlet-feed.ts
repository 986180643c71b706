import { atomFeed } from './atom.ts';
import type { FeedBytes, FeedSource } from './feed-source.ts';
import type { FeedFormat } from '../outlet.ts';
import { jsonFeed } from './json-feed.ts';
import { rdfFeed } from './rdf.ts';
import { rss2Feed, rss2GbkFeed, rss2SummaryFeed } from './rss2.ts';

const WRITERS: Readonly<Record<FeedFormat, (source: FeedSource) => FeedBytes | null>> = {
  rss2: rss2Feed,
  'rss2-gbk': rss2GbkFeed,
  'rss2-summary': rss2SummaryFeed,
  rdf: rdfFeed,
  atom: atomFeed,
  json: jsonFeed,
  none: () => null,
};

/** An outlet's feed in its own format; null where it has none. */
export function outletFeed(source: FeedSource): FeedBytes | null {
  return WRITERS[source.outlet.format](source);
}
