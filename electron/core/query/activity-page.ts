import type { ArgsOf } from '../../contract/api.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { FeedId } from '../../contract/model.ts';
import type { ActivityPage, SourceTry } from '../../contract/source.ts';
import type { Store } from '../store/store.ts';

export function sourceTries(_store: Store, _feedId: FeedId, _limit: number): SourceTry[] {
  throw new ReaderError('internal', 'not built yet');
}

export function activityPage(_store: Store, _args: ArgsOf<'activity'>): ActivityPage {
  throw new ReaderError('internal', 'not built yet');
}
