import type { OfflinePlan, PrepareProgress, PrepareReport } from '../../electron/contract/offline.ts';
import { useOfflinePlan, usePrepareProgress } from '../client/offline-queries.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Strip } from '../components/strip.tsx';
import { showSettings } from '../desktop/show-settings.ts';
import { cancelPrepare, prepare } from '../state/preparing.ts';
import { openDialog } from '../state/ui.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './offline.module.css';

function Choose() {
  const { t } = useWords();
  return <Button onClick={() => showSettings({ section: 'storage' })}>{t('ready.choose')}</Button>;
}

/** How far it is, in articles, bytes and time. */
function Running({ progress }: { readonly progress: PrepareProgress }) {
  const { t, format } = useWords();
  const { done, total, bytes, bytesExpected, secondsLeft } = progress;
  const known = total > 0;
  const amount = t('ready.amount', { bytes: format.bytes(bytes), left: format.bytes(bytesExpected) });
  const time = secondsLeft === null || secondsLeft < 1 ? null : t('ready.timeLeft', { time: format.duration(secondsLeft * 1000) });
  return (
    <Strip
      icon="tray"
      title={known ? t('ready.preparing', { done, total }) : t('ready.looking')}
      text={
        <>
          <span className={styles.amount}>{[amount, time].filter(Boolean).join(t('row.joiner'))}</span>
          <ProgressBar label={t('ready.bar')} value={known ? done : null} max={total} />
        </>
      }
      actions={<Button onClick={() => void cancelPrepare()}>{t('ready.stop')}</Button>}
    />
  );
}

/** Of what no more than a summary is to come; null where of nothing. */
function summariesText({ ready, summaries }: OfflinePlan, { t }: Words): string | null {
  if (summaries === 0) return null;
  return t(ready > 0 ? 'ready.summariesMore' : 'ready.summariesAll', { count: summaries });
}

/** The words for what is not there after a try, and why it ended where it did. */
function missingText({ stopped }: PrepareReport, plan: OfflinePlan, words: Words): string {
  const { t, format } = words;
  const ready = plan.ready > 0 ? t('ready.restReady', { count: plan.ready, size: format.bytes(plan.bytesKept) }) : null;
  const rest = [ready, plan.ready > 0 ? summariesText(plan, words) : null].filter(Boolean).join(t('row.joiner'));
  if (stopped === null || stopped.code === 'prepare-stopped') return rest;
  return [t('ready.stoppedBy', { cause: errorWords(stopped, words).cause }), rest].join(t('row.joiner'));
}

/** Something of these is to come yet. */
function lackingCount({ articles, ready, summaries }: OfflinePlan): number {
  return articles - ready - summaries;
}

function Missing({ report, plan }: { readonly report: PrepareReport; readonly plan: OfflinePlan }) {
  const words = useWords();
  const { t } = words;
  return (
    <Strip
      icon="tray"
      title={t('ready.notReady', { count: lackingCount(plan) })}
      text={missingText(report, plan, words)}
      actions={
        <>
          <Button kind="primary" onClick={() => void prepare(true)}>
            {t('common.tryAgain')}
          </Button>
          <Button onClick={() => openDialog({ kind: 'not-ready' })}>{t('ready.showThem')}</Button>
        </>
      }
    />
  );
}

function lackingWhat(texts: number, images: number, { t }: Words): string {
  const parts = { texts: t('ready.texts', { count: texts }), images: t('ready.images', { count: images }) };
  if (images === 0) return parts.texts;
  return texts === 0 ? parts.images : t('ready.textsAndImages', parts);
}

/** What of the plan is here, before anything was tried. */
function Planned({ plan }: { readonly plan: OfflinePlan }) {
  const words = useWords();
  const { t, format } = words;
  const { articles, ready, summaries, missingText: texts, missingImages: images, bytesKept, bytesExpected, budgetReached } = plan;
  if (articles === 0) return <Strip icon="tray" title={t('ready.nothing')} text={t('ready.nothingText')} actions={<Choose />} />;
  const budget = budgetReached ? t('ready.budget') : null;
  const summarized = summariesText(plan, words);
  if (ready + summaries === articles) {
    const whole = ready > 0 ? t('ready.allReadyText', { count: ready, size: format.bytes(bytesKept) }) : null;
    const text = [whole, summarized, budget].filter(Boolean).join(t('row.joiner'));
    return <Strip icon="check" title={t('ready.allReady')} text={text} actions={<Choose />} />;
  }
  const lacking = t('ready.lacking', { what: lackingWhat(texts, images, words), size: format.bytes(bytesExpected) });
  return (
    <Strip
      icon="tray"
      title={t('ready.notYet', { ready, total: articles - summaries })}
      text={[lacking, ready > 0 ? summarized : null, budget].filter(Boolean).join(t('row.joiner'))}
      actions={
        <>
          <Button kind="primary" onClick={() => void prepare(false)}>
            {t('ready.prepare')}
          </Button>
          <Choose />
        </>
      }
    />
  );
}

/** Above the Offline list: whether what must be here is, and the way to bring it here. */
export function PrepareStrip() {
  const { data: progress } = usePrepareProgress();
  const { data: plan } = useOfflinePlan(progress?.running === false);
  if (!progress) return null;
  if (progress.running) return <Running progress={progress} />;
  if (!plan) return null;
  const { report } = progress;
  const lacking = lackingCount(plan);
  // What lacks more than the last try left came since, and was not tried: of that the report knows nothing.
  return report && lacking > 0 && lacking <= report.notReadyCount ? <Missing report={report} plan={plan} /> : <Planned plan={plan} />;
}
