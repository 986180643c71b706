import type { Feed, RefreshProgress } from '../../electron/contract/model.ts';
import { usePrepareProgress } from '../client/offline-queries.ts';
import { useFeeds, useRefreshProgress } from '../client/queries.ts';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import type { MenuItem } from '../components/menu-item.ts';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { showSettings } from '../desktop/show-settings.ts';
import { failingTitle } from '../sources/state-words.ts';
import { cancelRefresh, refresh } from '../state/list-actions.ts';
import { visitScope } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { broughtText, refreshLine } from './refresh-line.ts';
import styles from './sidebar.module.css';

const NONE: readonly never[] = [];

/** A row for each source that failed, which opens the source. */
function failedMenu({ failed }: RefreshProgress, feeds: readonly Feed[], words: Words): readonly MenuItem[] {
  return failed.flatMap((failure) => {
    const feed = feeds.find(({ id }) => id === failure.feedId);
    if (!feed) return [];
    const label = words.t('refresh.failedRow', { title: feed.title, reason: failingTitle(failure, words) });
    return [{ label, icon: 'broken' as const, onSelect: () => visitScope({ kind: 'feed', id: feed.id }) }];
  });
}

function Tools() {
  const { t } = useWords();
  return (
    <div className={styles.tools}>
      <IconButton icon="plus" label={t('sidebar.addSource')} onClick={() => openDialog({ kind: 'add' })} />
      <IconButton icon="settings" label={t('sidebar.settings')} onClick={() => showSettings()} />
    </div>
  );
}

/** Starts a refresh of everything, or stops the one that runs: one button, so that the keys stay on it. The pointer leaves the keys where they are. */
function RefreshButton({ running }: { readonly running: boolean }) {
  const { t } = useWords();
  return (
    <IconButton
      icon={running ? 'stop' : 'refresh'}
      label={t(running ? 'refresh.stop' : 'refresh.all')}
      keys={running ? undefined : 'Shift+R'}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={(event) => {
        // The second half of a double click would undo the first.
        if (event.detail < 2) void (running ? cancelRefresh() : refresh(null));
      }}
    />
  );
}

/** The foot of the sidebar: how fresh everything is, what failed, and what can be refreshed, added or set. */
export function RefreshFoot() {
  const words = useWords();
  const { t } = words;
  const { data: progress } = useRefreshProgress();
  const { data: prepare } = usePrepareProgress();
  const { data: known } = useFeeds();
  const { openAt, isOpen, menu } = useMenu();
  const feeds = known?.feeds ?? NONE;
  const running = progress?.running ?? false;
  const offline = !running && (progress?.offlineSince ?? null) !== null;
  const preparing = !running && prepare?.running && prepare.total > 0 ? prepare : null;
  const line = preparing ? t('ready.preparing', { done: preparing.done, total: preparing.total }) : refreshLine(progress, words, feeds);
  const failures = progress && !running && !offline && !preparing ? failedMenu(progress, feeds, words) : NONE;
  const stopped = progress !== undefined && offline && progress.asked > 0 && progress.done < progress.asked;

  return (
    <div className={failures.length > 0 ? `${styles.foot} ${styles.twoLines}` : offline ? `${styles.foot} ${styles.offline}` : styles.foot}>
      {failures.length > 0 ? (
        <button
          type="button"
          className={styles.footButton}
          title={t('refresh.showFailed')}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={(event) => openAt(event.currentTarget, t('refresh.failedName'), failures)}
        >
          <Icon name="broken" size={14} className={styles.failing} />
          {line}
        </button>
      ) : (
        <div className={running || offline ? `${styles.footText} ${styles.footHead}` : styles.footText}>
          {offline ? <Icon name="no-network" /> : null}
          {line}
        </div>
      )}
      <RefreshButton key="refresh" running={running} />
      {progress && (running || stopped) && !preparing ? (
        <div className={styles.progress}>
          <ProgressBar label={t('refresh.progress')} value={progress.asked > 0 ? progress.done : null} max={progress.asked} stopped={stopped} />
        </div>
      ) : null}
      {preparing ? (
        <div className={styles.progress}>
          <ProgressBar label={t('ready.bar')} value={preparing.done} max={preparing.total} />
        </div>
      ) : null}
      {progress && running ? <div className={styles.footText}>{broughtText(progress, words)}</div> : null}
      <Tools />
      {progress && offline ? (
        <div className={styles.footNote}>{stopped ? t('refresh.stopped', { done: progress.done, total: progress.asked }) : t('offline.stillReads')}</div>
      ) : null}
      {menu}
    </div>
  );
}
