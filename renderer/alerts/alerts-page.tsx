import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Alert } from '../../electron/contract/watch.ts';
import { useSettings } from '../client/queries.ts';
import { useAlerts, useEntities, useWatches } from '../client/watch-queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { showSettings } from '../desktop/show-settings.ts';
import { PageBar } from '../layout/page-bar.tsx';
import { PageError } from '../layout/page-error.tsx';
import { PageInstead } from '../layout/page-instead.tsx';
import { PlainPage } from '../layout/plain-page.tsx';
import { stepRows } from '../layout/step-rows.ts';
import { focusPane, openPage } from '../state/navigate.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { alertWhy } from './alert-why.ts';
import { openAlert, seeAll } from './alert-actions.ts';
import rowButton from '../components/row-button.module.css';
import scroll from '../layout/page-scroll.module.css';
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
        className={[rowButton.listed, styles.row, alert.seen ? styles.seen : ''].filter(Boolean).join(' ')}
        disabled={!first}
        tabIndex={reachable ? 0 : -1}
        data-alert={alert.id}
        data-pane-focus={reachable ? '' : undefined}
        aria-label={[...(alert.seen ? [] : [t('alerts.unseen')]), first ? t('alerts.rowName', { title: first.title, source: first.feedTitle, time: format.timeOrDate(alert.at), why }) : t('alerts.gone')].join(t('row.joiner'))}
        onFocus={onFocus}
        onClick={() => void openAlert(alert)}
      >
        <span className={styles.what} dir="auto" lang={first ? textLang(first.title, first.lang) : undefined}>
          <span className={styles.title}>{first?.title ?? t('alerts.gone')}</span>
          <span className={styles.summary}>{first && first.summary !== first.title ? first.summary : ''}</span>
        </span>
        <span className={styles.why}>
          <Icon name={alert.reasons[0]?.kind === 'rule' ? 'rules' : 'bell'} size={12} />
          <span className={styles.whyText}>{why}</span>
        </span>
        <span className={styles.meta}>
          {first ? <span className={styles.source}>{first.feedTitle}</span> : null}
          {others.length > 0 ? <span className={styles.others}>{t('alerts.more', { count: others.length })}</span> : null}
          {waits ? <span className={styles.waits}>{t('alerts.waits', { time: format.dateTime(alert.dueAt) })}</span> : null}
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
  const { t } = useWords();
  const { data, dataUpdatedAt, error, refetch, hasNextPage, fetchNextPage } = useAlerts();
  const { data: known } = useWatches();
  const { data: settings } = useSettings();
  const [at, setAt] = useState<number | null>(null);
  // Names come with the glossary.
  useEntities();
  const alerts = data?.pages.flatMap((page) => page.alerts) ?? [];
  const unseen = data?.pages[0]?.unseen ?? 0;
  const isKnown = data !== undefined;
  const reachable = alerts.some(({ id }) => id === at) ? at : (alerts[0]?.id ?? null);
  useEffect(() => {
    if (isKnown && useUi.getState().pane !== 'sidebar') focusPane('list');
  }, [isKnown]);

  const body = () => {
    if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
    if (!data) return null;
    if (alerts.length === 0) {
      const none = known?.watches.length === 0;
      return (
        <PageInstead>
          <EmptyState title={t('alerts.emptyTitle')} text={t(none ? 'alerts.noWatch' : 'alerts.emptyText')} actions={none ? <Button onClick={() => openDialog({ kind: 'watch' })}>{t('watch.add')}</Button> : null} />
        </PageInstead>
      );
    }
    return (
      <div className={scroll.scroll} data-page-scroll="">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside */}
        <ul className={styles.list} aria-label={t('alerts.name')} onKeyDown={(event) => void stepRows(event, { keys: alerts.map(({ id }) => String(id)), at: reachable === null ? null : String(reachable), attribute: 'data-alert' })}>
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
    <PlainPage label={t('alerts.title')} toast={toast}>
      <PageBar last title={t('alerts.title')} count={unseen > 0 ? t('alerts.new', { count: unseen }) : ''}>
        {alerts.length > 0 ? <IconButton icon="check-all" label={t('alerts.seenAll')} keys="Shift+A" onClick={() => void seeAll()} /> : null}
        <IconButton icon="rules" label={t('alerts.rules')} keys="G R" onClick={() => openPage('rules', true)} />
        <IconButton icon="settings" label={t('sidebar.settings')} onClick={() => showSettings({ section: 'watch' })} />
      </PageBar>
      {body()}
    </PlainPage>
  );
}
