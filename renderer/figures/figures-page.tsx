import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useFigures } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { PageError } from '../layout/page-error.tsx';
import { PageInstead } from '../layout/page-instead.tsx';
import { PlainPage } from '../layout/plain-page.tsx';
import { LensProgressStrip } from '../lens/lens-progress-strip.tsx';
import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { exportFigures } from './export-figures.ts';
import { FigureFilters } from './figure-filters.tsx';
import { FiguresTable } from './figures-table.tsx';
import { useFiguresView } from './figures-view.ts';
import styles from './figures.module.css';

/** Figures of all articles: narrowed by what they are of, their kind, unit, period and source. Each leads to its sentence. */
export function FiguresPage({ toast }: { readonly toast: ReactNode }) {
  const { t, format } = useWords();
  const filter = useFiguresView((state) => state.filter);
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useFigures(filter);
  const figures = data?.pages.flatMap((page) => page.figures) ?? [];
  const first = data?.pages[0];
  const isNarrowed = Object.keys(filter).length > 0;
  const isKnown = data !== undefined;
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar' && !(document.activeElement instanceof HTMLInputElement)) focusPane('list');
  }, [isKnown]);
  const count = first ? t(first.totalIsMore ? 'figures.countMore' : 'figures.count', { count: first.total, number: format.count(first.total) }) : '';
  const body = () => {
    if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
    if (!data) return null;
    if (figures.length === 0) {
      return (
        <PageInstead>
          <EmptyState
            title={t(isNarrowed ? 'figures.noMatchTitle' : 'figures.emptyTitle')}
            text={t(isNarrowed ? 'figures.noMatchText' : 'figures.emptyText')}
            actions={isNarrowed ? <Button onClick={() => useFiguresView.setState({ filter: {}, scroll: 0 })}>{t('figures.clear')}</Button> : null}
          />
        </PageInstead>
      );
    }
    return <FiguresTable figures={figures} stale={isPlaceholderData} onMore={hasNextPage ? () => void fetchNextPage() : null} />;
  };
  return (
    <PlainPage className={styles.page} label={t('figures.title')} toast={toast}>
      <PageBar last title={t('figures.title')} count={count}>
        <Button disabled={figures.length === 0} onClick={() => void exportFigures(useFiguresView.getState().filter)}>
          {t('figures.export')}
        </Button>
      </PageBar>
      <FigureFilters />
      <LensProgressStrip />
      {body()}
    </PlainPage>
  );
}
