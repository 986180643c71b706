import type { KeyboardEvent } from 'react';
import type { BookmarkCounts, BookmarkOrder } from '../../electron/contract/bookmark.ts';
import { useSettings } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { TextField } from '../components/text-field.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { Bar, BarSpace } from '../layout/bar.tsx';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { narrow as narrowBy, useBookmarksView } from '../state/bookmarks-view.ts';
import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { filterMenu } from './filter-menus.ts';
import styles from './bookmarks.module.css';

export const SEARCH_ID = 'bookmarks-search';

const ORDERS = { saved: 'bookmarks.orderSaved', published: 'bookmarks.orderPublished', source: 'bookmarks.orderSource' } as const satisfies Record<BookmarkOrder, string>;

function Search() {
  const { t } = useWords();
  const text = useBookmarksView((state) => state.choice.text);
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method uses these keys for itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') narrowBy({ text: '' });
    else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') focusPane('list');
    else return;
    event.preventDefault();
  };
  return (
    <TextField
      id={SEARCH_ID}
      className={styles.search}
      type="search"
      label={t('bookmarks.search')}
      labelHidden
      placeholder={t('bookmarks.search')}
      icon="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      value={text}
      onChange={(value) => narrowBy({ text: value })}
      onKeyDown={keyDown}
    />
  );
}

export interface BookmarksBarProps {
  readonly counts: BookmarkCounts;
  /** How many of them what is chosen lets through; null where nothing is. */
  readonly found: number | null;
  /** Exports what the list shows. */
  readonly onExport: () => void;
}

/** The bar of the page of bookmarks: how many there are, a search, export, and the order. */
export function BookmarksBar({ counts, found, onExport }: BookmarksBarProps) {
  const words = useWords();
  const { t, format } = words;
  const { all } = counts;
  const choice = useBookmarksView((state) => state.choice);
  const narrow = useUi((state) => state.layout === 'narrow');
  const order = useBookmarksView((state) => state.order);
  const { data: settings } = useSettings();
  const { openAt, menu } = useMenu();
  const noSidebar = narrow || (settings?.sidebarHidden ?? false);
  const orders = Object.entries(ORDERS) as readonly (readonly [BookmarkOrder, (typeof ORDERS)[BookmarkOrder]])[];
  return (
    <Bar className={noSidebar ? `${styles.bar} ${styles.withButton}` : styles.bar} first={noSidebar} last={narrow}>
      {noSidebar ? <IconButton icon="sidebar" label={t('sidebar.show')} keys="[" onClick={toggleSidebar} /> : null}
      <h1 className={styles.title}>{t('scopes.bookmarks')}</h1>
      <span className={styles.count}>{all === 0 ? '' : found === null ? format.count(all) : t('bookmarks.foundOf', { found, count: all })}</span>
      <BarSpace />
      <Search />
      <Button className={styles.export} icon="export" disabled={all === 0 || found === 0} onClick={onExport}>
        {t('bookmarks.export')}
      </Button>
      <IconButton
        className={styles.icons}
        icon="filter"
        label={t('bookmarks.filterMore')}
        aria-haspopup="menu"
        disabled={all === 0}
        onClick={(event) => openAt(event.currentTarget, t('bookmarks.filterMore'), filterMenu(counts, choice, words))}
      />
      <IconButton
        icon="sort"
        label={t('bookmarks.sort', { order: t(ORDERS[order]) })}
        aria-haspopup="menu"
        onClick={(event) =>
          openAt(
            event.currentTarget,
            t('bookmarks.sortMenu'),
            orders.map(([key, label]) => ({ label: t(label), checked: key === order, onSelect: () => useBookmarksView.setState({ order: key }) })),
          )
        }
      />
      {menu}
    </Bar>
  );
}
