import type { SourcesReport } from '../../electron/contract/source.ts';
import { followChangedParts } from './changed-parts.ts';
import type { ChangedParts } from './changed-parts.ts';
import { queryKeys } from './queries.ts';
import { call } from './transport.ts';

const EVERY_MS = 2000;
/** A report on thousands weighs megabytes; what changes all of it is seldom seen in it at once. */
const REST_TIMES = 20;

/** Keeps the report on the sources true while the sources page shows it. */
export function followChangedSources(): ChangedParts {
  return followChangedParts<SourcesReport>({
    queryKey: queryKeys.sources,
    ask: (feedIds) => call('sources', { feedIds }),
    // At another day every strip begins elsewhere; the whole that is asked for every minute brings those of the others.
    merge: ({ sources }, asked, part) => ({ ...part, sources: [...sources.filter(({ feedId }) => !asked.has(feedId)), ...part.sources] }),
    someEveryMs: EVERY_MS,
    allEveryMs: EVERY_MS,
    restTimes: REST_TIMES,
  });
}
