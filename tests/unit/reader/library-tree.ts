import type { ReadingRoom } from './reading-room.ts';

/** Every feed as "folder > folder > title address", whatever its id. */
export async function libraryTree({ api }: ReadingRoom): Promise<string[]> {
  const { feeds, folders } = await api.listFeeds({});
  const path = (id: number | null): string => {
    const folder = folders.find((one) => one.id === id);
    return folder ? `${path(folder.parentId)}${folder.title} > ` : '';
  };
  return feeds.map(({ title, feedUrl, folderId }) => `${path(folderId)}${title} ${feedUrl}`).toSorted();
}
