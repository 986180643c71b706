import { useWords } from '../words/use-words.ts';
import { keyInPlaceOf, useKeyMap } from './key-map.ts';
import { shownKeys } from './shown-keys.ts';

/** How a button or menu writes the key that it names by its usual one, as it is set now; undefined where there is none. */
export function useShownKeys(usual: string | undefined): string | undefined {
  const { t } = useWords();
  const now = useKeyMap((map) => (usual === undefined ? undefined : keyInPlaceOf(usual, map)));
  return now === undefined ? undefined : shownKeys(now, t);
}
