import type { ReaderApi } from '../../contract/api.ts';
import { exportSources } from '../export-sources.ts';
import { activityPage, sourceTries } from '../query/activity-page.ts';
import { sourcesReport } from '../query/sources-report.ts';
import type { MethodParts } from './method-parts.ts';

export type SourcesMethods = Pick<
  ReaderApi,
  'sources' | 'sourceTries' | 'activity' | 'exportSources'
>;

/** How the sources do. */
export function sourcesMethods({ store, now }: MethodParts): SourcesMethods {
  return {
    sources: async ({ feedIds }) => sourcesReport(store, now(), feedIds),
    async sourceTries({ feedId, limit }) {
      return { tries: sourceTries(store, feedId, limit) };
    },
    activity: async (args) => activityPage(store, args),
    exportSources: async () => ({ csv: exportSources(store, now()) }),
  };
}
