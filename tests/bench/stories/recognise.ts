import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { entityIds } from '../../../electron/core/stories/story-mark.ts';

const shipped = createNameFinder();

/** The ids of what a text names, as the engine recognises it with the gazetteer that is shipped. */
export function recognise(title: string, text: string, publishedAt: number | null = null): readonly string[] {
  return entityIds(shipped.namesOf({ title, text, publishedAt }));
}
