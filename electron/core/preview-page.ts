import type { AnswerOf, ArgsOf } from '../contract/api.ts';
import { signedAddress } from './logins.ts';
import { ownAddress } from './own-address.ts';
import { findFeedByUrl } from './store/feeds.ts';
import type { SubscribingParts } from './subscribing.ts';

/**
 * What following a page would take. Without credentials, those are used with which it was looked at before, or followed. Rejects
 * as `Ingest.page` does.
 */
export async function previewPage(parts: SubscribingParts, { url, rules, example, credentials }: ArgsOf<'previewPage'>): Promise<AnswerOf<'previewPage'>> {
  const { store, ingest, logins, now } = parts;
  const { address, written, login: given } = signedAddress(url, credentials ?? null);
  const followed = findFeedByUrl(store, address);
  const login = given ?? logins.recall(address) ?? (followed && (await logins.find(followed.id)));
  const preview = await ingest.page({ url: written, rules, example, now: now(), login });
  const own = login ? await ownAddress(parts, preview.url, login) : preview.url;
  if (login) logins.remember([address, preview.url, own], login);
  return { ...preview, url: own, feedId: findFeedByUrl(store, own)?.id ?? null };
}
