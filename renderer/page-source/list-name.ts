import type { PageList } from '../../electron/contract/page.ts';
import type { Words } from '../words/use-words.ts';

const LONGEST = 60;

function cut(text: string): string {
  // Not between the halves of a character beyond the first plane.
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…` : text;
}

/** What a list of a page is called where it can be chosen: its heading and first headline, with how many it holds. */
export function listName({ heading, items, itemCount }: PageList, { t }: Words): string {
  const first = cut(items[0]?.title ?? '');
  const name = heading !== null && first !== '' ? t('pageSource.listNamed', { heading: cut(heading), first }) : (heading ?? (first || t('pageSource.listUnnamed')));
  return t('pageSource.listOption', { name, count: itemCount });
}
