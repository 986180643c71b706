import type { AnswerOf } from '../contract/api.ts';
import type { FeedId } from '../contract/model.ts';
import { ReaderError } from '../contract/errors.ts';
import type { SubscribingParts } from './subscribing.ts';

export async function setFeedAddress(_parts: SubscribingParts, _feedId: FeedId, _url: string): Promise<AnswerOf<'setFeedAddress'>> {
  throw new ReaderError('internal', 'not built yet');
}
