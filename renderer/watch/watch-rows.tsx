import { useState } from 'react';
import type { DragEvent, MouseEvent } from 'react';
import type { Watch, WatchId } from '../../electron/contract/watch.ts';
import { useEntities } from '../client/watch-queries.ts';
import { Icon } from '../components/icon.tsx';
import { SidebarRow } from '../sidebar/sidebar-row.tsx';
import sidebar from '../sidebar/sidebar.module.css';
import { textLang } from '../../electron/contract/text-lang.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { moveWatch } from './watch-actions.ts';
import { WatchMark } from './watch-mark.tsx';
import { watchName } from './watch-name.ts';
import styles from './watch.module.css';

export interface WatchRowsProps {
  readonly watches: readonly Watch[];
  readonly chosen: string;
  readonly reachable: string;
  readonly onChoose: (watchId: WatchId) => void;
  readonly onMenu: (watch: Watch, event: MouseEvent<HTMLElement>) => void;
}

function rowName(watch: Watch, words: Words): string {
  const { t } = words;
  const title = watchName(watch, words);
  if (watch.failure) return t('watch.rowFailing', { title });
  return watch.unread > 0 ? t('sidebar.rowUnread', { title, count: watch.unread }) : title;
}

function placeUnder(event: DragEvent<HTMLElement>): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
  return row === null ? null : Number(row.dataset['place']);
}

/** The watchlists in the person's order: dragged to another place, or moved by Alt and an arrow. */
export function WatchRows({ watches, chosen, reachable, onChoose, onMenu }: WatchRowsProps) {
  const words = useWords();
  const { t, format } = words;
  // Names come with the glossary.
  useEntities(watches.length > 0);
  const [dragged, setDragged] = useState<Watch | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its rows take the focus
    <ul
      role="tree"
      aria-label={t('watch.title')}
      onDragOver={(event) => {
        const place = placeUnder(event);
        if (!dragged || place === null) return;
        event.preventDefault();
        setOver(place);
      }}
      onDrop={(event) => {
        const place = placeUnder(event);
        end();
        if (!dragged || place === null) return;
        event.preventDefault();
        void moveWatch(dragged, place);
      }}
    >
      {watches.map((watch, index) => {
        const id = `watch:${watch.id}`;
        const { unread, failure } = watch;
        return (
          <SidebarRow
            key={watch.id}
            id={id}
            className={over === index && dragged?.id !== watch.id ? styles.over : undefined}
            drag={{
              place: index,
              onStart: () => {
                setDragged(watch);
              },
              onEnd: end,
            }}
            name={rowName(watch, words)}
            label={watchName(watch, words)}
            labelLang={textLang(watchName(watch, words), null)}
            lead={<WatchMark watch={watch} mine={chosen === id} />}
            end={
              failure ? (
                <span className={sidebar.failingMark} title={t('watch.failing', { reason: errorWords(failure, words).title })}>
                  <Icon name="broken" size={14} className={sidebar.failing} />
                </span>
              ) : unread > 0 ? (
                <span className={sidebar.count}>{format.count(unread)}</span>
              ) : null
            }
            chosen={chosen === id}
            reachable={reachable === id}
            place={index + 1}
            of={watches.length}
            onChoose={() => {
              onChoose(watch.id);
            }}
            onMenu={(event) => {
              onMenu(watch, event);
            }}
          />
        );
      })}
    </ul>
  );
}
