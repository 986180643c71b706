import type { ReaderApi } from '../../contract/api.ts';
import { counts } from '../query/counts.ts';
import { countArrived } from '../query/count-arrived.ts';
import { getArticle } from '../query/get-article.ts';
import { listArticles } from '../query/list-articles.ts';
import { listFeeds } from '../query/list-feeds.ts';
import { cleanUp } from '../store/clean-up.ts';
import { markAllRead, setBookmarked, setRead, setReadingPlace, undoMarkAllRead } from '../store/status.ts';
import type { MethodParts } from './method-parts.ts';

export type ReadingMethods = Pick<
  ReaderApi,
  'listArticles' | 'getArticle' | 'countArrived' | 'counts' | 'setRead' | 'markAllRead' | 'undoMarkAllRead' | 'setBookmarked' | 'keepImages' | 'cleanUp' | 'setReadingPlace'
>;

/** Lists, articles, and what a person does with them. */
export function readingMethods({ store, now, announce, images, texts, unattended, isOffline, inBackground }: MethodParts): ReadingMethods {
  return {
    listArticles: async (args) => listArticles(store, args, now()),
    async getArticle({ articleId, text }) {
      const article = getArticle(store, articleId, text);
      if (unattended && !isOffline() && article.images.some(({ state }) => state !== 'kept')) void inBackground(images.keep(articleId));
      return article;
    },
    countArrived: async (args) => countArrived(store, args, now()),
    counts: async () => counts(store, now()),
    async setRead({ articleIds, read }) {
      const changed = setRead(store, articleIds, read);
      if (changed > 0) announce({ kind: 'status', articleIds });
      return { changed };
    },
    async markAllRead({ scope, before }) {
      const answer = markAllRead(store, scope, before, now());
      if (answer.changed > 0) announce({ kind: 'status', articleIds: 'many' });
      return answer;
    },
    async undoMarkAllRead({ batch }) {
      const answer = undoMarkAllRead(store, batch);
      announce({ kind: 'status', articleIds: 'many' });
      return answer;
    },
    async setBookmarked({ articleId, bookmarked }) {
      setBookmarked(store, articleId, bookmarked);
      announce({ kind: 'status', articleIds: [articleId] });
      if (bookmarked) void inBackground(texts.keep(articleId, 'opened').then(() => images.keep(articleId, { retryNow: true })));
      return { bookmarked };
    },
    async setReadingPlace({ articleId, place }) {
      setReadingPlace(store, articleId, place);
      return {};
    },
    async keepImages({ articleId }) {
      getArticle(store, articleId);
      return images.keep(articleId, { retryNow: true });
    },
    async cleanUp({ before, dryRun = false }) {
      const answer = await cleanUp(store, { before, dryRun });
      if (dryRun) return answer;
      if (answer.removed > 0) announce({ kind: 'articles', feedIds: listFeeds(store).feeds.map(({ id }) => id) });
      // Copies that bookmarks had frozen may be all that went.
      if (answer.removed > 0 || answer.bytes > 0) void inBackground(images.sweep());
      return answer;
    },
  };
}
