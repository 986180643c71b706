import type { MenuItem } from '../components/menu-item.ts';
import type { SearchView } from '../state/search-view.ts';
import { copyAddress } from '../state/article-actions.ts';
import type { Words } from '../words/use-words.ts';
import { forgetSearches } from './search-commands.ts';

/** What can be done with a search as a whole, in the menu at the end of the field's others. One more is one more line here. */
export function searchActions({ text }: SearchView, { t }: Words): readonly MenuItem[] {
  return [
    { label: t('search.copyQuery'), icon: 'copy', disabled: text.trim() === '', onSelect: () => void copyAddress(text.trim(), t('search.queryCopied')) },
    { label: t('search.forgetRecent'), icon: 'clock', onSelect: forgetSearches },
  ];
}
