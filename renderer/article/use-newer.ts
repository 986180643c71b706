import { useEffect, useState } from 'react';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { throttle } from '../client/throttle.ts';
import { onEvent, onMissed } from '../client/transport.ts';
import { isOwnChange } from '../state/article-cache.ts';
import { takeOver } from './take-over.ts';

export interface Newer {
  /** The article as the source has it now, where that differs from what is being read. */
  readonly newer: Article | null;
  readonly show: () => void;
}

interface State {
  readonly articleId: ArticleId | undefined;
  readonly newer: Article | null;
}

/** Follows what happens to the open article without touching its text: status and images at once, a new text only when asked for. */
export function useNewer(article: Article | undefined): Newer {
  const [state, setState] = useState<State>({ articleId: undefined, newer: null });
  const articleId = article?.id;
  const feedId = article?.feedId;

  useEffect(() => {
    if (articleId === undefined || feedId === undefined) return undefined;
    let stopped = false;
    const check = throttle(() => {
      void takeOver(articleId).then((now) => {
        if (!stopped && now !== undefined) setState({ articleId, newer: now });
        return undefined;
      });
    }, 1000);
    const stop = onEvent((event) => {
      if (event.kind === 'articles' && event.feedIds.includes(feedId)) check();
      if (event.kind === 'status' && (event.articleIds === 'many' || (event.articleIds.includes(articleId) && !isOwnChange([articleId])))) check();
      if (event.kind === 'images' && event.articleIds.includes(articleId)) check();
    });
    const stopMissed = onMissed(check);
    return () => {
      stopped = true;
      stopMissed();
      stop();
      // Opened again, it comes with the text of then.
      setState({ articleId: undefined, newer: null });
    };
  }, [articleId, feedId]);

  const newer = state.articleId === articleId ? state.newer : null;
  return {
    newer,
    show: () => {
      if (!newer) return;
      queryClient.setQueryData<Article>(queryKeys.article(newer.id), newer);
      setState((now) => ({ ...now, newer: null }));
    },
  };
}
