import { useEffect, useSyncExternalStore } from 'react';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import type { PARTS } from './parts.ts';

type Parts = typeof PARTS;

const listeners = new Set<() => void>();
let parts: Parts | null = null;
let fault: ReaderError | null = null;
let coming: Promise<void> | null = null;

function tell(): void {
  for (const listener of listeners) listener();
}

async function load(): Promise<void> {
  fault = null;
  tell();
  try {
    ({ PARTS: parts } = await import('./parts.ts'));
  } catch (error) {
    // The next article asks again, and the pane of this one says why it is not drawn.
    coming = null;
    fault = asReaderError(error);
  }
  tell();
}

/** Has what an article is drawn with come, where it is not here. A start asks for it once the first list is seen, or with an article that is open. */
export function loadParts(): void {
  coming ??= load();
}

function onParts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What an article or a watch is drawn with; null while it is on its way, which it is asked on with each that is opened: `opened`, null where there is none. */
export function useParts(opened: string | number | null): Parts | null {
  useEffect(() => {
    if (opened !== null) loadParts();
  }, [opened]);
  return useSyncExternalStore(onParts, () => parts);
}

/** Why the last try to load it failed. */
export function usePartsFault(): ReaderError | null {
  return useSyncExternalStore(onParts, () => fault);
}
