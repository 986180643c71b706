import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { ActivityRow } from '../../electron/contract/source.ts';
import { useActivity } from '../client/queries.ts';
import { DetailsScroll } from '../layout/details-scroll.tsx';
import { chooseSource } from '../state/sources-view.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { momentWords, soonWords } from './day-words.ts';
import { DetailsBar } from './details-bar.tsx';
import { activityWords, tookWords } from './try-words.ts';
import styles from './activity-log.module.css';

const ROW = 44;
const OVERSCAN = 10;
/** Rows left below the window when the next page is asked for. */
const AHEAD = 30;

const NONE: readonly never[] = [];

function Line({ row, now, words }: { readonly row: ActivityRow; readonly now: number; readonly words: Words }) {
  const when = (at: number) => momentWords(at, now, words);
  const text = activityWords(row, (at) => soonWords(at, now, words), words);
  const kind = row.kind === 'leftOut' ? styles.out : row.kind === 'asked' && row.outcome === 'failed' ? styles.failed : '';
  return (
    <>
      {row.kind === 'evicted' ? (
        <span>{words.t('sources.evictedTitle')}</span>
      ) : (
        <button type="button" className={styles.source} dir="auto" lang={textLang(row.feedTitle, null)} onClick={() => chooseSource(row.feedId, true)}>
          {row.feedTitle}
        </button>
      )}
      <span className={styles.time}>{when(row.at)}</span>
      <span className={`${styles.text} ${kind}`} title={text}>
        {text}
      </span>
      {row.kind === 'asked' ? <span className={styles.time}>{tookWords(row.ms, words)}</span> : null}
    </>
  );
}

/** What the engine asked and what it left out, newest first; older lines come as they are scrolled to. */
export const ActivityLog = memo(function ActivityLog({ now }: { readonly now: number }) {
  const words = useWords();
  const { t } = words;
  const scrollRef = useRef<HTMLDivElement>(null);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useActivity();
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? NONE, [data]);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by what it returns
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    useFlushSync: false,
  });
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - AHEAD) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <>
      <DetailsBar title={t('sources.activity')} />
      <p className={styles.hint}>{data && rows.length === 0 ? t('sources.activityNone') : t('sources.activityHint')}</p>
      <DetailsScroll ref={scrollRef} className={styles.log} label={t('sources.activity')}>
        <ol style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <li key={row.id} aria-posinset={index + 1} aria-setsize={hasNextPage ? -1 : rows.length} style={{ transform: `translateY(${start}px)` }}>
                <Line row={row} now={now} words={words} />
              </li>
            ) : null;
          })}
        </ol>
      </DetailsScroll>
    </>
  );
});
