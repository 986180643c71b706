import { ReaderError } from '../../contract/errors.ts';
import type { SourcesReport } from '../../contract/source.ts';
import type { Store } from '../store/store.ts';

export function sourcesReport(_store: Store, _now: number): SourcesReport {
  throw new ReaderError('internal', 'not built yet');
}
