import { useEffect, useSyncExternalStore } from 'react';
import { showFailure } from '../state/show-failure.ts';
import type { PARTS } from './parts.ts';

type Parts = typeof PARTS;

const listeners = new Set<() => void>();
let parts: Parts | null = null;
let coming: Promise<void> | null = null;

async function load(): Promise<void> {
  try {
    ({ PARTS: parts } = await import('./parts.ts'));
    for (const listener of listeners) listener();
  } catch (error) {
    // The next article asks again.
    coming = null;
    showFailure(error);
  }
}

/** Has what an article is drawn with come, where it is not here. A start asks for it once the first list is seen, or with an article that is open. */
export function loadParts(): void {
  coming ??= load();
}

function onParts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What an article or a watch is drawn with; null while it is on its way, which it is asked on where it is `wanted`. */
export function useParts(wanted: boolean): Parts | null {
  useEffect(() => {
    if (wanted) loadParts();
  }, [wanted]);
  return useSyncExternalStore(onParts, () => parts);
}
