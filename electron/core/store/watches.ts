import { ReaderError } from '../../contract/errors.ts';
import type { WatchId } from '../../contract/watch.ts';
import type { StoreReads } from './store.ts';

/** The id of a watch that is there. Throws `watch-missing` {watchId}. */
export function requireWatch(store: StoreReads, id: WatchId): WatchId {
  if (!store.get('SELECT 1 FROM watches WHERE id = ?', id)) throw new ReaderError('watch-missing', `there is no watch ${id}`, { watchId: id });
  return id;
}
