import type { FullTextApi } from '../../contract/full-text.ts';
import { toFeed } from '../query/list-feeds.ts';
import { setFullText } from '../store/page-texts.ts';
import type { MethodParts } from './method-parts.ts';

/** The texts of articles' own pages. */
export function fullTextMethods({ store, announce, texts, images, unattended, inBackground }: MethodParts): FullTextApi {
  return {
    async keepFullText({ articleId, opened = false }) {
      const state = await texts.keep(articleId, opened ? 'opened' : 'asked');
      if (unattended && state.state === 'kept') void inBackground(images.keep(articleId));
      return state;
    },
    async lookAgain({ articleId }) {
      const found = await texts.lookAgain(articleId);
      if (unattended && (found.state === 'changed' || found.state === 'first')) void inBackground(images.keep(articleId));
      return found;
    },
    async setFullText({ feedId, mode }) {
      const feed = toFeed(setFullText(store, feedId, mode));
      announce({ kind: 'feeds', feedIds: [feedId] });
      return { feed };
    },
  };
}
