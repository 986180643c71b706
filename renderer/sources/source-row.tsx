import { memo } from 'react';
import type { MouseEvent } from 'react';
import choice from '../components/chosen-row.module.css';
import { Icon } from '../components/icon.tsx';
import { SourceTile } from '../components/source-tile.tsx';
import { visitScope } from '../state/navigate.ts';
import { chooseSource } from '../state/sources-view.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import { lastNewWords, perDayWords, perWeekWords, shareWords } from './column-cells.ts';
import { DayStrip } from './day-strip.tsx';
import type { SourceItem } from './source-items.ts';
import styles from './table.module.css';

/** The element of a source's row. */
export function sourceRowId(feedId: number): string {
  return `source-${feedId}`;
}

export interface SourceRowProps {
  readonly item: SourceItem;
  /** 1-based place in the whole table, heads included. */
  readonly place: number;
  /** Pixels below the heads. */
  readonly top: number;
  /** Little room: the days stand closer. */
  readonly tight: boolean;
  readonly chosen: boolean;
  /** No hairline below it: the chosen row or the end of a group follows. */
  readonly bare: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onMenu: (item: SourceItem, event: MouseEvent<HTMLElement>) => void;
}

/** A source in the table. */
export const SourceRow = memo(function SourceRow({ item, place, top, tight, chosen, bare, now, onMenu }: SourceRowProps) {
  const words = useWords();
  const { feed, report, state } = item;
  const classes = [choice.row, styles.row, chosen ? `${choice.chosen} ${styles.chosen}` : '', bare ? styles.bare : '', state.mark === 'broken' ? styles.broken : ''].filter(Boolean).join(' ');
  return (
    <tr
      id={sourceRowId(feed.id)}
      className={classes}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={place}
      aria-current={chosen ? 'true' : undefined}
      tabIndex={chosen ? 0 : -1}
      data-pane-focus={chosen ? '' : undefined}
      onClick={() => {
        chooseSource(feed.id, true);
      }}
      onDoubleClick={() => {
        visitScope({ kind: 'feed', id: feed.id });
      }}
      onContextMenu={(event) => {
        onMenu(item, event);
      }}
    >
      <th scope="row" className={`${styles.cell} ${styles.source}`} title={feed.title}>
        <SourceTile title={feed.title} icon={feed.icon} />
        <span className={styles.title} dir="auto" lang={textLang(feed.title, feed.lang)}>
          {feed.title}
        </span>
      </th>
      <td className={`${styles.cell} ${styles.days}`}>
        <DayStrip days={report.days} tight={tight} />
      </td>
      <td className={`${styles.cell} ${styles.perDay}`} title={perWeekWords(report.perWeek, words)}>
        {perDayWords(report.perWeek, words)}
      </td>
      <td className={`${styles.cell} ${styles.fullText}`}>
        {shareWords(report.fullText, words)}
      </td>
      <td className={`${styles.cell} ${styles.lastNew}`} title={report.newestAt === null ? undefined : words.format.dateTime(report.newestAt)}>
        {lastNewWords(item, now, words)}
      </td>
      <td className={`${styles.cell} ${styles.state}`} title={state.text}>
        {state.mark === null ? null : <Icon name={state.mark} size={14} />}
        <span className={styles.stateText}>{state.text}</span>
      </td>
    </tr>
  );
});
