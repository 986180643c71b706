import { SAVED_FEED } from '../../electron/contract/saving.ts';
import type { Words } from './use-words.ts';

/** The title of a source as the person calls it: of the feed of saved pages, in the language of now. */
export function sourceTitle({ feedUrl, title }: { readonly feedUrl: string; readonly title: string }, { t }: Pick<Words, 't'>): string {
  return feedUrl === SAVED_FEED ? t('saving.source') : title;
}
