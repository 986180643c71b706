import { useEffect, useState } from 'react';
import type { Article } from '../../electron/contract/model.ts';
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

/** Follows what happens to the open article without touching its text: status and images at once, a new text only when asked for. */
export function useNewer(article: Article | undefined): Newer {
  const [newer, setNewer] = useState<Article | null>(null);
  const [retry, setRetry] = useState(0);
  const articleId = article?.id;
  const feedId = article?.feedId;

  useEffect(() => {
    setNewer(null);
    setRetry(0);
    if (articleId === undefined || feedId === undefined) return undefined;
    let stopped = false;
    const key = queryKeys.article(articleId);
    const check = throttle(() => {
      call('getArticle', { articleId }).then(
        (now) => {
          const shown = queryClient.getQueryData<Article>(key);
          if (stopped || !shown) return;
          queryClient.setQueryData<Article>(key, { ...shown, read: now.read, bookmarked: now.bookmarked, kept: now.kept, images: now.images });
          setNewer(now.contentHtml !== shown.contentHtml || now.title !== shown.title ? now : null);
        },
        // What is open stays open; that it is gone is said when it is opened next.
        () => undefined,
      );
    }, 1000);
    const stop = onEvent((event) => {
      if (event.kind === 'articles' && event.feedIds.includes(feedId)) check();
      if (event.kind === 'status' && (event.articleIds === 'many' || (event.articleIds.includes(articleId) && !isOwnChange([articleId])))) check();
      if (event.kind === 'images' && event.articleIds.includes(articleId)) {
        check();
        setRetry((count) => count + 1);
      }
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [articleId, feedId]);

  return {
    newer,
    retry,
    show: () => {
      if (!newer) return;
      queryClient.setQueryData<Article>(queryKeys.article(newer.id), newer);
      setNewer(null);
    },
  };
}
