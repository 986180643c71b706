import type { CredentialsKind } from '../contract/credentials.ts';
import { ReaderError } from '../contract/errors.ts';
import type { FeedId, FolderId, OpmlSummary } from '../contract/model.ts';
import type { Login } from './fetch/login.ts';
import { kindOf, signedAddress, type SignedAddress } from './logins.ts';
import type { OpmlOutline } from './parse/opml.ts';
import { parseOpml } from './parse/parse-opml.ts';
import { maskedParts, publicAddress, withoutSecrets } from './secret-address.ts';
import { writeOpml } from './parse/write-opml.ts';
import { addFeed, feedRecords, findFeedByUrl } from './store/feeds.ts';
import { createFolder, listFolders } from './store/folders.ts';
import type { Store } from './store/open-store.ts';

export interface OpmlImport {
  readonly summary: OpmlSummary;
  /** The feeds that were added; nothing has been asked of them yet. */
  readonly feedIds: readonly FeedId[];
  /** Sign-ins that stood in the addresses; to be kept where secrets live. */
  readonly logins: ReadonlyMap<FeedId, Login>;
}

/**
 * Follows every feed of a subscription list that is not followed yet, in folders as the list nests them; all in one
 * transaction. `alreadyFollowed` counts what the list names twice too. Throws `not-opml` or `opml-too-large`.
 */
export function importOpml(store: Store, text: string): OpmlImport {
  const { outlines } = parseOpml(text);
  const feedIds: FeedId[] = [];
  const logins = new Map<FeedId, Login>();
  const folders = new Set<FolderId>();
  const invalid: string[] = [];
  let named = 0;

  const follow = ({ title, feedUrl, siteUrl }: OpmlOutline & { feedUrl: string }, folderId: FolderId | null): void => {
    named += 1;
    const signed = addressOf(feedUrl);
    if (signed === null) invalid.push(withoutSecrets(feedUrl));
    else if (findFeedByUrl(store, signed.address) === null) {
      // Where a list gives no title, its parser gives the address.
      const ownTitle = title === feedUrl ? null : title;
      const { address, login } = signed;
      const { id } = addFeed(store, { feedUrl: address, kind: 'rss', facts: { title: null, siteUrl, lang: null }, folderId, title: ownTitle, credentials: kindOfAddress(signed) });
      feedIds.push(id);
      if (login) logins.set(id, login);
    }
  };

  const take = (outline: OpmlOutline, folderId: FolderId | null): void => {
    const { title, feedUrl, children } = outline;
    if (feedUrl !== null) follow({ ...outline, feedUrl }, folderId);
    if (feedUrl !== null && children.length === 0) return;
    const below = title.trim() === '' ? folderId : createFolder(store, { title, parentId: folderId }).id;
    if (below !== null) folders.add(below);
    for (const child of children) take(child, below);
  };

  store.transaction(() => {
    for (const outline of outlines) take(outline, null);
  });
  const added = feedIds.length;
  return { summary: { named, added, alreadyFollowed: named - added - invalid.length, folders: folders.size, invalid }, feedIds, logins };
}

/** Every feed and folder as OPML 2.0. `now` is epoch milliseconds. */
export function exportOpml(store: Store, now: number): string {
  const feeds = Map.groupBy(feedRecords(store), ({ folderId }) => folderId);
  const folders = Map.groupBy(listFolders(store), ({ parentId }) => parentId);
  const below = (folderId: FolderId | null): OpmlOutline[] => [
    ...(folders.get(folderId) ?? []).map(({ id, title }) => ({ title, feedUrl: null, siteUrl: null, children: below(id) })),
    ...(feeds.get(folderId) ?? []).map(({ title, feedUrl, siteUrl }) => ({ title, feedUrl: publicAddress(feedUrl), siteUrl, children: [] })),
  ];
  return writeOpml({ title: 'Monazite', outlines: below(null) }, now);
}

/** A list that was exported here says `***` where the key was. */
function kindOfAddress({ address, login }: SignedAddress): CredentialsKind | null {
  return kindOf(login) ?? (maskedParts(address).length > 0 ? 'url' : null);
}

/** An http or https address, or null. */
function addressOf(text: string): SignedAddress | null {
  try {
    return signedAddress(text, null);
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}
