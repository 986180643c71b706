import type { FolderId } from '../contract/model.ts';
import { withoutPathKeys } from '../contract/path-key.ts';
import type { ThreadShare } from './pace/thread-share.ts';
import type { OpmlOutline } from './parse/opml.ts';
import { OpmlLines } from './parse/write-opml.ts';
import { publicAddress } from './secret-address.ts';
import { feedRecord } from './store/feeds.ts';
import type { Store } from './store/open-store.ts';
import { feedOutline, feedPlaces, folderAttributes, folderPlaces, type FeedOutline, type FeedPlace, type FolderPlace, type StoredAttributes } from './store/outlines.ts';
import type { FeedRecord } from './store/records.ts';

/** Places read from the store at once. */
const PAGE = 500;

type Line = Omit<OpmlOutline, 'children'>;

/** What stands where, as it was when the export began. */
interface Plan {
  readonly folders: ReadonlyMap<FolderId | null, readonly FolderPlace[]>;
  readonly feeds: ReadonlyMap<FolderId | null, readonly FeedPlace[]>;
}

/** What a list said besides the title; its `text` went with the title of then. */
function attributesOf(stored: StoredAttributes, title: string): Record<string, string> {
  const { title: then, text, ...others } = stored;
  return text !== undefined && then === title ? { text, ...others } : others;
}

interface LineOptions {
  readonly isFlat: boolean;
  /** Whatever in the path of an address looks like a person's key is left out as well. */
  readonly withoutKeys: boolean;
}

/** Who signs in where is nobody else's to know, and a list is made to be given away. */
function sourceLine({ title, feedUrl, siteUrl, page, paused, fullText }: FeedRecord, { attributes, isOwnTitle }: FeedOutline, { isFlat, withoutKeys }: LineOptions): Line {
  const address = withoutKeys ? withoutPathKeys(publicAddress(feedUrl)) : publicAddress(feedUrl);
  const extension = {
    ...(page && { kind: 'page', rules: JSON.stringify(page) }),
    ...(paused && { paused: 'true' }),
    ...(fullText !== 'opened' && { fullText }),
    ...(!isOwnTitle && { title: 'publisher' }),
    // In a list without folders, `category` would be taken for one.
    ...(isFlat && attributes['category'] && { folder: 'none' }),
  };
  return { title, feedUrl: page ? null : address, siteUrl: page ? address : siteUrl && publicAddress(siteUrl), attributes: attributesOf(attributes, title), extension };
}

/** Those that a list gave a place in their order, then the others; folders before sources. */
function inOrder(inner: readonly FolderPlace[], feeds: readonly FeedPlace[]): (FolderPlace | FeedPlace)[] {
  return [...inner, ...feeds].toSorted((a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER));
}

async function planOf(store: Store, share: ThreadShare): Promise<Plan> {
  const folders = Map.groupBy(folderPlaces(store), ({ parentId }) => parentId);
  const feeds = new Map<FolderId | null, FeedPlace[]>();
  for (let after = 0, more = true; more; await share.pause()) {
    const page = feedPlaces(store, { after, limit: PAGE });
    for (const feed of page) {
      const beside = feeds.get(feed.folderId);
      if (beside) beside.push(feed);
      else feeds.set(feed.folderId, [feed]);
    }
    after = page.at(-1)?.id ?? after;
    more = page.length === PAGE;
  }
  return { folders, feeds };
}

/** One step for each line. */
function* linesOf(store: Store, { folders, feeds }: Plan, lines: OpmlLines, withoutKeys: boolean): Generator<void> {
  function* below(folderId: FolderId | null): Generator<void> {
    for (const one of inOrder(folders.get(folderId) ?? [], feeds.get(folderId) ?? [])) {
      yield;
      if ('title' in one) yield* folder(one);
      else source(one);
    }
  }
  function* folder({ id, title }: FolderPlace): Generator<void> {
    const line: Line = { title, feedUrl: null, siteUrl: null, attributes: attributesOf(folderAttributes(store, id), title), extension: {} };
    if (folders.has(id) || feeds.has(id)) {
      lines.open(line);
      yield* below(id);
      lines.close();
    } else lines.leaf(line);
  }
  function source({ id }: FeedPlace): void {
    // Unfollowed since the export began: left out.
    const outline = feedOutline(store, id);
    if (outline) lines.leaf(sourceLine(feedRecord(store, id), outline, { isFlat: folders.size === 0, withoutKeys }));
  }
  yield* below(null);
}

/**
 * Every source and folder as OPML 2.0, in the order of the lists that they came from, then in that of following, each
 * where it was when this began. `now` is epoch milliseconds. Rejects with `engine-stopped`.
 */
export async function exportOpml(store: Store, now: number, share: ThreadShare, { withoutKeys = false }: { readonly withoutKeys?: boolean } = {}): Promise<string> {
  await share.pause();
  const lines = new OpmlLines();
  for (const _ of linesOf(store, await planOf(store, share), lines, withoutKeys)) if (share.isSpent()) await share.pause();
  return lines.document('Monazite', now);
}
