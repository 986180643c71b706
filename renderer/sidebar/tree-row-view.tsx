import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { Feed, FeedFailure, Folder, FolderId, Scope } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { SourceTile } from '../components/source-tile.tsx';
import { failingTitle } from '../sources/state-words.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { SidebarRow } from './sidebar-row.tsx';
import type { TreeRow } from './source-tree.ts';
import { treeRowId } from './tree-row-id.ts';
import styles from './sidebar.module.css';

interface Drawn {
  /** Pixels left free before it, for rows that are not drawn. */
  readonly room: number;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly onChoose: (scope: Scope) => void;
  readonly onFold: (folderId: FolderId, open: boolean) => void;
  readonly onMenu: (row: TreeRow, event: MouseEvent<HTMLElement>) => void;
}

export type TreeRowViewProps = TreeRow & Drawn;

function feedName(feed: Feed, unread: number, words: Words): string {
  const { t, format } = words;
  if (feed.paused) return t('sidebar.rowPaused', { title: feed.title });
  if (feed.failure) return t('sidebar.rowFailing', { title: feed.title, since: format.timeOrDate(feed.failure.since), reason: failingTitle(feed.failure, words) });
  return unread > 0 ? t('sidebar.rowUnread', { title: feed.title, count: unread }) : feed.title;
}

function FailingMark({ failure }: { readonly failure: FeedFailure }) {
  const words = useWords();
  const title = failingTitle(failure, words);
  const { cause } = errorWords(failure, words);
  return (
    <span className={styles.failingMark} title={words.t('sidebar.failingMark', { title, cause, since: words.format.timeOrDate(failure.since) })}>
      <Icon name="broken" size={14} className={styles.failing} />
    </span>
  );
}

function PausedMark() {
  const { t } = useWords();
  return (
    <span className={styles.pausedMark} title={t('sources.statePaused')}>
      <Icon name="pause" size={14} />
    </span>
  );
}

function Count({ unread }: { readonly unread: number }) {
  const { format } = useWords();
  return unread > 0 ? <span className={styles.count}>{format.count(unread)}</span> : null;
}

function Twisty({ folder, open, onFold }: Pick<Drawn, 'onFold'> & { readonly folder: Folder; readonly open: boolean }) {
  return (
    <button
      type="button"
      className={styles.twisty}
      tabIndex={-1}
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onFold(folder.id, !open);
      }}
    >
      <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
    </button>
  );
}

/** A folder or a source. What fails or is paused shows a mark in place of its count. One that did not change is not drawn anew: a count changes with every article that is read, and there may be thousands of sources. */
export const TreeRowView = memo(function TreeRowView({ room, chosen, reachable, onChoose, onFold, onMenu, ...row }: TreeRowViewProps) {
  const words = useWords();
  const { level, place, of, unread } = row;
  const shared = { id: treeRowId(row), room, chosen, reachable, level, place, of, onMenu: (event: MouseEvent<HTMLElement>) => onMenu(row, event) };
  if (row.kind === 'folder') {
    const { folder, open } = row;
    return (
      <SidebarRow
        {...shared}
        name={unread > 0 ? words.t('sidebar.rowUnread', { title: folder.title, count: unread }) : folder.title}
        label={folder.title}
        lead={<Twisty folder={folder} open={open} onFold={onFold} />}
        end={<Count unread={unread} />}
        open={open}
        onChoose={() => onChoose({ kind: 'folder', id: folder.id })}
      />
    );
  }
  const { feed } = row;
  return (
    <SidebarRow
      {...shared}
      name={feedName(feed, unread, words)}
      label={feed.title}
      lead={<SourceTile title={feed.title} icon={feed.icon} />}
      end={feed.paused ? <PausedMark /> : feed.failure ? <FailingMark failure={feed.failure} /> : <Count unread={unread} />}
      onChoose={() => onChoose({ kind: 'feed', id: feed.id })}
    />
  );
});
