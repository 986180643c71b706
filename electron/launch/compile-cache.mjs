import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Keeps V8's compiled code of the bundles beside them, so that a second start does not compile them again. */
export function useCompileCache() {
  enableCompileCache?.(join(import.meta.dirname, '../../out/.cache'));
}
