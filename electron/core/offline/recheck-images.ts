import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { keptImages, missImage } from '../store/images.ts';
import type { Store } from '../store/open-store.ts';
import { imagePath } from './image-path.ts';

/** Files looked for in one turn of the event loop. */
const AT_ONCE = 200;

/**
 * After a copy took the place of the library: an image that the copy believes to be here may have been removed since. Those
 * that are gone are fetched again as any image is. Answers with their number, once all have been looked for or the store was closed.
 */
export async function recheckImages(store: Store): Promise<number> {
  let missed = 0;
  for (const [index, key] of keptImages(store).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    if (!store.db.isOpen) return missed;
    if (existsSync(imagePath(store.profile, key))) continue;
    missImage(store, key);
    missed += 1;
  }
  return missed;
}
