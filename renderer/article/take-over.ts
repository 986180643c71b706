import type { TextOrigin } from '../../electron/contract/full-text.ts';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { askArticle } from '../state/ask-article.ts';
import { patchRows } from '../state/listing.ts';

/**
 * Takes over the status and the images of an article as they are now, and what is known of its page; `text` is the one that the
 * person chose, if any. Answers with the article where its text has
 * changed, null where it has not, undefined where nobody can say.
 */
export async function takeOver(articleId: ArticleId, text?: TextOrigin): Promise<Article | null | undefined> {
  const key = queryKeys.article(articleId);
  try {
    const now = await askArticle(articleId, text);
    // A list of what is unread asks no more for what was opened from it: its row stands, and would say what was here before.
    patchRows(({ id, kept }) => id === articleId && kept !== now.kept, { kept: now.kept });
    const shown = queryClient.getQueryData<Article>(key);
    if (!shown) return undefined;
    queryClient.setQueryData<Article>(key, { ...shown, read: now.read, bookmarked: now.bookmarked, kept: now.kept, images: now.images, fullText: now.fullText });
    return now.contentHtml !== shown.contentHtml || now.title !== shown.title ? now : null;
  } catch {
    // What is open stays open; that it is gone is said when it is opened next.
    return undefined;
  }
}
