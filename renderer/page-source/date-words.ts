import type { PageItem } from '../../electron/contract/page.ts';
import type { Words } from '../words/use-words.ts';

/** The date of what a page lists, as its article would show it; null where it has none. */
export function dateWords({ publishedAt, publishedDay }: Pick<PageItem, 'publishedAt' | 'publishedDay'>, { format }: Words): string | null {
  if (publishedAt === null) return null;
  return publishedDay === null ? format.timeOrDate(publishedAt) : format.shortDay(publishedDay);
}
