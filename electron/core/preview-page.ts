import type { AnswerOf, ArgsOf } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { SubscribingParts } from './subscribing.ts';

export async function previewPage(_parts: SubscribingParts, _args: ArgsOf<'previewPage'>): Promise<AnswerOf<'previewPage'>> {
  throw new ReaderError('internal', 'not built yet');
}
