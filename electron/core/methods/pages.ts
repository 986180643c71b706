import type { ReaderApi } from '../../contract/api.ts';
import { previewPage } from '../preview-page.ts';
import { setPageRules } from '../set-page-rules.ts';
import type { MethodParts } from './method-parts.ts';

export type PagesMethods = Pick<
  ReaderApi,
  'previewPage' | 'setPageRules'
>;

/** Pages without a feed. */
export function pagesMethods({ store, ingest, logins, now, refreshMinutes, announce }: MethodParts): PagesMethods {
  const parts = { store, ingest, logins, now, refreshMinutes };
  return {
    previewPage: async (args) => previewPage(parts, args),
    async setPageRules({ feedId, rules }) {
      const answer = await setPageRules(parts, feedId, rules);
      announce({ kind: 'feeds', feedIds: [feedId] });
      announce({ kind: 'articles', feedIds: [feedId] });
      return answer;
    },
  };
}
