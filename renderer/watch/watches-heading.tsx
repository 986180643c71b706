import { IconButton } from '../components/icon-button.tsx';
import sidebar from '../sidebar/sidebar.module.css';
import { openPage } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './watch.module.css';

export interface WatchesHeadingProps {
  /** Alerts that were not seen. */
  readonly unseen: number;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly onMenu: (anchor: HTMLElement) => void;
}

/** Heads the watchlists; leads to the alerts, and says how many are new. */
export function WatchesHeading({ unseen, chosen, reachable, onMenu }: WatchesHeadingProps) {
  const { t, format } = useWords();
  const alerts = unseen > 0 ? t('watch.alertsNew', { alerts: t('alerts.title'), unseen: t('alerts.new', { count: unseen }) }) : t('alerts.title');
  return (
    <div className={[styles.heading, sidebar.heading, chosen ? sidebar.chosen : ''].filter(Boolean).join(' ')}>
      {/* Its other buttons are no part of what it is called. */}
      <h2 className={sidebar.headingTitle}>
        <button
          type="button"
          className={sidebar.headingText}
          data-row="alerts"
          data-pane-focus={reachable ? '' : undefined}
          tabIndex={reachable ? 0 : -1}
          aria-current={chosen ? 'page' : undefined}
          aria-label={t('watch.headingOf', { watches: t('watch.title'), alerts })}
          title={alerts}
          onClick={() => openPage('alerts')}
        >
          {t('watch.title')}
        </button>
      </h2>
      {unseen > 0 ? (
        <span className={styles.unseen} aria-hidden="true">
          {format.count(unseen)}
        </span>
      ) : null}
      <IconButton icon="plus" size="small" className={sidebar.headingMore} label={t('watch.add')} keys="W" onClick={() => openDialog({ kind: 'watch' })} />
      <IconButton icon="more" size="small" className={sidebar.headingMore} label={t('watch.more')} aria-haspopup="menu" onClick={(event) => onMenu(event.currentTarget)} />
    </div>
  );
}
