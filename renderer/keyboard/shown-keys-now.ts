import { wordsNow } from '../words/use-words.ts';
import { keyInPlaceOf, useKeyMap } from './key-map.ts';
import { shownKeys } from './shown-keys.ts';

/** A key that is named by its usual one, written as it is set now; undefined where its command has none. Outside of drawing. */
export function shownKeysNow(usual: string): string | undefined {
  const now = keyInPlaceOf(usual, useKeyMap.getState());
  return now === undefined ? undefined : shownKeys(now, wordsNow().t);
}
