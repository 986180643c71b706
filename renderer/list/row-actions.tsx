import { openInBrowser, toggleBookmark, togglePinned, toggleRead } from '../state/article-actions.ts';
import type { ListedArticle } from '../state/listing.ts';
import { useWords } from '../words/use-words.ts';
import { keptWords } from './kept-words.ts';
import { RowAction } from './row-action.tsx';
import styles from './row-actions.module.css';

/** What a row offers under the pointer, in the place of its time. */
export function RowActions({ row }: { readonly row: ListedArticle }) {
  const { t } = useWords();
  // It stands where the mark stood until the pointer came.
  const keepLabel = [keptWords(row.kept, t), t(row.pinned ? 'ready.letGo' : 'ready.keep')].join(t('row.joiner'));
  return (
    <span className={styles.actions} aria-hidden="true">
      <RowAction icon={row.read ? 'unread' : 'check'} label={t(row.read ? 'list.markUnread' : 'list.markRead')} keys="M" onAct={() => void toggleRead(row.id)} />
      <RowAction
        icon={row.bookmarked ? 'bookmark-filled' : 'bookmark'}
        mine={row.bookmarked}
        label={t(row.bookmarked ? 'list.removeBookmark' : 'list.bookmark')}
        keys="S"
        onAct={() => void toggleBookmark(row.id)}
      />
      <RowAction icon="tray" mine={row.pinned} label={keepLabel} keys="D" onAct={() => void togglePinned(row.id)} />
      {row.url ? <RowAction icon="external" label={t('list.openInBrowser')} keys="V" onAct={() => openInBrowser(row.id)} /> : null}
    </span>
  );
}
