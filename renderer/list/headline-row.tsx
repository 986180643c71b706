import { memo, useState } from 'react';
import type { MouseEvent } from 'react';
import type { ArticleSummary } from '../../electron/contract/model.ts';
import choice from '../components/chosen-row.module.css';
import { Icon } from '../components/icon.tsx';
import { RowFrame } from '../components/row-frame.tsx';
import { ElementSymbols } from '../entities/element-symbols.tsx';
import { FoundSnippet } from '../search/found-snippet.tsx';
import { Stroked } from '../search/stroked.tsx';
import type { ListedArticle } from '../state/listing.ts';
import { openArticle } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import frame from './row-frame.module.css';
import { KeptMark } from './kept-mark.tsx';
import { RowActions } from './row-actions.tsx';
import { StoryMark } from '../stories/story-mark.tsx';
import { rowElementId } from './row-element-id.ts';
import { rowName } from './row-name.ts';
import { rowTime, timeBelowHead } from './row-time.ts';
import picture from './row-picture.module.css';
import titleStyles from './row-title.module.css';
import styles from './row.module.css';

export interface HeadlineRowProps {
  readonly row: ListedArticle;
  /** 1-based place in the whole listing, and how long that is. */
  readonly place: number;
  readonly of: number;
  readonly chosen: boolean;
  /** Without a hairline below: the group ends, or the next row is filled. */
  readonly bare: boolean;
  /** Offline with nothing but its headline on this device. */
  readonly away: boolean;
  /** No head above it tells its day. */
  readonly dated: boolean;
  /** The other reports of its story stand below it. */
  readonly open: boolean;
  readonly onMenu: (row: ArticleSummary, event: MouseEvent<HTMLElement>) => void;
}

const NONE: readonly never[] = [];

/** A headline, 68 px high (72 in Chinese; 30 where the list is compact, 92 and 96 where it is roomy): dot, title over two lines or title and summary, source, marks, time. */
export const HeadlineRow = memo(function HeadlineRow({ row, place, of, chosen, bare, away, dated, open, onMenu }: HeadlineRowProps) {
  const words = useWords();
  const { format } = words;
  // Of hundreds of rows that pass in a fling, one lies under the pointer.
  const [pointed, setPointed] = useState(false);
  // Some sources tell a headline twice.
  const summary = row.summary === row.title ? '' : row.summary;
  // Rows keep their height: where nothing of the title is lit, it takes one line and leaves the other to the passage.
  const isFoundBelow = Boolean(row.snippet) && (row.titleSpans ?? NONE).length === 0;
  const isSole = !summary && !row.snippet;
  const classes = [
    choice.row,
    frame.row,
    styles.row,
    row.read || isSole ? '' : styles.unread,
    chosen ? `${choice.chosen} ${styles.chosen}` : '',
    bare || chosen ? frame.bare : '',
    row.thumbnail ? picture.pictured : '',
    isSole ? styles.sole : '',
    pointed ? styles.pointed : '',
  ];
  const titleClasses = [
    titleStyles.title,
    row.read ? titleStyles.read : isSole ? titleStyles.unread : '',
    chosen ? titleStyles.chosen : '',
    away ? titleStyles.away : '',
    isSole ? titleStyles.sole : '',
    isFoundBelow ? titleStyles.found : '',
  ];
  const { titleSpans, snippet } = row;
  const title = headlineTitle(row, words);
  return (
    <RowFrame
      id={rowElementId(row.id)}
      classes={classes}
      place={place}
      of={of}
      selected={chosen}
      label={rowName(row, words, { open })}
      articleId={row.id}
      onClick={() => openArticle(row.id, true)}
      onPointed={setPointed}
      onMenu={(event) => onMenu(row, event)}
      link={row.url === null ? null : { url: row.url, title }}
    >
      <div className={titleClasses.filter(Boolean).join(' ')} dir="auto" lang={textLang(row.title, row.lang)} title={title}>
        <span className={titleStyles.headline}>{titleSpans && title === row.title ? <Stroked text={title} spans={titleSpans} /> : title}</span>
        {snippet ? (
          <FoundSnippet snippet={snippet} lang={row.lang} className={titleStyles.summary ?? ''} />
        ) : summary ? (
          <span className={titleStyles.summary} dir="auto" lang={textLang(summary, row.lang)}>
            {summary}
          </span>
        ) : null}
      </div>
      {row.thumbnail ? <img className={picture.thumbnail} src={`img/${row.thumbnail}`} alt="" loading="lazy" decoding="async" /> : null}
      <div className={styles.meta}>
        <span className={styles.source} dir="auto" lang={textLang(row.feedTitle, null)}>
          {row.feedTitle}
        </span>
        <ElementSymbols symbols={row.elements} title={row.title} lang={textLang(row.title, row.lang)} />
        {row.story ? <StoryMark row={row} story={row.story} open={open} /> : null}
        <span className={styles.time}>
          <KeptMark kept={row.kept} />
          {row.highlighted ? <Icon name="highlight" size={12} /> : null}
          {row.raised ? <Icon name="flag" size={12} className={styles.mine} /> : null}
          {row.bookmarked ? <Icon name="bookmark-filled" size={12} className={styles.mine} /> : null}
          <time dateTime={row.publishedDay ?? new Date(row.sortAt).toISOString()} title={!pointed ? undefined : row.publishedDay === null ? format.dateTime(row.sortAt) : format.dayDate(row.publishedDay)}>
            {dated ? rowTime(row, Date.now(), words) : timeBelowHead(row, words)}
          </time>
        </span>
        {pointed ? <RowActions row={row} /> : null}
      </div>
    </RowFrame>
  );
});
