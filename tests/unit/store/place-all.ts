import type { Store } from '../../../electron/core/store/open-store.ts';
import { queuedStories } from '../../../electron/core/store/note-story.ts';
import { placeStory } from '../../../electron/core/store/place-story.ts';

/** Finds the stories of all that wait, as the engine does a little later. */
export function placeAll(store: Store): void {
  for (let ids = queuedStories(store, 50); ids.length > 0; ids = queuedStories(store, 50)) for (const id of ids) placeStory(store, id);
}
