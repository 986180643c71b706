import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { NoSources } from '../add-source/no-sources.tsx';
import { asReaderError } from '../client/as-reader-error.ts';
import { useFeeds, useSourcesReport } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorState } from '../components/error-state.tsx';
import { PageFrame } from '../layout/page-frame.tsx';
import { PageInstead } from '../layout/page-instead.tsx';
import { focusPane } from '../state/navigate.ts';
import { useSourcesView } from '../state/sources-view.ts';
import { announce, useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { ActivityLog } from './activity-log.tsx';
import { arrangeSources } from './arrange-sources.ts';
import { FetchChart } from './fetch-chart.tsx';
import { FetchTable } from './fetch-table.tsx';
import { Inspector } from './inspector.tsx';
import { longestState } from './longest-state.ts';
import { rememberedWords } from './remembered-words.ts';
import { sourceItems } from './source-items.ts';
import { SourcesBar } from './sources-bar.tsx';
import { SourcesTable } from './sources-table.tsx';
import { TotalsLine } from './totals-line.tsx';
import styles from './sources.module.css';

const NONE: readonly never[] = [];

/** How every source does: totals and the last day, the table, and beside it the chosen source or what the engine did. */
export function SourcesPage({ toast }: { readonly toast: ReactNode }) {
  const { t, format } = useWords();
  // The same object as long as the language is the same: the table below is arranged anew with each other one.
  const words = useMemo(() => rememberedWords({ t, format }), [t, format]);
  const chosen = useSourcesView((state) => state.chosen);
  // What is typed is there at once; the table follows when there is time.
  const filter = useDeferredValue(useSourcesView((state) => state.filter));
  const sort = useSourcesView((state) => state.sort);
  const fetchesAsTable = useSourcesView((state) => state.fetchesAsTable);
  const { data: known } = useFeeds();
  const { data: report, error, refetch } = useSourcesReport();
  const items = useMemo(() => (report && known ? sourceItems(report, known, words) : NONE), [report, known, words]);
  const entries = useMemo(() => arrangeSources(items, filter, sort, format.locale), [items, filter, sort, format.locale]);
  const letters = useMemo(() => longestState(items), [items]);
  const item = useMemo(() => items.find(({ feed }) => feed.id === chosen), [items, chosen]);
  const now = report?.asOf ?? 0;

  useEffect(() => {
    useSourcesView.setState({ order: entries.flatMap((entry) => (entry.kind === 'source' ? [entry.key] : [])) });
  }, [entries]);
  // The table comes after the page: the keys wait for it, unless they are in a field.
  const stands = known !== undefined && (report !== undefined || error !== null);
  useEffect(() => {
    if (stands && useUi.getState().pane !== 'sidebar' && !(document.activeElement instanceof HTMLInputElement)) focusPane('list');
  }, [stands]);
  // Only what is typed is answered aloud: the table also changes by itself.
  const saidRef = useRef(filter);
  const found = entries.filter(({ kind }) => kind === 'source').length;
  useEffect(() => {
    if (saidRef.current === filter) return;
    saidRef.current = filter;
    announce(t('common.sources', { count: found }));
  }, [filter, found, t]);

  const table = () => {
    if ((error && !report) || known?.feeds.length === 0) {
      return (
        <PageInstead>
          {error && !report ? <ErrorState error={asReaderError(error)} onRetry={() => void refetch()} /> : <NoSources />}
        </PageInstead>
      );
    }
    if (!report) return null;
    return (
      <>
        <TotalsLine items={items} slots={report.slots} />
        {fetchesAsTable ? <FetchTable slots={report.slots} /> : <FetchChart slots={report.slots} />}
        {entries.length > 0 || filter.trim() === '' ? (
          <SourcesTable entries={entries} letters={letters} now={now} />
        ) : (
          <EmptyState
            title={t('sources.noMatchTitle')}
            text={t('sources.noMatchText', { filter: filter.trim() })}
            actions={<Button onClick={() => useSourcesView.setState({ filter: '' })}>{t('sources.clearFilter')}</Button>}
          />
        )}
      </>
    );
  };

  return (
    <PageFrame
      className={styles.page}
      label={t('sources.title')}
      detailsLabel={t('sources.inspector')}
      // Another source begins anew: what was under way for the one is not under way for the other.
      details={item ? <Inspector key={item.feed.id} item={item} now={now} /> : <ActivityLog now={now} />}
      toast={toast}
    >
      <SourcesBar sources={known?.feeds.length ?? 0} found={report && filter.trim() !== '' ? found : null} />
      {table()}
    </PageFrame>
  );
}
