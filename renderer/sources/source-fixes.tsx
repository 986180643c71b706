import { useState } from 'react';
import type { SourceFix, SourceState } from '../../electron/contract/source.ts';
import { Button } from '../components/button.tsx';
import { fillGap } from '../state/gap-fills.ts';
import { showFailure } from '../state/show-failure.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { hasLostDates } from './lost-dates.ts';
import { moveAddress, setPaused, tryAgain } from './source-actions.ts';
import type { SourceItem } from './source-items.ts';
import styles from './details.module.css';

const LABELS = {
  newAddress: 'sources.useNewAddress',
  reviewPage: 'pageSource.chooseAgain',
  signIn: 'sources.signIn',
  fillGap: 'gap.fill',
  retry: 'common.tryAgain',
  resume: 'sources.resume',
} as const satisfies Record<SourceFix['kind'], string>;

/** Where nothing was tried in vain, nothing is tried again. */
const NOT_FAILED: ReadonlySet<SourceState> = new Set(['healthy', 'new', 'paused', 'quiet', 'gap']);

/** Does what would help a source. Resolves when it is done. */
async function apply(fix: SourceFix, { feed, report }: SourceItem): Promise<void> {
  switch (fix.kind) {
    case 'newAddress':
      await moveAddress(feed, fix.url);
      break;
    case 'reviewPage':
      openDialog({ kind: 'page-rules', feedId: feed.id, datesLost: hasLostDates(report) });
      break;
    case 'signIn':
      openDialog({ kind: 'credentials', feedId: feed.id });
      break;
    case 'fillGap':
      await fillGap(feed.id);
      break;
    case 'retry':
      await tryAgain(feed);
      break;
    case 'resume':
      await setPaused(feed, false);
      break;
  }
}

/** The one thing that would help a source, first, and asking it again. */
export function SourceFixes({ item }: { readonly item: SourceItem }) {
  const { t } = useWords();
  const [busy, setBusy] = useState<'fix' | 'retry' | null>(null);
  const { fix, state } = item.report;
  const hasFailed = !NOT_FAILED.has(state) && !hasLostDates(item.report);
  const run = (what: 'fix' | 'retry', work: () => Promise<void>) => async () => {
    if (busy !== null) return;
    setBusy(what);
    try {
      await work();
    } catch (error) {
      showFailure(error);
    } finally {
      setBusy(null);
    }
  };
  const label = fix === null ? null : busy === 'fix' && fix.kind === 'retry' ? t('sources.trying') : busy === 'fix' && fix.kind === 'newAddress' ? t('sources.moving') : t(LABELS[fix.kind]);
  return (
    <div className={styles.fixes}>
      {fix === null ? null : (
        <Button kind="primary" aria-disabled={busy !== null} onClick={() => void run('fix', () => apply(fix, item))()}>
          {label}
        </Button>
      )}
      {fix?.kind === 'retry' ? null : (
        <Button aria-disabled={busy !== null} onClick={() => void run('retry', () => tryAgain(item.feed))()}>
          {t(busy === 'retry' ? 'sources.trying' : hasFailed ? 'common.tryAgain' : 'sidebar.refresh')}
        </Button>
      )}
    </div>
  );
}
