import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { BookmarkOrder, BookmarkSummary } from '../../electron/contract/bookmark.ts';
import choice from '../components/chosen-row.module.css';
import { Icon } from '../components/icon.tsx';
import { RowFrame } from '../components/row-frame.tsx';
import stroke from '../evidence/stroke.module.css';
import { KeptMark } from '../list/kept-mark.tsx';
import frame from '../list/row-frame.module.css';
import { FoundSnippet } from '../search/found-snippet.tsx';
import { Stroked } from '../search/stroked.tsx';
import { chooseBookmark, extendTo, toggleMark } from '../state/bookmarks-view.ts';
import { readBookmark } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import { dayOf } from './bookmark-items.ts';
import { addedWords, bookmarkName, rowDay } from './bookmark-name.ts';
import styles from './row.module.css';

/** The element of a bookmark's row. */
export function bookmarkRowId(articleId: number): string {
  return `bookmark-${articleId}`;
}

/** Whether a row has a line below its title: the passage that a search found, else the first highlight. */
export function hasSecondLine({ hit, firstHighlight }: Pick<BookmarkSummary, 'hit' | 'firstHighlight'>): boolean {
  return Boolean(hit?.snippet ?? firstHighlight);
}

export interface BookmarkRowProps {
  readonly row: BookmarkSummary;
  readonly order: BookmarkOrder;
  /** 1-based place in the whole listing, and how long that is. */
  readonly place: number;
  readonly of: number;
  readonly chosen: boolean;
  readonly marked: boolean;
  /** Some are marked: a click on the box of any goes on with that. */
  readonly marking: boolean;
  /** Without a hairline below: the group ends, or the next row is filled. */
  readonly bare: boolean;
  readonly onMenu: (row: BookmarkSummary, event: MouseEvent<HTMLElement>) => void;
}

/** Ctrl or Cmd adds one, Shift adds all up to it, a plain click shows it. */
function clicked(articleId: number, event: MouseEvent<HTMLElement>): void {
  if (event.shiftKey) extendTo(articleId);
  else if (event.ctrlKey || event.metaKey) {
    toggleMark(articleId);
    chooseBookmark(articleId);
  } else chooseBookmark(articleId, event.detail < 2);
}

/** A bookmark: title, its first highlight as a stroke of a marker, source, day, what was added, tags, whether it is kept. */
export const BookmarkRow = memo(function BookmarkRow({ row, order, place, of, chosen, marked, marking, bare, onMenu }: BookmarkRowProps) {
  const words = useWords();
  const title = headlineTitle(row, words);
  const added = addedWords(row, words);
  const classes = [
    choice.row,
    frame.row,
    styles.row,
    chosen ? `${choice.chosen} ${styles.chosen}` : '',
    marked ? styles.marked : '',
    marking ? styles.marking : '',
    bare || chosen || marked ? frame.bare : '',
  ];
  return (
    <RowFrame
      id={bookmarkRowId(row.id)}
      classes={classes}
      place={place}
      of={of}
      selected={marking ? marked : chosen}
      label={bookmarkName(row, order, marked, words)}
      articleId={row.id}
      link={row.url === null ? null : { url: row.url, title }}
      onClick={(event) => clicked(row.id, event)}
      onDoubleClick={() => readBookmark(row.id)}
      onMenu={(event) => onMenu(row, event)}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- x does the same */}
      <span
        className={styles.box}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          toggleMark(row.id);
          chooseBookmark(row.id);
          event.currentTarget.closest<HTMLElement>('[data-pane-focus]')?.focus({ preventScroll: true });
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <i>{marked ? <Icon name="check" size={12} /> : null}</i>
      </span>
      <div className={styles.title} dir="auto" lang={textLang(row.title, row.lang)} title={title}>
        {row.hit && title === row.title ? <Stroked text={title} spans={row.hit.titleSpans} /> : title}
      </div>
      {row.hit?.snippet ? (
        <FoundSnippet snippet={row.hit.snippet} lang={row.lang} className={`${styles.quote} ${styles.passage}`} />
      ) : row.firstHighlight ? (
        <p className={styles.quote} dir="auto" lang={textLang(row.firstHighlight.quote, row.lang)}>
          <span className={`${stroke.stroke} ${styles.stroke}`}>{row.firstHighlight.quote}</span>
        </p>
      ) : null}
      <div className={styles.meta}>
        <span className={styles.source} dir="auto" lang={textLang(row.feedTitle, null)}>
          {row.feedTitle}
        </span>
        <time className={styles.number} dateTime={new Date(dayOf(row, order)).toISOString()} title={words.format.dateTime(dayOf(row, order))}>
          {rowDay(row, order, words)}
        </time>
        {added === '' ? null : <span className={styles.added}>{added}</span>}
        <span className={styles.end}>
          {row.tags.map(({ id, title: tag }) => (
            <span key={id} className={styles.tag} dir="auto" lang={textLang(tag, null)}>
              {tag}
            </span>
          ))}
        </span>
        <KeptMark kept={row.kept} className={styles.kept} />
      </div>
    </RowFrame>
  );
});
