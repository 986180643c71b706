import type { BookmarkPage, BookmarksApi } from '../../contract/bookmark.ts';
import type { ArticleId } from '../../contract/model.ts';
import { evidence, listTags } from '../query/evidence.ts';
import { getCopy } from '../query/frozen-copies.ts';
import { listBookmarks } from '../query/list-bookmarks.ts';
import type { Searcher } from '../search/searcher.ts';
import { removeBookmarks, restoreBookmarks } from '../store/bookmark-status.ts';
import { addHighlight, changeHighlight, removeHighlight } from '../store/highlights.ts';
import { setNote } from '../store/notes.ts';
import { removeTag, renameTag, tagArticles } from '../store/tags.ts';
import { askSearch } from './ask-search.ts';
import type { MethodParts } from './method-parts.ts';

/** Bookmarks as evidence: tags, notes, highlights, frozen copies. */
export function bookmarkMethods({ store, now, announce, keepWhole }: MethodParts, searcher: Searcher): BookmarksApi {
  const tell = (articleIds: readonly ArticleId[]): void => {
    if (articleIds.length > 0) announce({ kind: 'status', articleIds });
  };
  const tagCount = (tagId: number): number => listTags(store).find(({ id }) => id === tagId)?.count ?? 0;
  return {
    tags: async () => ({ tags: listTags(store) }),
    async tagArticles({ articleIds, add = [], remove = [] }) {
      const { changed, bookmarked, back } = tagArticles(store, { articleIds, add, remove });
      tell([...new Set([...changed, ...bookmarked])]);
      keepWhole(bookmarked);
      return { changed: changed.length, bookmarked, back };
    },
    async renameTag({ tagId, title }) {
      const { tag, ...rest } = renameTag(store, tagId, title);
      tell([...rest.before.articleIds, ...rest.before.waiting]);
      return { tag: { ...tag, count: tagCount(tag.id) }, ...rest };
    },
    async removeTag({ tagId }) {
      const removed = removeTag(store, tagId);
      const { articleIds, waiting } = removed;
      tell([...articleIds, ...waiting]);
      return { changed: articleIds.length, ...removed };
    },
    async setNote({ articleId, text }) {
      const answer = setNote(store, articleId, text);
      tell([articleId]);
      if (answer.bookmarked) keepWhole([articleId]);
      return answer;
    },
    async addHighlight(args) {
      const answer = addHighlight(store, args);
      tell([args.articleId]);
      if (answer.bookmarked) keepWhole([args.articleId]);
      return answer;
    },
    async changeHighlight({ highlightId, note }) {
      const highlight = changeHighlight(store, highlightId, note);
      tell([highlight.articleId]);
      return { highlight };
    },
    async removeHighlight({ highlightId }) {
      const highlight = removeHighlight(store, highlightId);
      tell([highlight.articleId]);
      return { highlight };
    },
    evidence: async ({ articleId }) => evidence(store, articleId),
    getCopy: async ({ copyId }) => getCopy(store, copyId),
    compareCopies: async (args) => (await import('../query/compare-copies.ts')).compareCopies(store, args),
    listBookmarks: async (args) => args.filter?.text ? ((await askSearch({ store, now }, searcher, { method: 'listBookmarks', args })) as BookmarkPage) : listBookmarks(store, args),
    async removeBookmarks({ articleIds }) {
      const answer = removeBookmarks(store, articleIds);
      if (answer.changed > 0) tell(articleIds);
      return answer;
    },
    async restoreBookmarks({ batch }) {
      const restored = restoreBookmarks(store, batch);
      tell(restored);
      keepWhole(restored);
      return { changed: restored.length };
    },
  };
}
