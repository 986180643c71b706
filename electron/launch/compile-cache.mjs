import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Keeps V8's compiled code, so that a second start does not compile the bundles again. Where it cannot be kept, Node does without. */
export function useCompileCache() {
  enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/monazite'));
}
