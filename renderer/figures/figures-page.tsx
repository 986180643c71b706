import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { asReaderError } from '../client/as-reader-error.ts';
import { takeOut } from '../client/exchange.ts';
import { useFigures } from '../client/lens-queries.ts';
import { call } from '../client/transport.ts';
import alerts from '../alerts/alerts.module.css';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorState } from '../components/error-state.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { LensProgressStrip } from '../lens/lens-progress-strip.tsx';
import { focusPane } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast, useUi } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { FigureFilters } from './figure-filters.tsx';
import { FiguresTable } from './figures-table.tsx';
import { useFiguresView } from './figures-view.ts';
import styles from './figures.module.css';

async function exportShown(): Promise<void> {
  try {
    const file = await call('exportFigures', { format: 'csv', filter: useFiguresView.getState().filter });
    takeOut(file);
    showToast({ text: () => wordsNow().t('figures.exported', { count: file.figures }) });
  } catch (error) {
    showFailure(error);
  }
}

/** Figures of all articles: narrowed by what they are of, their kind, unit, period and source. Each leads to its sentence. */
export function FiguresPage({ toast }: { readonly toast: ReactNode }) {
  const { t, format } = useWords();
  const filter = useFiguresView((state) => state.filter);
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useFigures(filter);
  const narrow = useUi((state) => state.layout === 'narrow');
  const drawer = useUi((state) => state.drawer);
  const figures = data?.pages.flatMap((page) => page.figures) ?? [];
  const first = data?.pages[0];
  const isNarrowed = Object.keys(filter).length > 0;
  const isKnown = data !== undefined;
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar' && !(document.activeElement instanceof HTMLInputElement)) focusPane('list');
  }, [isKnown]);
  const count = first ? t(first.totalIsMore ? 'figures.countMore' : 'figures.count', { count: first.total, number: format.count(first.total) }) : '';
  const body = () => {
    if (error && !data) return <ErrorState error={asReaderError(error)} onRetry={() => void refetch()} />;
    if (!data) return null;
    if (figures.length === 0) {
      return (
        <div className={alerts.instead} tabIndex={-1} data-pane-focus="">
          <EmptyState
            title={t(isNarrowed ? 'figures.noMatchTitle' : 'figures.emptyTitle')}
            text={t(isNarrowed ? 'figures.noMatchText' : 'figures.emptyText')}
            actions={isNarrowed ? <Button onClick={() => useFiguresView.setState({ filter: {}, scroll: 0 })}>{t('figures.clear')}</Button> : null}
          />
        </div>
      );
    }
    return <FiguresTable figures={figures} stale={isPlaceholderData} onMore={hasNextPage ? () => void fetchNextPage() : null} />;
  };
  return (
    <section className={`${alerts.page} ${styles.page}`} aria-label={t('figures.title')} data-pane="list" inert={narrow && drawer}>
      <PageBar last title={t('figures.title')} count={count}>
        <Button disabled={figures.length === 0} onClick={() => void exportShown()}>
          {t('figures.export')}
        </Button>
      </PageBar>
      <FigureFilters />
      <LensProgressStrip />
      {body()}
      {toast}
    </section>
  );
}
