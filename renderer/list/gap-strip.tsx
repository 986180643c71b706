import type { Feed, FeedGap } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Strip } from '../components/strip.tsx';
import { openAddress } from '../state/article-actions.ts';
import { dismissGap, fillGap, gapResult, mayGoOn, useGapFills } from '../state/gap-fills.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { dayStart } from './list-items.ts';
import styles from './gap-strip.module.css';

/** "Headlines may be missing between 12 and 18 November", as far as the days are known. */
export function gapTitle({ after, before }: FeedGap, { t, format }: Words): string {
  if (after === null && before === null) return t('gap.unknown');
  if (after === null || before === null) return before === null ? t('gap.since', { after: format.date(after ?? 0) }) : t('gap.until', { before: format.date(before) });
  if (dayStart(after) === dayStart(before)) return t('gap.ofDay', { after: format.date(after) });
  return t('gap.between', format.dateRange(after, before));
}

/** Above the list of a source of which headlines may have been missed: between which days, and the way to fetch them. */
export function GapStrip({ feed, gap }: { readonly feed: Feed; readonly gap: FeedGap }) {
  const words = useWords();
  const { t } = words;
  const fill = useGapFills((state) => state.feeds[feed.id]);
  const result = fill?.result ?? null;
  const isRunning = fill?.running ?? false;
  const site = feed.siteUrl ?? (feed.kind === 'page' ? feed.feedUrl : null);
  const isVain = result?.via === null;

  return (
    <Strip
      icon="clock"
      title={gapTitle(gap, words)}
      text={isRunning ? t('gap.filling') : result ? gapResult(result) : t('gap.why')}
      actions={
        <>
          {isRunning ? (
            <div className={styles.bar}>
              <ProgressBar label={t('gap.filling')} value={null} />
            </div>
          ) : null}
          {isVain && site !== null ? (
            <Button kind="primary" onClick={() => openAddress(site)}>
              {t('gap.openSite')}
            </Button>
          ) : (
            <Button kind="primary" disabled={isRunning} onClick={() => void fillGap(feed.id)}>
              {result && mayGoOn(result) ? t('gap.fillMore') : t('gap.fill')}
            </Button>
          )}
          <Button disabled={isRunning} onClick={() => void dismissGap(feed.id)}>
            {t('gap.dismiss')}
          </Button>
        </>
      }
    />
  );
}
