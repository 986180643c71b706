import type { Rule } from '../../electron/contract/rules.ts';
import { useRuleRuns } from '../client/watch-queries.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useWords } from '../words/use-words.ts';
import { stopRun, undoRun } from './rule-actions.ts';
import styles from './rules.module.css';

/** The run that is under way, with a way to stop it; else the last one, with a way to undo it. */
export function RunLine({ rules }: { readonly rules: readonly Rule[] }) {
  const { t, format } = useWords();
  const { data } = useRuleRuns();
  const run = data?.runs[0];
  if (!run) return null;
  const rule = rules.find(({ id }) => id === run.ruleId);
  const title = rule?.title ?? t('rules.goneRule');
  if (run.state === 'running' || run.state === 'undoing') {
    return (
      <div className={styles.run}>
        <span className={styles.runText}>{run.state === 'running' ? t('rules.running', { title, done: run.done, total: run.total }) : t('rules.undoing', { title })}</span>
        <div className={styles.runBar}>
          <ProgressBar label={t('rules.runningName')} value={run.state === 'running' ? run.done : null} max={run.total} />
        </div>
        {run.state === 'running' ? <Button onClick={() => void stopRun()}>{t('rules.stop')}</Button> : null}
      </div>
    );
  }
  const time = format.timeOrDate(run.endedAt ?? run.startedAt);
  const counts = { total: run.done, count: run.changed, time };
  const undone = rule ? t('rules.undone', { title, time }) : t('rules.undoneGone', { time });
  const ran = rule ? t('rules.ran', { title, ...counts }) : t('rules.ranGone', counts);
  return (
    <div className={styles.run}>
      <span className={styles.runText}>{run.state === 'undone' ? undone : ran}</span>
      {run.state !== 'undone' && run.changed > 0 ? <Button onClick={() => void undoRun(run)}>{t('rules.undoRun')}</Button> : null}
    </div>
  );
}
