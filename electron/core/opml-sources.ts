import type { CredentialsKind } from '../contract/credentials.ts';
import { ReaderError } from '../contract/errors.ts';
import type { PageRules } from '../contract/page.ts';
import { readPageRules } from '../contract/validate-page.ts';
import type { Login } from './fetch/login.ts';
import { kindOf, signedAddress, type Logins, type SignedAddress } from './logins.ts';
import { MASKS } from './own-address.ts';
import type { ThreadShare } from './pace/thread-share.ts';
import type { OpmlEntry } from './parse/opml-list.ts';
import { feedKey } from './refresh/feed-key.ts';
import { MASKED, maskedParts, publicAddress, quotedAddress } from './secret-address.ts';
import { followedAddresses } from './store/feeds.ts';
import type { Store } from './store/open-store.ts';

/** A source by its address: that of a feed, or of a page with the rules by which it is read. */
export interface OpmlSource {
  readonly signed: SignedAddress;
  readonly rules: PageRules | null;
}

/** What a line of a list asks for. */
export type Sorted = { readonly kind: 'new'; readonly source: OpmlSource } | { readonly kind: 'followed' | 'repeated' } | { readonly kind: 'invalid'; readonly name: string };

/** Names of addresses, each with its keys; null where they are not known. */
export type FollowedKeys = ReadonlyMap<string, string | null>;

/** The address of a source or site as it may be stored, and what signs in there; null where it is none. */
export function addressOf(text: string | null): SignedAddress | null {
  try {
    return text === null ? null : signedAddress(text, null);
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}

/** The kind of sign-in that an address needs. A list that was exported here says `***` where the key was. */
export function kindOfAddress({ address, login }: SignedAddress): CredentialsKind | null {
  return kindOf(login) ?? (maskedParts(address).length > 0 ? 'url' : null);
}

function sourceOf({ feedUrl, siteUrl, extension }: OpmlEntry): OpmlSource | null {
  const rules = extension['kind'] === 'page' ? readPageRules(extension['rules'] ?? '') : null;
  const signed = addressOf(extension['kind'] === 'page' ? siteUrl : feedUrl);
  return signed === null || (extension['kind'] === 'page' && rules === null) ? null : { signed, rules };
}

/** The keys of an address, to tell two sources apart that differ by nothing else; null where they are not known. */
function keysOf(login: Login | null): string | null {
  return login === null || Object.keys(login.parts).length === 0 ? null : JSON.stringify(Object.entries(login.parts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Addresses read from the store at once. */
const PAGE = 200;

/** What is followed already. Rejects with `engine-stopped`. */
export async function followedKeys(store: Store, logins: Logins, share: ThreadShare): Promise<FollowedKeys> {
  const followed = new Map<string, string | null>();
  for (let after = 0, more = true; more; ) {
    const page = followedAddresses(store, { after, limit: PAGE });
    for (const { id, feedUrl } of page) {
      followed.set(feedKey(publicAddress(feedUrl)), feedUrl.includes(MASKED) ? keysOf(await logins.find(id)) : keysOf(addressOf(feedUrl)?.login ?? null));
      after = id;
      if (share.isSpent()) await share.pause();
    }
    more = page.length === PAGE;
  }
  return followed;
}

/** Tells of each source of a list whether it is new; the list's own first place of an address counts. */
export class SourceSorter {
  readonly #followed: FollowedKeys;
  readonly #named = new Map<string, string | null>();

  constructor(followed: FollowedKeys) {
    this.#followed = followed;
  }

  sort(entry: OpmlEntry): Sorted {
    const source = sourceOf(entry);
    if (source === null) return { kind: 'invalid', name: quotedAddress(entry.feedUrl ?? entry.siteUrl ?? entry.title) };
    const address = this.#ownAddress(source.signed);
    const key = feedKey(address);
    if (this.#named.has(key)) return { kind: 'repeated' };
    this.#named.set(key, keysOf(source.signed.login));
    return this.#followed.has(key) ? { kind: 'followed' } : { kind: 'new', source: { ...source, signed: { ...source.signed, address } } };
  }

  /** As ownAddress does, in the list and in what was followed before it. */
  #ownAddress({ address, login }: SignedAddress): string {
    const keys = keysOf(login);
    const isOthers = (known: string | null | undefined): boolean => typeof known === 'string' && known !== keys;
    const isFree = (masked: string): boolean => !isOthers(this.#named.get(feedKey(masked))) && !isOthers(this.#followed.get(feedKey(masked)));
    return keys === null ? address : (MASKS.map((mask) => address.replaceAll(MASKED, mask)).find(isFree) ?? address);
  }
}
