import { ReaderError } from '../contract/errors.ts';
import type { Finder } from './watch/finder.ts';

/** Stands where no search is joined: no query can be asked, no entity is known, nothing is found. */
export function createUnjoinedFinder(): Finder {
  return {
    check() {
      throw new ReaderError('internal', 'no search is joined');
    },
    isLive: () => false,
    matching: () => [],
    wordsIn: () => [],
    hasEntity: () => false,
    entitiesOf: () => new Map(),
    storyOf: () => null,
  };
}
