import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { actedOn, unmark, useBookmarksView } from '../state/bookmarks-view.ts';
import { focusPane } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { removeBookmarks } from './bookmark-actions.ts';
import styles from './bookmarks.module.css';

/** In place of the filters while bookmarks are marked: how many, and what can be done with all of them. */
export function SelectionBar({ total, onAll }: { readonly total: number; readonly onAll: () => void }) {
  const { t, format } = useWords();
  const count = useBookmarksView((state) => state.marked.size);
  return (
    <div className={styles.filters} role="toolbar" aria-label={t('bookmarks.selection')}>
      <b className={styles.chosenCount}>{t('bookmarks.chosen', { count })}</b>
      {count < total ? (
        <Button kind="quiet" className={styles.small} onClick={onAll}>
          {t('bookmarks.chooseAll', { total: format.count(total) })}
        </Button>
      ) : null}
      <span className={styles.space} />
      <Button className={styles.small} icon="tag" onClick={() => openDialog({ kind: 'tag-bookmarks', articleIds: actedOn() })}>
        {t('bookmarks.tag')}
      </Button>
      <Button className={styles.small} icon="export" onClick={() => openDialog({ kind: 'export-articles', articleIds: actedOn() })}>
        {t('bookmarks.export')}
      </Button>
      <Button className={styles.small} kind="danger" icon="trash" onClick={() => void removeBookmarks(actedOn())}>
        {t('bookmarks.removeMany')}
      </Button>
      <IconButton
        size="small"
        icon="close"
        label={t('bookmarks.letGo')}
        keys="Esc"
        onClick={() => {
          unmark();
          focusPane('list');
        }}
      />
    </div>
  );
}
