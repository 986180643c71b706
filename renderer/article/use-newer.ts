import { useEffect, useState } from 'react';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { throttle } from '../client/throttle.ts';
import { call, onEvent } from '../client/transport.ts';
import { isOwnChange } from '../state/article-cache.ts';

export interface Newer {
  /** The article as the source has it now, where that differs from what is being read. */
  readonly newer: Article | null;
  /** Grows when images of it may have come. */
  readonly retry: number;
  readonly show: () => void;
}

interface State {
  readonly articleId: ArticleId | undefined;
  readonly newer: Article | null;
  readonly retry: number;
}

/**
 * Takes over the status and the images of an article as they are now. Answers with the article where its text has
 * changed, null where it has not, undefined where nobody can say.
 */
async function compare(articleId: ArticleId): Promise<Article | null | undefined> {
  const key = queryKeys.article(articleId);
  try {
    const now = await call('getArticle', { articleId });
    const shown = queryClient.getQueryData<Article>(key);
    if (!shown) return undefined;
    queryClient.setQueryData<Article>(key, { ...shown, read: now.read, bookmarked: now.bookmarked, kept: now.kept, images: now.images });
    return now.contentHtml !== shown.contentHtml || now.title !== shown.title ? now : null;
  } catch {
    // What is open stays open; that it is gone is said when it is opened next.
    return undefined;
  }
}

/** Follows what happens to the open article without touching its text: status and images at once, a new text only when asked for. */
export function useNewer(article: Article | undefined): Newer {
  const [state, setState] = useState<State>({ articleId: undefined, newer: null, retry: 0 });
  const articleId = article?.id;
  const feedId = article?.feedId;

  useEffect(() => {
    if (articleId === undefined || feedId === undefined) return undefined;
    let stopped = false;
    const tell = (change: (now: State) => Partial<State>) => {
      setState((now) => {
        const own = now.articleId === articleId ? now : { articleId, newer: null, retry: 0 };
        return { ...own, ...change(own) };
      });
    };
    const check = throttle(() => {
      void compare(articleId).then((now) => {
        if (!stopped && now !== undefined) tell(() => ({ newer: now }));
        return undefined;
      });
    }, 1000);
    const stop = onEvent((event) => {
      if (event.kind === 'articles' && event.feedIds.includes(feedId)) check();
      if (event.kind === 'status' && (event.articleIds === 'many' || (event.articleIds.includes(articleId) && !isOwnChange([articleId])))) check();
      if (event.kind === 'images' && event.articleIds.includes(articleId)) {
        check();
        tell((now) => ({ retry: now.retry + 1 }));
      }
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [articleId, feedId]);

  const { newer, retry } = state.articleId === articleId ? state : { newer: null, retry: 0 };
  return {
    newer,
    retry,
    show: () => {
      if (!newer) return;
      queryClient.setQueryData<Article>(queryKeys.article(newer.id), newer);
      setState((now) => ({ ...now, newer: null }));
    },
  };
}
