import { ReaderError } from '../contract/errors.ts';
import type { Store } from './store/open-store.ts';

export function exportSources(_store: Store, _now: number): string {
  throw new ReaderError('internal', 'not built yet');
}
