import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps V8's compiled code, so that a second start does not compile the bundles again. Where it cannot be kept, Node does
 * without. The engine's threads know of it by the environment alone. Electron is left without: code that lies
 * where anybody may write would run past its check that the package is whole.
 */
export function useCompileCache() {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/monazite');
  enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
