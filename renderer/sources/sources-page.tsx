import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { asReaderError } from '../client/as-reader-error.ts';
import { useFeeds, useRefreshProgress, useSourcesReport } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { refreshLine } from '../sidebar/refresh-line.ts';
import { focusPane } from '../state/navigate.ts';
import { useSourcesView } from '../state/sources-view.ts';
import { announce, openDialog, useUi } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { ActivityLog } from './activity-log.tsx';
import { arrangeSources } from './arrange-sources.ts';
import { FetchChart } from './fetch-chart.tsx';
import { FetchTable } from './fetch-table.tsx';
import { Inspector } from './inspector.tsx';
import { rememberedWords } from './remembered-words.ts';
import { sourceItems } from './source-items.ts';
import type { SourceItem } from './source-items.ts';
import { FILTER_ID, SourcesBar } from './sources-bar.tsx';
import { SourcesTable } from './sources-table.tsx';
import { TotalsLine } from './totals-line.tsx';
import styles from './sources.module.css';

const NONE: readonly never[] = [];

/** What stands in place of the table: nothing followed, nothing found, nobody answers. */
function Instead({ title, text, actions }: { readonly title: string; readonly text: string; readonly actions: ReactNode }) {
  return <EmptyState title={title} text={text} actions={actions} />;
}

/** `/` goes to the filter. */
function toFilter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  document.getElementById(FILTER_ID)?.focus();
}

/** How every source does: totals and the last day, the table, and beside it the chosen source or what the engine did. */
export function SourcesPage({ toast }: { readonly toast: ReactNode }) {
  const { t, format } = useWords();
  // The same object as long as the language is the same: the table below is arranged anew with each other one.
  const words = useMemo(() => rememberedWords({ t, format }), [t, format]);
  const layout = useUi((state) => state.layout);
  const pushed = useUi((state) => state.pushed);
  const drawer = useUi((state) => state.drawer);
  const chosen = useSourcesView((state) => state.chosen);
  // What is typed is there at once; the table follows when there is time.
  const filter = useDeferredValue(useSourcesView((state) => state.filter));
  const sort = useSourcesView((state) => state.sort);
  const fetchesAsTable = useSourcesView((state) => state.fetchesAsTable);
  const { data: known } = useFeeds();
  const { data: report, error, refetch } = useSourcesReport();
  const items = useMemo(() => (report && known ? sourceItems(report, known, words) : NONE), [report, known, words]);
  const entries = useMemo(() => arrangeSources(items, filter, sort, format.locale), [items, filter, sort, format.locale]);
  const item = useMemo(() => items.find(({ feed }) => feed.id === chosen), [items, chosen]);
  const narrow = layout === 'narrow';
  const now = report?.asOf ?? 0;

  useEffect(() => {
    useSourcesView.setState({ order: entries.flatMap((entry) => (entry.kind === 'source' ? [entry.key] : [])) });
  }, [entries]);
  useEffect(() => {
    if (useUi.getState().pane !== 'sidebar') focusPane('list');
  }, []);
  // Only what is typed is answered aloud: the table also changes by itself.
  const saidRef = useRef(filter);
  const found = entries.filter(({ kind }) => kind === 'source').length;
  useEffect(() => {
    if (saidRef.current === filter) return;
    saidRef.current = filter;
    announce(t('common.sources', { count: found }));
  }, [filter, found, t]);

  const table = () => {
    if (error && !report) {
      const { title, cause, next } = errorWords(asReaderError(error), words);
      return <Instead title={title} text={[cause, next].join(t('row.joiner'))} actions={<Button onClick={() => void refetch()}>{t('common.tryAgain')}</Button>} />;
    }
    if (known?.feeds.length === 0) {
      return (
        <Instead
          title={t('empty.noSourcesTitle')}
          text={t('empty.noSourcesText')}
          actions={
            <>
              <Button kind="primary" onClick={() => openDialog({ kind: 'add' })}>
                {t('empty.addSource')}
              </Button>
              <Button onClick={() => openDialog({ kind: 'import' })}>{t('empty.importOpml')}</Button>
            </>
          }
        />
      );
    }
    if (!report) return null;
    return (
      <>
        <TotalsLine items={items} slots={report.slots} />
        {fetchesAsTable ? <FetchTable slots={report.slots} /> : <FetchChart slots={report.slots} />}
        {entries.length > 0 || filter.trim() === '' ? (
          <SourcesTable entries={entries} now={now} />
        ) : (
          <Instead
            title={t('sources.noMatchTitle')}
            text={t('sources.noMatchText', { filter: filter.trim() })}
            actions={<Button onClick={() => useSourcesView.setState({ filter: '' })}>{t('sources.clearFilter')}</Button>}
          />
        )}
      </>
    );
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears a key of what is inside
    <div className={styles.page} onKeyDown={toFilter}>
      <section className={narrow && pushed ? `${styles.main} ${styles.away}` : styles.main} aria-label={t('sources.title')} data-pane="list" inert={narrow && (pushed || drawer)}>
        <SourcesBar sources={known?.feeds.length ?? 0} found={report && filter.trim() !== '' ? found : null} />
        {table()}
        {narrow ? <RefreshLine /> : null}
        {narrow && pushed ? null : toast}
      </section>
      {narrow && !pushed ? null : (
        <section className={styles.details} aria-label={t('sources.inspector')} data-pane="article" inert={narrow && drawer}>
          {item ? <Details item={item} now={now} /> : <ActivityLog now={now} />}
          {narrow ? toast : null}
        </section>
      )}
    </div>
  );
}

function RefreshLine() {
  const words = useWords();
  const { data: progress } = useRefreshProgress();
  return <div className={styles.foot}>{refreshLine(progress, words)}</div>;
}

/** Begins anew with each source: what was under way for another is not under way for this one. */
function Details({ item, now }: { readonly item: SourceItem; readonly now: number }) {
  return <Inspector key={item.feed.id} item={item} now={now} />;
}
