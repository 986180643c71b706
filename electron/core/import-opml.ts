import { ReaderError } from '../contract/errors.ts';
import type { FullTextMode } from '../contract/full-text.ts';
import type { FeedId, FolderId } from '../contract/model.ts';
import type { ImportProgress, OpmlSummary } from '../contract/opml.ts';
import type { Login } from './fetch/login.ts';
import type { Logins } from './logins.ts';
import { addressOf, followedKeys, kindOfAddress, SourceSorter, type FollowedKeys, type OpmlSource } from './opml-sources.ts';
import type { Announce } from './pace/announcer.ts';
import { createThreadShare, type ThreadShare } from './pace/thread-share.ts';
import { opmlEntries } from './parse/opml-entries.ts';
import type { OpmlEntry, OpmlList } from './parse/opml-list.ts';
import type { Ingest } from './refresh/ingest-job.ts';
import { withoutSecrets } from './secret-address.ts';
import { addFeed, pauseFeed } from './store/feeds.ts';
import { createFolder } from './store/folders.ts';
import type { Store } from './store/open-store.ts';
import { importPageRules, rememberOutline } from './store/outlines.ts';
import { setFullText } from './store/page-texts.ts';

/** Lines in one transaction at most; fewer where they take longer than a stretch of the thread. */
const CHUNK = 50;
/** What a list says only where it is not as usual. */
const OWN_MODES: readonly FullTextMode[] = ['feed', 'always'];

export interface OpmlImport {
  readonly summary: OpmlSummary;
  /** The feeds that were added; nothing has been asked of them yet. */
  readonly feedIds: readonly FeedId[];
}

export interface OpmlImporter {
  /**
   * Follows every source of a subscription list that is not followed yet, in folders as the list nests them, chunk by
   * chunk, each whole or not at all. One list after the other. Rejects with `not-opml`, `opml-too-large`,
   * `opml-too-complex`, `disk-full`, `engine-stopped`.
   */
  run(text: string): Promise<OpmlImport>;
  /** What `run` would answer now, with nothing written. */
  preview(text: string): Promise<OpmlSummary>;
  progress(): ImportProgress;
  /** Ends what is under way after its chunk; importing the same list again adds the rest. */
  close(): Promise<void>;
}

export interface OpmlImporterParts {
  readonly store: Store;
  /** Reads the list where it may take its time. */
  readonly ingest: Pick<Ingest, 'opml'>;
  readonly logins: Logins;
  readonly announce: Announce;
  /** Closed before the importer is. */
  readonly share?: ThreadShare;
}

/** What a list says beside the address may repeat it. */
function publicAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, withoutSecrets(value)]));
}

/** What is done with the lines: a preview does nothing. */
interface Target {
  folder(title: string, parentId: FolderId | null): FolderId;
  rememberFolder(id: FolderId, entry: OpmlEntry): void;
  /** Null where somebody followed it while the import was under way. */
  add(entry: OpmlEntry, source: OpmlSource, folderId: FolderId | null): FeedId | null;
}

/** Goes through the lines of one list. */
class Walk {
  readonly #entries: Iterator<OpmlEntry>;
  readonly #sorter: SourceSorter;
  readonly #target: Target;
  /** The list's folders in their order. */
  readonly #listed: Pick<OpmlEntry, 'title' | 'parent'>[] = [];
  /** Of the folders of a chunk, by their numbers: between two chunks, the person may have deleted one. */
  #ids = new Map<number, FolderId>();
  readonly #folders = new Set<FolderId>();
  readonly #invalid: string[] = [];
  readonly feedIds: FeedId[] = [];
  #alreadyFollowed = 0;
  #repeated = 0;
  #ended = false;
  done = 0;
  readonly total: number;

  constructor(list: OpmlList, followed: FollowedKeys, target: Target) {
    this.#entries = opmlEntries(list);
    this.#sorter = new SourceSorter(followed);
    this.#target = target;
    this.total = list.sources;
  }

  /** Takes the next lines until the stretch is used up; false at the list's end. */
  next(share: ThreadShare): boolean {
    this.#ids = new Map();
    for (let taken = 0; taken < CHUNK && !(taken > 0 && share.isSpent()); taken += 1) {
      const { done = false, value } = this.#entries.next();
      this.#ended = done;
      if (done) break;
      this.#take(value);
    }
    return !this.#ended;
  }

  summary(): OpmlSummary {
    return { named: this.total, added: this.feedIds.length, alreadyFollowed: this.#alreadyFollowed, repeated: this.#repeated, folders: this.#folders.size, invalid: this.#invalid };
  }

  #take(entry: OpmlEntry): void {
    if (entry.isSource) this.#follow(entry);
    if (!entry.isFolder) return;
    this.#listed.push({ title: entry.title, parent: entry.parent });
    const id = this.#folder(this.#listed.length - 1);
    this.#folders.add(id);
    this.#target.rememberFolder(id, entry);
  }

  #folder(number: number): FolderId {
    const known = this.#ids.get(number);
    if (known !== undefined) return known;
    const { title = '', parent = null } = this.#listed[number] ?? {};
    const id = this.#target.folder(title, parent === null ? null : this.#folder(parent));
    this.#ids.set(number, id);
    return id;
  }

  #follow(entry: OpmlEntry): void {
    this.done += 1;
    // Where nothing is added, the folder is made all the same, so that an import says what the list says.
    const folderId = entry.parent === null ? null : this.#folder(entry.parent);
    const sorted = this.#sorter.sort(entry);
    if (sorted.kind === 'invalid') this.#invalid.push(sorted.name);
    else if (sorted.kind === 'repeated') this.#repeated += 1;
    else {
      const feedId = sorted.kind === 'new' ? this.#target.add(entry, sorted.source, folderId) : null;
      if (feedId === null) this.#alreadyFollowed += 1;
      else this.feedIds.push(feedId);
    }
  }
}

/** Folders and sources get numbers as if they were made. */
function pretence(): Target {
  const folders = new Map<string, FolderId>();
  let feeds = 0;
  return {
    folder(title, parentId) {
      const name = `${parentId ?? ''}/${title.trim()}`;
      const id = folders.get(name) ?? folders.size + 1;
      folders.set(name, id);
      return id;
    },
    rememberFolder: () => undefined,
    add: () => ++feeds,
  };
}

/** `signIns` takes the sign-ins that stand in addresses; they are to be kept where secrets live. */
function library(store: Store, signIns: [FeedId, Login][]): Target {
  return {
    folder: (title, parentId) => createFolder(store, { title, parentId }).id,
    rememberFolder: (folderId, { isSource, attributes, title }) => rememberOutline(store, { folderId }, isSource ? {} : publicAttributes({ ...attributes, title })),
    add({ title, siteUrl, feedUrl, attributes, extension }, { signed, rules }, folderId) {
      // Where a list gives no title, its parser gives the address.
      const own = title === feedUrl || title === '' ? null : withoutSecrets(title);
      const isPublishers = extension['title'] === 'publisher';
      try {
        const { id } = addFeed(store, {
          feedUrl: signed.address,
          kind: rules ? 'page' : 'rss',
          facts: { title: isPublishers ? own : null, siteUrl: addressOf(siteUrl)?.address ?? null, lang: null },
          folderId,
          title: isPublishers ? null : own,
          credentials: kindOfAddress(signed),
        });
        if (rules) importPageRules(store, id, rules);
        if (extension['paused'] === 'true') pauseFeed(store, id, true);
        const mode = OWN_MODES.find((one) => one === extension['fullText']);
        if (mode) setFullText(store, id, mode);
        rememberOutline(store, { feedId: id }, publicAttributes({ ...attributes, title }));
        if (signed.login) signIns.push([id, signed.login]);
        return id;
      } catch (error) {
        if (error instanceof ReaderError && error.code === 'already-subscribed') return null;
        throw error;
      }
    },
  };
}

const NOTHING: ImportProgress = { running: false, done: 0, total: 0, added: 0 };

/** Imports subscription lists, and tells how far it has come. */
export function createOpmlImporter({ store, ingest, logins, announce, share = createThreadShare() }: OpmlImporterParts): OpmlImporter {
  const closing = new AbortController();
  let progress = NOTHING;
  let turn: Promise<unknown> = Promise.resolve();

  const tell = (next: ImportProgress): void => {
    progress = next;
    announce({ kind: 'import' });
  };

  const walk = async (text: string, target: Target): Promise<Walk> => {
    const list = await ingest.opml(text, closing.signal);
    await share.pause();
    return new Walk(list, await followedKeys(store, logins, share), target);
  };

  const take = async (text: string): Promise<OpmlImport> => {
    tell({ ...NOTHING, running: true });
    try {
      const signIns: [FeedId, Login][] = [];
      let lasting = true;
      const started = await walk(text, library(store, signIns));
      for (let more = true; more; ) {
        await share.pause();
        more = store.transaction(() => started.next(share));
        for (const [feedId, login] of signIns.splice(0)) lasting = (await logins.keep(feedId, login)).lasting && lasting;
        tell({ running: true, done: started.done, total: started.total, added: started.feedIds.length });
      }
      return { summary: { ...started.summary(), ...(lasting ? {} : { notice: 'keychain-missing' as const }) }, feedIds: started.feedIds };
    } finally {
      tell({ ...progress, running: false });
      announce({ kind: 'feeds', feedIds: 'many' });
    }
  };

  return {
    run(text) {
      const mine = turn.then(() => take(text));
      // What one list fails with is its own caller's to hear.
      turn = mine.catch(() => undefined);
      return mine;
    },
    async preview(text) {
      const started = await walk(text, pretence());
      while (started.next(share)) await share.pause();
      return started.summary();
    },
    progress: () => progress,
    async close() {
      share.close();
      closing.abort();
      await turn;
    },
  };
}
