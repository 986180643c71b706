import type { ArticleId } from '../../contract/model.ts';
import type { DryRun, RuleConditions } from '../../contract/rules.ts';
import type { ThreadShare } from '../pace/thread-share.ts';
import { articleSummaries } from '../query/article-summaries.ts';
import type { Store } from '../store/store.ts';
import type { Finder } from '../watch/finder.ts';
import { storedBelow } from '../watch/look-back.ts';
import { meets } from './meets.ts';
import { checkConditions } from './rule-store.ts';

const AT_ONCE = 400;
const SAMPLE = 8;
/** Whoever types a rule waits for its answer. */
const MOST_LOOKED_AT = 60_000;

export interface DryRunParts {
  readonly store: Store;
  readonly finder: Finder;
  readonly share: ThreadShare;
  readonly mostLookedAt?: number;
}

/** What a rule would act on of what is stored, from the newest down; other calls come between. Throws as checkConditions. */
export async function dryRun({ store, finder, share, mostLookedAt = MOST_LOOKED_AT }: DryRunParts, when: RuleConditions): Promise<DryRun> {
  checkConditions(store, finder, when);
  const sample: ArticleId[] = [];
  let count = 0;
  let seen = 0;
  let below = Number.MAX_SAFE_INTEGER;
  while (seen < mostLookedAt) {
    const ids = storedBelow(store, below, Math.min(AT_ONCE, mostLookedAt - seen));
    const found = meets(store, finder, when, ids);
    count += found.length;
    seen += ids.length;
    if (sample.length < SAMPLE) sample.push(...found.toSorted((a, b) => b - a).slice(0, SAMPLE - sample.length));
    const last = ids.at(-1);
    if (last === undefined) break;
    below = last;
    if (share.isSpent()) await share.pause();
  }
  const left = store.get<{ n: number }>('SELECT count(*) AS n FROM statuses WHERE article_id < ? AND presence = 1', below)?.n ?? 0;
  return { count, sample: articleSummaries(store, sample), left };
}
