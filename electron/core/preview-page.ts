import type { AnswerOf, ArgsOf } from '../contract/api.ts';
import { findFeedByUrl } from './store/feeds.ts';
import type { SubscribingParts } from './subscribing.ts';

/** What following a page would take. Rejects as `Ingest.page` does. */
export async function previewPage({ store, ingest, now }: SubscribingParts, { url, rules, example }: ArgsOf<'previewPage'>): Promise<AnswerOf<'previewPage'>> {
  const preview = await ingest.page({ url, rules, example, now: now() });
  return { ...preview, feedId: findFeedByUrl(store, preview.url)?.id ?? null };
}
