import type { AnswerOf } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { FeedId } from '../contract/model.ts';
import type { PageRules } from '../contract/page.ts';
import type { SubscribingParts } from './subscribing.ts';

export async function setPageRules(_parts: SubscribingParts, _feedId: FeedId, _rules: PageRules): Promise<AnswerOf<'setPageRules'>> {
  throw new ReaderError('internal', 'not built yet');
}
