import { useLensProgress } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './progress.module.css';

/** How far figures are read: of new articles, or of all of them anew after the rules changed; and what that changed. Nothing where nothing is. */
export function LensProgressStrip() {
  const { t } = useWords();
  const { data } = useLensProgress();
  if (!data) return null;
  const { waiting, change } = data;
  const isAnew = change !== null && change.endedAt === null;
  if (waiting > 0) {
    const done = isAnew ? change.articles : null;
    return (
      <div className={styles.line} data-lens-progress="">
        <span>{t(isAnew ? 'lensProgress.anew' : 'lensProgress.reading', { count: waiting })}</span>
        <div className={styles.bar}>
          <ProgressBar label={t('lensProgress.name')} value={done === null ? null : done / Math.max(1, done + waiting)} />
        </div>
      </div>
    );
  }
  if (!change || change.endedAt === null) return null;
  const { changedArticles, added, removed, altered, articles } = change;
  return (
    <div className={styles.line} data-lens-progress="">
      <span>{changedArticles === 0 ? t('lensProgress.unchanged', { count: articles }) : t('lensProgress.changed', { count: changedArticles, added, removed, altered })}</span>
      {changedArticles === 0 ? null : (
        <Button kind="quiet" onClick={() => openDialog({ kind: 'lens-changes' })}>
          {t('lensProgress.show')}
        </Button>
      )}
    </div>
  );
}
