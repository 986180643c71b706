import type { RefreshProgress } from '../../electron/contract/model.ts';
import { useRefreshProgress } from '../client/queries.ts';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { cancelRefresh } from '../state/list-actions.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './sidebar.module.css';

/** One line on what the last or the running refresh brought; empty where there is nothing to say. */
function broughtText({ added, failed }: RefreshProgress, { t }: Words): string {
  if (added > 0 && failed.length > 0) return t('refresh.addedAndFailing', { added, failing: failed.length });
  if (failed.length > 0) return t('refresh.failing', { count: failed.length });
  return t('refresh.added', { count: added });
}

/** What the refresh does, in one line, for the foot of the sidebar and of the narrow list. */
export function refreshLine(progress: RefreshProgress | undefined, words: Words): string {
  const { t, format } = words;
  if (!progress) return '';
  if (progress.running) return progress.asked > 0 ? t('refresh.running', { done: progress.done, total: progress.asked }) : t('refresh.starting');
  if (progress.offlineSince !== null) return t('offline.since', { time: format.timeOrDate(progress.offlineSince) });
  return progress.updatedAt === null ? t('refresh.never') : t('refresh.updated', { time: format.timeOrDate(progress.updatedAt) });
}

function Tools() {
  const { t } = useWords();
  return (
    <div className={styles.tools}>
      <IconButton icon="plus" label={t('sidebar.addSource')} onClick={() => openDialog({ kind: 'add' })} />
      <IconButton icon="settings" label={t('sidebar.settings')} onClick={() => openDialog({ kind: 'settings' })} />
    </div>
  );
}

/** The foot of the sidebar: how fresh everything is, and what can be added or set. */
export function RefreshFoot() {
  const words = useWords();
  const { t } = words;
  const { data: progress } = useRefreshProgress();
  const line = refreshLine(progress, words);

  if (progress?.running) {
    const brought = broughtText(progress, words);
    return (
      <div className={`${styles.foot} ${styles.tall}`}>
        <div className={styles.footRow}>
          <div className={styles.footHead}>{line}</div>
          <IconButton icon="stop" label={t('refresh.stop')} onClick={() => void cancelRefresh()} />
        </div>
        <div className={styles.progress}>
          <ProgressBar label={t('refresh.progress')} value={progress.asked > 0 ? progress.done : null} max={progress.asked} />
        </div>
        <div className={styles.footRow}>
          <div className={styles.footText} title={brought}>
            {brought}
          </div>
          <Tools />
        </div>
      </div>
    );
  }
  if (progress && progress.offlineSince !== null) {
    const stopped = progress.asked > 0 && progress.done < progress.asked;
    const note = stopped ? t('refresh.stopped', { done: progress.done, total: progress.asked }) : t('offline.stillReads');
    return (
      <div className={`${styles.foot} ${styles.tall}`}>
        <div className={styles.footRow}>
          <div className={`${styles.footHead} ${styles.offline}`}>
            <Icon name="no-network" />
            {line}
          </div>
          <Tools />
        </div>
        {stopped ? (
          <div className={styles.progress}>
            <ProgressBar label={t('refresh.progress')} value={progress.done} max={progress.asked} stopped />
          </div>
        ) : null}
        <div className={styles.footNote}>{note}</div>
      </div>
    );
  }
  return (
    <div className={styles.foot}>
      <span className={styles.footText}>{line}</span>
      <Tools />
    </div>
  );
}
