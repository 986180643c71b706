import { setImmediate } from 'node:timers/promises';
import type { OfflinePlan, OfflineSettings } from '../../contract/offline.ts';
import type { Store } from '../store/open-store.ts';
import { wantedArticles } from './wanted.ts';

const NOTHING: OfflinePlan = { articles: 0, ready: 0, summaries: 0, missingText: 0, missingImages: 0, bytesKept: 0, bytesExpected: 0, budgetReached: false };

/** What must be here by the settings, and how much of it is. Other work comes between. */
export async function offlinePlan(store: Store, wish: OfflineSettings, now: number): Promise<OfflinePlan> {
  let last = NOTHING;
  for (const { plan } of wantedArticles(store, wish, now)) {
    last = plan;
    await setImmediate();
  }
  return last;
}
