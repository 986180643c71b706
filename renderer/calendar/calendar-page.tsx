import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { DATE_ROLES } from '../../electron/contract/lens.ts';
import type { DateRow } from '../../electron/contract/lens-api.ts';
import { takeOut } from '../client/exchange.ts';
import { useDates } from '../client/lens-queries.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Segment } from '../components/segment.tsx';
import { Select } from '../components/select.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { PageError } from '../layout/page-error.tsx';
import { PageInstead } from '../layout/page-instead.tsx';
import { PlainPage } from '../layout/plain-page.tsx';
import { stepRows } from '../layout/step-rows.ts';
import { dayText } from '../lens/day-text.ts';
import { openFigure } from '../lens/open-figure.ts';
import { focusPane } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { showToast, useUi } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { calendarRequest } from './calendar-request.ts';
import { CALENDAR_SPANS, useCalendarView } from './calendar-view.ts';
import rowButton from '../components/row-button.module.css';
import scroll from '../layout/page-scroll.module.css';
import styles from './calendar.module.css';

async function exportShown(): Promise<void> {
  try {
    const file = await call('exportDates', calendarRequest(useCalendarView.getState(), new Date()));
    takeOut(file);
    showToast({ text: () => wordsNow().t('calendar.exported', { count: file.dates }) });
  } catch (error) {
    showFailure(error);
  }
}

function keyOf({ source, figureId }: DateRow): string {
  return `${source.articleId} ${figureId}`;
}

function Entry({ row, reachable, onFocus }: { readonly row: DateRow; readonly reachable: boolean; readonly onFocus: () => void }) {
  const { t } = useWords();
  const { source } = row;
  const role = row.role === null ? t('calendar.noRole') : t(`lens.roles.${row.role}`);
  return (
    <li>
      <button
        type="button"
        className={`${rowButton.listed} ${styles.entry}`}
        tabIndex={reachable ? 0 : -1}
        data-date={keyOf(row)}
        data-pane-focus={reachable ? '' : undefined}
        onFocus={onFocus}
        onClick={() => openFigure(source.articleId, row.figureId)}
      >
        <span className={styles.role}>{role}</span>
        <span className={styles.sentence} dir="auto" lang={textLang(row.sentenceText, source.lang)}>
          {row.sentenceText}
        </span>
        <span className={styles.meta} dir="auto">
          {[source.feedTitle, row.unsure ? t('calendar.unsure') : ''].filter((part) => part !== '').join(t('lens.joiner'))}
        </span>
      </button>
    </li>
  );
}

/** Days that articles name, as a list: what takes effect, what ends, what is due, each with its sentence. */
export function CalendarPage({ toast }: { readonly toast: ReactNode }) {
  const { t, format } = useWords();
  const view = useCalendarView();
  // Asked once while the page is open: a midnight in between changes one day at its edge.
  const [now] = useState(() => new Date());
  const { data, error, refetch, hasNextPage, fetchNextPage } = useDates(calendarRequest(view, now));
  const [at, setAt] = useState<string | null>(null);
  const dates = data?.pages.flatMap((page) => page.dates) ?? [];
  const days = [...Map.groupBy(dates, ({ day }) => day)];
  const reachable = dates.some((row) => keyOf(row) === at) ? at : dates[0] ? keyOf(dates[0]) : null;
  const isKnown = data !== undefined;
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar' && !document.activeElement?.matches('input, select')) focusPane('list');
  }, [isKnown]);

  const body = () => {
    if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
    if (!data) return null;
    if (dates.length === 0) {
      return (
        <PageInstead>
          <EmptyState title={t('calendar.emptyTitle')} text={t('calendar.emptyText')} />
        </PageInstead>
      );
    }
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the rows inside
      <div className={`${scroll.scroll} ${styles.scroll}`} data-page-scroll="" onKeyDown={(event) => void stepRows(event, { keys: dates.map(keyOf), at: reachable, attribute: 'data-date' })}>
        {days.map(([day, rows]) => (
          <section key={day} className={styles.day} aria-label={dayText(day, format.locale)}>
            <h2 className={styles.head}>
              {dayText(day, format.locale)}
              {/^\d{4}-\d\d-\d\d$/u.test(day) ? <span>{new Intl.DateTimeFormat(format.locale === 'zh-CN' ? 'zh-CN' : 'en-GB', { weekday: 'long' }).format(Date.parse(`${day}T12:00:00`))}</span> : null}
            </h2>
            <ul>
              {rows.map((row) => (
                <Entry key={keyOf(row)} row={row} reachable={keyOf(row) === reachable} onFocus={() => setAt(keyOf(row))} />
              ))}
            </ul>
          </section>
        ))}
        {hasNextPage ? (
          <Button className={styles.more} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        ) : null}
      </div>
    );
  };
  return (
    <PlainPage label={t('calendar.title')} toast={toast}>
      <PageBar last title={t('calendar.title')} count="">
        <Button disabled={dates.length === 0} onClick={() => void exportShown()}>
          {t('calendar.export')}
        </Button>
      </PageBar>
      <div className={styles.filters}>
        <Segment label={t('calendar.span')} value={view.span} options={CALENDAR_SPANS.map((value) => ({ value, label: t(`calendar.spans.${value}`) }))} onChange={(span) => useCalendarView.setState({ span })} />
        <Select
          label={t('calendar.role')}
          labelHidden
          value={view.role}
          options={[{ value: '', label: t('calendar.anyRole') }, ...DATE_ROLES.map((value) => ({ value, label: t(`lens.roles.${value}`) }))]}
          onChange={(role) => useCalendarView.setState({ role })}
        />
      </div>
      {body()}
    </PlainPage>
  );
}
