import type { ArticleTag } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { showStatus } from '../state/article-cache.ts';
import { narrow, useBookmarksView } from '../state/bookmarks-view.ts';
import { doing } from '../state/doing.ts';
import type { Outcome } from '../state/doing.ts';
import { showToast } from '../state/ui.ts';
import type { Said, Undo } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { bookmarksChanged } from './use-bookmarks.ts';

/** What was done, with a way back that draws the page anew. */
async function outcome(said: Said, undo: Undo): Promise<Outcome> {
  await bookmarksChanged();
  return {
    said,
    undo: async () => {
      await undo();
      await bookmarksChanged();
    },
  };
}

/** Says so behind a dialog. */
async function tell(text: Said, undo: Undo): Promise<void> {
  const { said, undo: back } = await outcome(text, undo);
  showToast({ text: said, undo: back });
}

/** Being taken back: their rows stand until that is answered, and the same key means them no second time. */
const going = new Set<ArticleId>();

/** Takes bookmarks back; undo sets them again as of when they were set. */
export async function removeBookmarks(asked: readonly ArticleId[]): Promise<void> {
  const articleIds = asked.filter((id) => !going.has(id));
  if (articleIds.length === 0) return;
  for (const id of articleIds) going.add(id);
  await doing(async () => {
    const { changed, batch } = await call('removeBookmarks', { articleIds });
    showStatus(articleIds, { bookmarked: false });
    return outcome(() => wordsNow().t('bookmarks.removed', { count: changed }), async () => {
      await call('restoreBookmarks', { batch });
      showStatus(articleIds, { bookmarked: true });
    });
  });
  for (const id of articleIds) going.delete(id);
}

export interface TagChange {
  readonly articleIds: readonly ArticleId[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Tags many at once. Rejects with a ReaderError. */
export async function tagMany(change: TagChange): Promise<void> {
  const { back } = await call('tagArticles', change);
  await tell(() => wordsNow().t('bookmarks.tagged', { count: change.articleIds.length }), async () => {
    for (const step of back) await call('tagArticles', step);
  });
}

/** A filter by a tag that became another one follows it; by one that is gone, it falls away. */
function followTag(tag: ArticleTag, now: ArticleTag | null): void {
  const { tagIds } = useBookmarksView.getState().choice;
  if (!tagIds.includes(tag.id)) return;
  const rest = tagIds.filter((id) => id !== tag.id && id !== now?.id);
  narrow({ tagIds: now ? [...rest, now.id] : rest });
}

/** Gives a tag back to what had it; what was bookmarked no more is not bookmarked for it. */
async function giveTag({ title, articleIds, waiting }: { readonly title: string; readonly articleIds: readonly ArticleId[]; readonly waiting: readonly ArticleId[] }): Promise<void> {
  await call('tagArticles', { articleIds, add: [title] });
  if (waiting.length === 0) return;
  const { bookmarked } = await call('tagArticles', { articleIds: waiting, add: [title] });
  if (bookmarked.length > 0) await call('removeBookmarks', { articleIds: bookmarked });
}

/** Gives a tag another title; one that another tag has merges the two. Rejects with a ReaderError. */
export async function renameTag(tag: ArticleTag, title: string): Promise<void> {
  const { tag: now, merged, before, gained } = await call('renameTag', { tagId: tag.id, title });
  followTag(tag, now);
  const said = () => merged ? wordsNow().t('bookmarks.tagMerged', { tag: before.title, other: now.title }) : wordsNow().t('bookmarks.tagRenamed', { tag: before.title, title: now.title });
  await tell(said, async () => {
    if (!merged) {
      await call('renameTag', { tagId: now.id, title: before.title });
      return;
    }
    if (gained.length > 0) await call('tagArticles', { articleIds: gained, remove: [now.title] });
    await giveTag(before);
  });
}

/** Takes a tag from every bookmark. */
export async function removeTag(tag: ArticleTag): Promise<void> {
  await doing(async () => {
    const removed = await call('removeTag', { tagId: tag.id });
    const { title, articleIds } = removed;
    followTag(tag, null);
    return outcome(() => wordsNow().t('bookmarks.tagRemoved', { tag: title, count: articleIds.length }), async () => giveTag(removed));
  });
}
