import { CanonicalUrls } from '../../../electron/core/normalize/canonical-url.ts';
import { draftOf } from '../../../electron/core/normalize/draft.ts';
import { webAddress } from '../../../electron/core/normalize/web-address.ts';
import type { ParsedFeed, ParsedItem } from '../../../electron/core/parse/parsed-feed.ts';
import type { ExpectedItem } from './expectation.ts';

/**
 * An item with what the product shows where the publisher left it out: a title from its text or address, a picture from
 * its body. Where another parser makes one up, this is what ours is to be compared with.
 */
export function asShown(item: ParsedItem, { kind, siteUrl }: ParsedFeed, url: string, expected: ExpectedItem): ParsedItem {
  const isWhole = (item.title !== null || !expected.title) && (item.image !== null || !expected.image);
  if (isWhole) return item;
  const draft = draftOf(item, { kind: kind === 'rss' ? 'rss' : 'other', siteUrl: webAddress(siteUrl, url), finalUrl: url, urls: new CanonicalUrls() });
  return { ...item, title: item.title ?? (expected.title ? draft.facts.title || null : null), image: item.image ?? (expected.image ? (draft.body.images[0]?.url ?? null) : null) };
}
