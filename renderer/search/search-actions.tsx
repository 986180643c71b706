import type { Scope } from '../../electron/contract/model.ts';
import { IconButton } from '../components/icon-button.tsx';
import type { MenuItem } from '../components/menu-item.ts';
import { useMenu } from '../components/use-menu.tsx';
import { copyAddress } from '../state/article-actions.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { useSearchView } from '../state/search-view.ts';
import type { SearchView } from '../state/search-view.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { keptQuery } from './kept-query.ts';
import { forgetSearches } from './search-commands.ts';

/** What can be done with a search as a whole. One more is one more line here. */
function searchActions({ text, exact, inScope }: SearchView, scope: Scope, { t }: Words): readonly MenuItem[] {
  const query = text.trim();
  const kept = keptQuery({ text, inScope }, scope);
  return [
    { label: t('search.watch'), icon: 'quote', disabled: query === '', onSelect: () => openDialog({ kind: 'watch', watched: { kind: 'search', query: kept, exact } }) },
    { label: t('search.makeRule'), icon: 'filter', disabled: query === '', onSelect: () => openDialog({ kind: 'rule', query: kept }) },
    { label: t('search.copyQuery'), icon: 'copy', disabled: query === '', onSelect: () => void copyAddress(query, () => wordsNow().t('search.queryCopied')) },
    { label: t('search.forgetRecent'), icon: 'clock', onSelect: forgetSearches },
  ];
}

/** In the search field: the menu of what can be done with the search. */
export function SearchActions() {
  const words = useWords();
  const view = useSearchView();
  const scope = useUi((state) => state.scope);
  const { openAt, menu } = useMenu();
  const label = words.t('search.more');
  return (
    <>
      <IconButton icon="more" size="small" label={label} aria-haspopup="menu" onClick={(event) => openAt(event.currentTarget, label, searchActions(view, scope, words))} />
      {menu}
    </>
  );
}
