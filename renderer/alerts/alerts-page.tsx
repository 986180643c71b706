import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Alert } from '../../electron/contract/watch.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { useSettings } from '../client/queries.ts';
import { useAlerts, useEntities, useWatches } from '../client/watch-queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Bar, BarSpace } from '../layout/bar.tsx';
import { toggleSidebar } from '../layout/toggle-sidebar.ts';
import { useSidebarShown } from '../layout/lens-place.ts';
import { focusPane, openPage } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { alertWhy } from './alert-why.ts';
import { openAlert, seeAll } from './alert-actions.ts';
import styles from './alerts.module.css';

function AlertRow({ alert, waits, reachable, onFocus }: { readonly alert: Alert; readonly waits: boolean; readonly reachable: boolean; readonly onFocus: () => void }) {
  const words = useWords();
  const { t, format } = words;
  const [first, ...others] = alert.articles;
  const why = alertWhy(alert.reasons, words);
  return (
    <li>
      <button
        type="button"
        className={alert.seen ? `${styles.row} ${styles.seen}` : styles.row}
        disabled={!first}
        tabIndex={reachable ? 0 : -1}
        data-alert={alert.id}
        data-pane-focus={reachable ? '' : undefined}
        aria-label={`${alert.seen ? '' : `${t('alerts.unseen')} `}${first ? t('alerts.rowName', { title: first.title, source: first.feedTitle, time: format.timeOrDate(alert.at), why }) : t('alerts.gone')}`}
        onFocus={onFocus}
        onClick={() => void openAlert(alert)}
      >
        <span className={styles.title} dir="auto" lang={first ? textLang(first.title, first.lang) : undefined}>
          {first?.title ?? t('alerts.gone')}
        </span>
        <span className={styles.why}>
          <Icon name={alert.reasons[0]?.kind === 'rule' ? 'rules' : 'bell'} size={12} />
          <span className={styles.whyText}>{why}</span>
        </span>
        <span className={styles.meta}>
          {first ? <span className={styles.source}>{first.feedTitle}</span> : null}
          {others.length > 0 ? <span>{t('alerts.more', { count: others.length })}</span> : null}
          {waits ? <span>{t('alerts.waits', { time: format.dateTime(alert.dueAt) })}</span> : null}
          <time className={styles.time} dateTime={new Date(alert.at).toISOString()} title={format.dateTime(alert.at)}>
            {format.timeOrDate(alert.at)}
          </time>
        </span>
      </button>
    </li>
  );
}

/** What was told of: each story once, the newest first, with the reason. */
export function AlertsPage({ toast }: { readonly toast: ReactNode }) {
  const words = useWords();
  const { t } = words;
  const { data, dataUpdatedAt, error, refetch, hasNextPage, fetchNextPage } = useAlerts();
  const { data: known } = useWatches();
  const { data: settings } = useSettings();
  const layout = useUi((state) => state.layout);
  const drawer = useUi((state) => state.drawer);
  const [at, setAt] = useState<number | null>(null);
  // Names come with the glossary.
  useEntities();
  const alerts = data?.pages.flatMap((page) => page.alerts) ?? [];
  const unseen = data?.pages[0]?.unseen ?? 0;
  const narrow = layout === 'narrow';
  const noSidebar = !useSidebarShown() || narrow;
  const isKnown = data !== undefined;
  const reachable = alerts.some(({ id }) => id === at) ? at : (alerts[0]?.id ?? null);
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar') focusPane('list');
  }, [isKnown]);

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = alerts.findIndex(({ id }) => id === reachable);
    const aims: Record<string, number> = { ArrowDown: index + 1, j: index + 1, ArrowUp: index - 1, k: index - 1, Home: 0, End: alerts.length - 1 };
    const aim = aims[event.key];
    const alert = aim === undefined ? undefined : alerts[aim];
    if (aim === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (alert) event.currentTarget.querySelector<HTMLElement>(`[data-alert="${alert.id}"]`)?.focus();
  };
  const body = () => {
    if (error && !data) {
      const { title, cause, next } = errorWords(asReaderError(error), words);
      return <EmptyState title={title} text={[cause, next].join(t('row.joiner'))} actions={<Button onClick={() => void refetch()}>{t('common.tryAgain')}</Button>} />;
    }
    if (!data) return null;
    if (alerts.length === 0) {
      const none = known?.watches.length === 0;
      return (
        <div className={styles.instead} tabIndex={-1} data-pane-focus="">
          <EmptyState title={t('alerts.emptyTitle')} text={t(none ? 'alerts.noWatch' : 'alerts.emptyText')} actions={none ? <Button onClick={() => openDialog({ kind: 'watch' })}>{t('watch.add')}</Button> : null} />
        </div>
      );
    }
    return (
      <div className={styles.scroll} data-page-scroll="">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside */}
        <ul className={styles.list} aria-label={t('alerts.name')} onKeyDown={keyDown}>
          {alerts.map((alert) => (
            <AlertRow key={alert.id} alert={alert} waits={alert.dueAt > dataUpdatedAt && settings?.alerts.notify !== false} reachable={alert.id === reachable} onFocus={() => setAt(alert.id)} />
          ))}
        </ul>
        {hasNextPage ? (
          <Button className={styles.older} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        ) : null}
      </div>
    );
  };
  return (
    <section className={styles.page} aria-label={t('alerts.title')} data-pane="list" inert={narrow && drawer}>
      <Bar className={noSidebar ? `${styles.bar} ${styles.withButton}` : styles.bar} first={noSidebar} last>
        {noSidebar ? <IconButton icon="sidebar" label={t('sidebar.show')} keys="[" onClick={toggleSidebar} /> : null}
        <h1 className={styles.pageTitle}>{t('alerts.title')}</h1>
        <span className={styles.count}>{unseen > 0 ? t('alerts.new', { count: unseen }) : ''}</span>
        <BarSpace />
        {alerts.length > 0 ? <IconButton icon="check-all" label={t('alerts.seenAll')} keys="Shift+A" onClick={() => void seeAll()} /> : null}
        <IconButton icon="rules" label={t('alerts.rules')} keys="G R" onClick={() => openPage('rules', true)} />
        <IconButton icon="settings" label={t('sidebar.settings')} onClick={() => openDialog({ kind: 'settings', section: 'watch' })} />
      </Bar>
      {body()}
      {toast}
    </section>
  );
}
