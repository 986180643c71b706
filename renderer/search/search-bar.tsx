import { IconButton } from '../components/icon-button.tsx';
import { Bar } from '../layout/bar.tsx';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { useSidebarShown } from '../layout/lens-place.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { SearchField } from './search-field.tsx';
import { SearchMenus } from './search-menus.tsx';
import styles from './search.module.css';

/** In place of the list's bar: the search field, and what its search is narrowed to. */
export function SearchBar() {
  const { t } = useWords();
  const narrow = useUi((state) => state.layout === 'narrow');
  const noSidebar = !useSidebarShown() || narrow;
  return (
    <search className={styles.search}>
      <h1 className="visually-hidden">{t('search.title')}</h1>
      <Bar className={styles.bar} first={noSidebar} last={narrow}>
        {noSidebar ? <IconButton icon="sidebar" label={t('sidebar.show')} keys="[" onClick={toggleSidebar} /> : null}
        <SearchField />
      </Bar>
      <SearchMenus />
    </search>
  );
}
