import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { ArticleSummary } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { RowFrame } from '../components/row-frame.tsx';
import { ElementSymbols } from '../entities/element-symbols.tsx';
import { KeptMark } from '../list/kept-mark.tsx';
import { rowElementId } from '../list/row-element-id.ts';
import headline from '../list/row.module.css';
import { rowName } from '../list/row-name.ts';
import { rowTime } from '../list/row-time.ts';
import { openArticle } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import styles from './stories.module.css';

export interface ReportRowProps {
  readonly row: ArticleSummary;
  /** 1-based place among the reports of its story, and how many those are. */
  readonly report: number;
  readonly reports: number;
  readonly place: number;
  readonly of: number;
  readonly chosen: boolean;
  readonly onMenu: (row: ArticleSummary, event: MouseEvent<HTMLElement>) => void;
}

/** A report below the row of its story, 48 px high, on a rail that leads down from that. */
export const ReportRow = memo(function ReportRow({ row, report, reports, place, of, chosen, onMenu }: ReportRowProps) {
  const words = useWords();
  const { t, format } = words;
  const title = headlineTitle(row, words);
  const classes = [styles.report, row.read ? styles.read : '', chosen ? styles.chosen : '', report === reports ? styles.end : ''];
  return (
    <RowFrame
      id={rowElementId(row.id)}
      classes={classes}
      place={place}
      of={of}
      selected={chosen}
      label={[rowName({ ...row, story: null }, words), t('stories.inStory', { place: report, count: reports })].join(t('row.joiner'))}
      articleId={row.id}
      link={row.url === null ? null : { url: row.url, title }}
      report
      onClick={() => openArticle(row.id, true)}
      onMenu={(event) => onMenu(row, event)}
    >
      <div className={styles.headline} dir="auto" lang={textLang(row.title, row.lang)} title={title}>
        {title}
      </div>
      <div className={`${headline.meta} ${styles.meta}`}>
        <span className={headline.source} dir="auto" lang={textLang(row.feedTitle, null)}>
          {row.feedTitle}
        </span>
        <ElementSymbols symbols={row.elements} title={row.title} lang={textLang(row.title, row.lang)} />
        <span className={headline.time}>
          <KeptMark kept={row.kept} />
          {row.bookmarked ? <Icon name="bookmark-filled" size={12} className={headline.mine} /> : null}
          <time dateTime={row.publishedDay ?? new Date(row.sortAt).toISOString()} title={row.publishedDay === null ? format.dateTime(row.sortAt) : format.dayDate(row.publishedDay)}>
            {rowTime(row, Date.now(), words)}
          </time>
        </span>
      </div>
    </RowFrame>
  );
});
