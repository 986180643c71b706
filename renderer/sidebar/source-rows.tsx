import { memo, useRef } from 'react';
import type { MouseEvent } from 'react';
import type { Feed, FeedFailure, FolderId, Scope } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { LetterTile } from '../components/letter-tile.tsx';
import { failingTitle } from '../sources/state-words.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { SidebarRow } from './sidebar-row.tsx';
import type { TreeRow } from './source-tree.ts';
import { useTreeWindow } from './use-tree-window.ts';
import styles from './sidebar.module.css';

export interface SourceRowsProps {
  readonly rows: readonly TreeRow[];
  readonly chosen: string;
  readonly reachable: string;
  readonly onChoose: (scope: Scope) => void;
  readonly onFold: (folderId: FolderId, open: boolean) => void;
  readonly onMenu: (row: TreeRow, event: MouseEvent<HTMLElement>) => void;
}

function rowId(row: TreeRow): string {
  return row.kind === 'folder' ? `folder:${row.folder.id}` : `feed:${row.feed.id}`;
}

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

/** Folders and sources. What fails or is paused shows a mark in place of its count. */
export const SourceRows = memo(function SourceRows({ rows, chosen, reachable, onChoose, onFold, onMenu }: SourceRowsProps) {
  const words = useWords();
  const { t, format } = words;
  const count = (unread: number) => (unread > 0 ? <span className={styles.count}>{format.count(unread)}</span> : null);
  const treeRef = useRef<HTMLUListElement>(null);
  const { shown, rest } = useTreeWindow(rows, rows.findIndex((row) => reachable === rowId(row)), treeRef);
  return (
    <ul role="tree" aria-label={t('sidebar.sources')} ref={treeRef} style={rest > 0 ? { paddingBlockEnd: rest } : undefined}>
      {shown.map(({ row, room }) => {
        const { level, place, of, unread } = row;
        if (row.kind === 'folder') {
          const { folder, open } = row;
          const id = `folder:${folder.id}`;
          const title = folder.title;
          return (
            <SidebarRow
              key={id}
              id={id}
              room={room}
              name={unread > 0 ? t('sidebar.rowUnread', { title, count: unread }) : title}
              label={title}
              lead={
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
              }
              end={count(unread)}
              chosen={chosen === id}
              reachable={reachable === id}
              level={level}
              place={place}
              of={of}
              open={open}
              onChoose={() => {
                onChoose({ kind: 'folder', id: folder.id });
              }}
              onMenu={(event) => {
                onMenu(row, event);
              }}
            />
          );
        }
        const { feed } = row;
        const id = `feed:${feed.id}`;
        return (
          <SidebarRow
            key={id}
            id={id}
            room={room}
            name={feedName(feed, unread, words)}
            label={feed.title}
            lead={<LetterTile title={feed.title} />}
            end={feed.paused ? <PausedMark /> : feed.failure ? <FailingMark failure={feed.failure} /> : count(unread)}
            chosen={chosen === id}
            reachable={reachable === id}
            level={level}
            place={place}
            of={of}
            onChoose={() => {
              onChoose({ kind: 'feed', id: feed.id });
            }}
            onMenu={(event) => {
              onMenu(row, event);
            }}
          />
        );
      })}
    </ul>
  );
});
