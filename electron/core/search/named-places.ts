import type { FeedId } from '../../contract/model.ts';
import { foldText } from '../../contract/search/fold.ts';
import type { SearchLibrary } from './search-library.ts';

interface NamedFeed {
  readonly id: FeedId;
  readonly title: string;
  /** What its publisher calls it. */
  readonly given: string;
  readonly feedUrl: string;
}

/**
 * The sources that a name means: those that are called so, else those in whose name or host it stands, else those that their
 * publisher calls so: a search may have been kept from before a person renamed them. Also ones that are followed no more, for
 * their bookmarks. `#12` is the source of that id.
 */
export function feedsNamed(library: SearchLibrary, name: string): FeedId[] {
  const feeds = library.all<NamedFeed>('SELECT id, ifnull(own_title, title) AS title, title AS given, feed_url AS feedUrl FROM feeds');
  const id = /^#(\d{1,15})$/.exec(name)?.[1];
  if (id !== undefined) return feeds.filter((feed) => feed.id === Number(id)).map((feed) => feed.id);
  const wanted = foldText(name).trim();
  const folded = feeds.map((feed) => ({ id: feed.id, title: foldText(feed.title).trim(), given: foldText(feed.given).trim(), host: URL.parse(feed.feedUrl)?.host ?? '' }));
  const ways = [
    ({ title }) => title === wanted,
    ({ title, host }) => title.includes(wanted) || host.includes(wanted),
    ({ given }) => given === wanted,
  ] satisfies ((feed: (typeof folded)[number]) => boolean)[];
  for (const way of ways) {
    const found = folded.filter(way);
    if (found.length > 0) return found.map((feed) => feed.id);
  }
  return [];
}

interface NamedFolder {
  readonly id: number;
  readonly parentId: number | null;
  readonly title: string;
}

/** The path of every folder, "Trade press/Europe". */
export function folderPaths(library: SearchLibrary): { id: number; path: string }[] {
  const folders = new Map(library.all<NamedFolder>('SELECT id, parent_id AS parentId, title FROM folders').map((folder) => [folder.id, folder]));
  return [...folders.values()].map((folder) => {
    const titles: string[] = [];
    for (let above: NamedFolder | undefined = folder; above && titles.length < 64; above = folders.get(above.parentId ?? 0)) titles.unshift(above.title);
    return { id: folder.id, path: titles.join('/') };
  });
}

/** The sources in the folders that a title or path means, and below them. Null where no folder is called so. */
export function feedsInFolders(library: SearchLibrary, name: string): FeedId[] | null {
  const wanted = foldText(name).trim();
  const folders = folderPaths(library).map(({ id, path }) => ({ id, path: foldText(path).trim() }));
  const exact = folders.filter(({ path }) => path === wanted || path.endsWith(`/${wanted}`));
  const found = exact.length > 0 ? exact : folders.filter(({ path }) => path.slice(path.lastIndexOf('/') + 1).includes(wanted));
  if (found.length === 0) return null;
  return library
    .all<{ id: FeedId }>(
      `WITH RECURSIVE inside (id) AS (SELECT value FROM json_each(?) UNION SELECT folders.id FROM folders JOIN inside ON folders.parent_id = inside.id)
       SELECT feeds.id FROM feeds JOIN inside ON feeds.folder_id = inside.id`,
      JSON.stringify(found.map(({ id }) => id)),
    )
    .map(({ id }) => id);
}
