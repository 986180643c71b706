import type { BookmarkCounts, BookmarkOrder } from '../../electron/contract/bookmark.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { PageSearch } from '../layout/page-search.tsx';
import { narrow as narrowBy, useBookmarksView } from '../state/bookmarks-view.ts';
import { useWords } from '../words/use-words.ts';
import { filterMenu } from './filter-menus.ts';
import styles from './bookmarks.module.css';

const ORDERS = { saved: 'bookmarks.orderSaved', published: 'bookmarks.orderPublished', source: 'bookmarks.orderSource' } as const satisfies Record<BookmarkOrder, string>;

function Search() {
  const { t } = useWords();
  const text = useBookmarksView((state) => state.choice.text);
  return <PageSearch className={styles.search} label={t('bookmarks.search')} value={text} onChange={(value) => narrowBy({ text: value })} />;
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
  const order = useBookmarksView((state) => state.order);
  const { openAt, menu } = useMenu();
  const orders = Object.entries(ORDERS) as readonly (readonly [BookmarkOrder, (typeof ORDERS)[BookmarkOrder]])[];
  return (
    <PageBar className={styles.bar} title={t('scopes.bookmarks')} count={all === 0 ? '' : found === null ? format.count(all) : t('bookmarks.foundOf', { found, count: all })}>
      <Search />
      <Button className={styles.export} icon="export" title={t('bookmarks.export')} disabled={all === 0 || found === 0} onClick={onExport}>
        <span className={styles.exportWords}>{t('bookmarks.export')}</span>
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
    </PageBar>
  );
}
