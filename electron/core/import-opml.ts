import { setImmediate } from 'node:timers/promises';
import type { CredentialsKind } from '../contract/credentials.ts';
import { ReaderError } from '../contract/errors.ts';
import type { FeedId, FolderId, ImportProgress, OpmlSummary } from '../contract/model.ts';
import type { PageRules } from '../contract/page.ts';
import { readPageRules } from '../contract/validate-page.ts';
import type { Login } from './fetch/login.ts';
import { kindOf, signedAddress, type Logins, type SignedAddress } from './logins.ts';
import { MASKS } from './own-address.ts';
import type { Announce } from './pace/announcer.ts';
import type { OpmlOutline } from './parse/opml.ts';
import { parseOpmlInTurns } from './parse/parse-opml.ts';
import { feedKey } from './refresh/feed-key.ts';
import { MASKED, maskedParts, publicAddress, withoutSecrets } from './secret-address.ts';
import { addFeed, feedRecords, pauseFeed } from './store/feeds.ts';
import { createFolder } from './store/folders.ts';
import type { Store } from './store/open-store.ts';
import { importPageRules, rememberOutline } from './store/outlines.ts';

/** Outlines in one transaction: a few milliseconds, so that nobody else's call waits for long. */
const CHUNK = 50;

export interface OpmlImport {
  readonly summary: OpmlSummary;
  /** The feeds that were added; nothing has been asked of them yet. */
  readonly feedIds: readonly FeedId[];
}

export interface OpmlImporter {
  /**
   * Follows every source of a subscription list that is not followed yet, in folders as the list nests them, chunk by
   * chunk, each whole or not at all. One list after the other. Rejects with `not-opml`, `opml-too-large`, `disk-full`.
   */
  run(text: string): Promise<OpmlImport>;
  progress(): ImportProgress;
  /** Ends what is under way after its chunk; importing the same list again adds the rest. */
  close(): Promise<void>;
}

/** A line of the list: a source, a folder, or a source that is also a folder of others. */
interface Entry {
  readonly outline: OpmlOutline;
  /** Titles of the folders around it. */
  readonly path: readonly string[];
}

/** A source by its address: that of a feed, or of a page with the rules by which it is read. */
interface Source {
  readonly signed: SignedAddress;
  readonly rules: PageRules | null;
}

function isSource({ feedUrl, extension }: OpmlOutline): boolean {
  return feedUrl !== null || extension['kind'] === 'page';
}

/** An outline without a feed that holds others, or that says nothing but a title: a link or an inclusion is no folder. */
function isFolder(outline: OpmlOutline): boolean {
  const { title, attributes, children } = outline;
  if (title === '') return false;
  return children.length > 0 || (!isSource(outline) && attributes['type'] === undefined && attributes['url'] === undefined);
}

function* entriesOf(outlines: readonly OpmlOutline[], path: readonly string[]): Generator<Entry> {
  for (const outline of outlines) {
    if (isSource(outline) || isFolder(outline)) yield { outline, path };
    yield* entriesOf(outline.children, isFolder(outline) ? [...path, outline.title] : path);
  }
}

function addressOf(text: string | null): SignedAddress | null {
  try {
    return text === null ? null : signedAddress(text, null);
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}

function sourceOf({ feedUrl, siteUrl, extension }: OpmlOutline): Source | null {
  const rules = extension['kind'] === 'page' ? readPageRules(extension['rules'] ?? '') : null;
  const signed = addressOf(extension['kind'] === 'page' ? siteUrl : feedUrl);
  return signed === null || (extension['kind'] === 'page' && rules === null) ? null : { signed, rules };
}

/** A list that was exported here says `***` where the key was. */
function kindOfAddress({ address, login }: SignedAddress): CredentialsKind | null {
  return kindOf(login) ?? (maskedParts(address).length > 0 ? 'url' : null);
}

/** What a list says beside the address may repeat it. */
function publicAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, withoutSecrets(value)]));
}

/** The keys of an address, to tell two sources apart that differ by nothing else; null where they are not known. */
function keysOf(login: Login | null): string | null {
  return login === null || Object.keys(login.parts).length === 0 ? null : JSON.stringify(Object.entries(login.parts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is followed already: names of addresses, each with its keys. */
async function followedKeys(store: Store, logins: Logins): Promise<Map<string, string | null>> {
  const followed = new Map<string, string | null>();
  for (const { id, feedUrl } of feedRecords(store)) {
    followed.set(feedKey(publicAddress(feedUrl)), feedUrl.includes(MASKED) ? keysOf(await logins.find(id)) : keysOf(addressOf(feedUrl)?.login ?? null));
  }
  return followed;
}

class Import {
  readonly #store: Store;
  readonly #entries: readonly Entry[];
  readonly #followed: ReadonlyMap<string, string | null>;
  readonly #named = new Map<string, string | null>();
  readonly #folders = new Set<FolderId>();
  readonly #invalid: string[] = [];
  /** Sign-ins that stood in the addresses; to be kept where secrets live. */
  readonly logins: [FeedId, Login][] = [];
  readonly feedIds: FeedId[] = [];
  #alreadyFollowed = 0;
  #repeated = 0;
  #at = 0;
  done = 0;
  readonly total: number;

  constructor(store: Store, outlines: readonly OpmlOutline[], followed: ReadonlyMap<string, string | null>) {
    this.#store = store;
    this.#entries = [...entriesOf(outlines, [])];
    this.#followed = followed;
    this.total = this.#entries.filter(({ outline }) => isSource(outline)).length;
  }

  /** Takes the next lines of the list; false at its end. */
  next(): boolean {
    const chunk = this.#entries.slice(this.#at, this.#at + CHUNK);
    // Folders are looked up anew in each chunk: between two, the person may have deleted one.
    const folders = new Map<string, FolderId>();
    this.#store.transaction(() => {
      for (const entry of chunk) this.#take(entry, folders);
    });
    this.#at += chunk.length;
    return this.#at < this.#entries.length;
  }

  summary(): OpmlSummary {
    return {
      named: this.total, added: this.feedIds.length, alreadyFollowed: this.#alreadyFollowed, repeated: this.#repeated, folders: this.#folders.size, invalid: this.#invalid,
    };
  }

  #take({ outline, path }: Entry, folders: Map<string, FolderId>): void {
    if (isSource(outline)) this.#follow(outline, this.#folder(path, folders));
    if (!isFolder(outline)) return;
    const folderId = this.#folder([...path, outline.title], folders);
    if (folderId === null) return;
    this.#folders.add(folderId);
    rememberOutline(this.#store, { folderId }, isSource(outline) ? {} : publicAttributes({ ...outline.attributes, title: outline.title }));
  }

  #folder(path: readonly string[], folders: Map<string, FolderId>): FolderId | null {
    let parentId: FolderId | null = null;
    for (const [depth, title] of path.entries()) {
      const name = JSON.stringify(path.slice(0, depth + 1));
      parentId = folders.get(name) ?? createFolder(this.#store, { title, parentId }).id;
      folders.set(name, parentId);
    }
    return parentId;
  }

  #follow(outline: OpmlOutline, folderId: FolderId | null): void {
    this.done += 1;
    const source = sourceOf(outline);
    if (source === null) return void this.#invalid.push(withoutSecrets(outline.feedUrl ?? outline.siteUrl ?? outline.title));
    const address = this.#ownAddress(source.signed);
    const key = feedKey(address);
    if (this.#named.has(key)) return void (this.#repeated += 1);
    this.#named.set(key, keysOf(source.signed.login));
    const feedId = this.#followed.has(key) ? null : this.#add(outline, { ...source, signed: { ...source.signed, address } }, folderId);
    if (feedId === null) this.#alreadyFollowed += 1;
    else this.feedIds.push(feedId);
  }

  /** As ownAddress does, in the list and in what was followed before it. */
  #ownAddress({ address, login }: SignedAddress): string {
    const keys = keysOf(login);
    const isOthers = (known: string | null | undefined): boolean => typeof known === 'string' && known !== keys;
    const isFree = (masked: string): boolean => !isOthers(this.#named.get(feedKey(masked))) && !isOthers(this.#followed.get(feedKey(masked)));
    return keys === null ? address : (MASKS.map((mask) => address.replaceAll(MASKED, mask)).find(isFree) ?? address);
  }

  /** Null where somebody followed it while the import was under way. */
  #add({ title, siteUrl, feedUrl, attributes, extension }: OpmlOutline, { signed, rules }: Source, folderId: FolderId | null): FeedId | null {
    // Where a list gives no title, its parser gives the address.
    const own = title === feedUrl || title === '' ? null : withoutSecrets(title);
    const isPublishers = extension['title'] === 'publisher';
    try {
      const { id } = addFeed(this.#store, {
        feedUrl: signed.address,
        kind: rules ? 'page' : 'rss',
        facts: { title: isPublishers ? own : null, siteUrl: addressOf(siteUrl)?.address ?? null, lang: null },
        folderId,
        title: isPublishers ? null : own,
        credentials: kindOfAddress(signed),
      });
      if (rules) importPageRules(this.#store, id, rules);
      if (extension['paused'] === 'true') pauseFeed(this.#store, id, true);
      rememberOutline(this.#store, { feedId: id }, publicAttributes({ ...attributes, title }));
      if (signed.login) this.logins.push([id, signed.login]);
      return id;
    } catch (error) {
      if (error instanceof ReaderError && error.code === 'already-subscribed') return null;
      throw error;
    }
  }
}

const NOTHING: ImportProgress = { running: false, done: 0, total: 0, added: 0 };

/** Imports subscription lists, and tells how far it has come. */
export function createOpmlImporter({ store, logins, announce }: { store: Store; logins: Logins; announce: Announce }): OpmlImporter {
  let progress = NOTHING;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const tell = (next: ImportProgress): void => {
    progress = next;
    announce({ kind: 'import' });
  };

  const pause = async (): Promise<void> => {
    await setImmediate();
    if (closed) throw new ReaderError('engine-stopped', 'the engine stopped');
  };

  const take = async (text: string): Promise<OpmlImport> => {
    tell({ ...NOTHING, running: true });
    try {
      const { outlines } = await parseOpmlInTurns(text, pause);
      const started = new Import(store, outlines, await followedKeys(store, logins));
      let lasting = true;
      for (let more = true; more; ) {
        more = started.next();
        for (const [feedId, login] of started.logins.splice(0)) lasting = (await logins.keep(feedId, login)).lasting && lasting;
        tell({ running: true, done: started.done, total: started.total, added: started.feedIds.length });
        if (more) await pause();
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
    progress: () => progress,
    async close() {
      closed = true;
      await turn;
    },
  };
}
