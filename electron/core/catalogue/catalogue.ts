import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_OWN_CATALOGUE, OWN_CATALOGUE } from '../../contract/catalogue.ts';
import type { CatalogueApi, CatalogueEntry, CatalogueSource, CatalogueTry, OwnCatalogue } from '../../contract/catalogue.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { FeedId } from '../../contract/model.ts';
import { readOwnCatalogue } from '../../contract/read-own-catalogue.ts';
import type { MethodParts } from '../methods/method-parts.ts';
import { feedKey } from '../refresh/feed-key.ts';
import { catalogueTries, recordCatalogueTry } from '../store/catalogue-tries.ts';
import { addFeed, feedRecords } from '../store/feeds.ts';
import { folderAtPath } from '../store/folders.ts';
import { subscribe } from '../subscribing.ts';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.ts';
import { trySource } from './try-source.ts';

export interface Catalogue {
  readonly api: CatalogueApi;
  readonly close: () => Promise<void>;
}

interface Whole {
  readonly sources: readonly CatalogueSource[];
  readonly own: OwnCatalogue | null;
}

function readOwn(profile: string): Whole & { readonly replaces: boolean } {
  const path = join(profile, OWN_CATALOGUE);
  const none = { sources: [], replaces: false };
  let text: string;
  try {
    if (statSync(path).size > LARGEST_OWN_CATALOGUE) return { ...none, own: { path, problem: `larger than ${LARGEST_OWN_CATALOGUE} bytes` } };
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return { ...none, own: code === 'ENOENT' ? null : { path, problem: code } };
  }
  const read = readOwnCatalogue(text);
  return read.kind === 'read' ? { sources: read.sources, replaces: read.replaces, own: { path, problem: null } } : { ...none, own: { path, problem: read.problem } };
}

/** What ships, and the person's own over it: of two with one id, theirs. */
function whole(profile: string): Whole {
  const { sources, replaces, own } = readOwn(profile);
  const mine = new Set(sources.map(({ id }) => id));
  return { sources: [...(replaces ? [] : SHIPPED_CATALOGUE.filter(({ id }) => !mine.has(id))), ...sources], own };
}

function entry(source: CatalogueSource, tries: ReadonlyMap<string, CatalogueTry>, feeds: ReadonlyMap<string, FeedId>): CatalogueEntry {
  return { ...source, tried: tries.get(source.id) ?? null, feedId: feeds.get(feedKey(source.url)) ?? null };
}

/** The starter catalogue: what can be followed, tried, and what came of trying. */
export function createCatalogue(parts: MethodParts): Catalogue {
  const { store, announce, refreshInBackground, images, inBackground } = parts;
  let pages: Promise<void> = Promise.resolve();
  let closed = false;

  const followed = (): ReadonlyMap<string, FeedId> => new Map(feedRecords(store).map(({ id, feedUrl }) => [feedKey(feedUrl), id]));
  const find = (id: string): CatalogueSource => {
    const source = whole(store.profile).sources.find((one) => one.id === id);
    if (!source) throw new ReaderError('invalid-argument', `the catalogue has no source ${id}`, { path: 'id' });
    return source;
  };
  const tryOne = async (source: CatalogueSource): ReturnType<typeof trySource> => {
    const answer = await trySource(parts, source);
    if (!closed) recordCatalogueTry(store, source.id, answer.tried);
    announce({ kind: 'catalogue' });
    return answer;
  };
  /** Follows a page by the best list that is found in it; where none is, its try says so. */
  const followPage = async (source: CatalogueSource, folder: string): Promise<void> => {
    if (closed) return;
    const { rules } = await tryOne(source);
    if (!rules || closed || followed().has(feedKey(source.url))) return;
    const { feedId } = await subscribe(parts, { url: source.url, page: rules, title: source.title, folder: folderAtPath(store, [folder]) });
    announce({ kind: 'feeds', feedIds: 'many' });
    announce({ kind: 'articles', feedIds: [feedId] });
    images.fetchAhead();
  };

  const api: CatalogueApi = {
    async catalogue() {
      const { sources, own } = whole(store.profile);
      const [tries, feeds] = [catalogueTries(store), followed()];
      return { sources: sources.map((source) => entry(source, tries, feeds)), own };
    },
    async tryCatalogueSource({ id }) {
      const source = find(id);
      await tryOne(source);
      return { source: entry(source, catalogueTries(store), followed()) };
    },
    async followCatalogue({ ids, folders }) {
      const wanted = [...new Set(ids)].map(find);
      const feeds = followed();
      const fresh = wanted.filter(({ url }) => !feeds.has(feedKey(url)));
      const folderOf = ({ kind }: CatalogueSource): string => folders[kind] ?? '';
      const added = fresh.filter(({ reads }) => reads === 'feed');
      const feedIds = store.transaction(() =>
        added.map((source) => addFeed(store, { feedUrl: source.url, kind: 'rss', facts: { title: source.title, siteUrl: source.site, lang: source.lang }, folderId: folderAtPath(store, [folderOf(source)]), title: source.title }).id),
      );
      if (added.length > 0) {
        announce({ kind: 'feeds', feedIds: 'many' });
        void refreshInBackground({ feedIds });
      }
      const asked = fresh.filter(({ reads }) => reads === 'page');
      for (const source of asked) pages = pages.then(() => inBackground(followPage(source, folderOf(source))));
      return { added: added.length, followed: wanted.length - fresh.length, pages: asked.length };
    },
  };
  return {
    api,
    async close() {
      closed = true;
      await pages;
    },
  };
}
