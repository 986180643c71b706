import { create } from 'zustand';
import type { FeedId, GapFill } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { t } from '../words/words.ts';
import { showFailure } from './show-failure.ts';
import { announce, showToast } from './ui.ts';

/** As many documents as the engine asks for at a stretch: where it stopped there, it may go on. */
const STRETCH = 10;

export interface GapFillState {
  readonly running: boolean;
  /** Of the last time; null before the first. */
  readonly result: GapFill | null;
}

interface GapFills {
  readonly feeds: Readonly<Record<FeedId, GapFillState>>;
}

export const useGapFills = create<GapFills>()(() => ({ feeds: {} }));

function setFill(feedId: FeedId, state: GapFillState): void {
  useGapFills.setState(({ feeds }) => ({ feeds: { ...feeds, [feedId]: state } }));
}

/** What came of a fill, in a sentence. */
export function gapResult({ added, asked, closed, via }: GapFill): string {
  if (closed) return added === 0 ? t('gap.closedNone') : t('gap.closed', { count: added });
  if (via === null) return t('gap.nothing');
  if (added === 0) return t('gap.partNone');
  return asked >= STRETCH ? t('gap.more', { count: added }) : t('gap.part', { count: added });
}

/** Whether asking again may bring more. */
export function mayGoOn({ asked, added, closed }: GapFill): boolean {
  return !closed && asked >= STRETCH && added > 0;
}

/** Fetches what the gap of a source lacks, and says what came of it: in its strip, or in a toast where the gap is closed. */
export async function fillGap(feedId: FeedId): Promise<void> {
  if (useGapFills.getState().feeds[feedId]?.running) return;
  const before = useGapFills.getState().feeds[feedId]?.result ?? null;
  setFill(feedId, { running: true, result: before });
  try {
    const result = await call('fillGap', { feedId });
    setFill(feedId, { running: false, result });
    if (result.closed) showToast({ text: () => gapResult(result) });
    else announce(gapResult(result));
  } catch (error) {
    setFill(feedId, { running: false, result: before });
    showFailure(error);
  }
}

/** Takes the gap of a source off its list. */
export async function dismissGap(feedId: FeedId): Promise<void> {
  try {
    await call('dismissGap', { feedId });
    announce(t('gap.dismissed'));
  } catch (error) {
    showFailure(error);
  }
}
