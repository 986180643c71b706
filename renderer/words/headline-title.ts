import type { ArticleSummary } from '../../electron/contract/model.ts';
import type { Words } from './use-words.ts';

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What an article is called on the screen: an item may hold nothing but a date or a name, or a title that nobody can see. */
export function headlineTitle({ title }: Pick<ArticleSummary, 'title'>, { t }: Pick<Words, 't'>): string {
  return VISIBLE.test(title) ? title : t('common.untitled');
}
