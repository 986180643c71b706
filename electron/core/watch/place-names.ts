import type { StoreReads } from '../store/store.ts';

/** What queries call sources and folders by, and what language a source is in, as one text: where it is another, what they ask for may be. */
export function placeNames(store: StoreReads): string {
  const feeds = store.all('SELECT id, ifnull(own_title, title) AS title, feed_url, folder_id, lang FROM feeds ORDER BY id');
  return JSON.stringify([feeds, store.all('SELECT id, parent_id, title FROM folders ORDER BY id')]);
}
