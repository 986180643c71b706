import { useEffect, useEffectEvent, useState } from 'react';
import type { TextOrigin } from '../../electron/contract/full-text.ts';
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

export interface NewerOptions {
  /** The text that the person chose. */
  readonly chosen: TextOrigin | undefined;
  /** Whether a text may take the place of the one shown: nothing of that has been read past yet. */
  readonly mayTake: () => boolean;
  /** The full text stands there now. */
  readonly onTaken: () => void;
}

function withStatus(newer: Article, shown: Article | undefined): Article {
  if (!shown) return newer;
  const { read, bookmarked, pinned, highlighted } = shown;
  return { ...newer, read, bookmarked, pinned, highlighted };
}

/**
 * Follows what happens to the open article without moving what is read: status and images at once; the full text in place of a
 * summary where nothing would move; any other new text only when asked for.
 */
export function useNewer(article: Article | undefined, { chosen, mayTake, onTaken }: NewerOptions): Newer {
  const [state, setState] = useState<State>({ articleId: undefined, newer: null });
  const articleId = article?.id;
  const feedId = article?.feedId;
  const heard = useEffectEvent((id: ArticleId, now: Article | null) => {
    const shown = queryClient.getQueryData<Article>(queryKeys.article(id));
    if (now && shown?.textOrigin === 'feed' && now.textOrigin === 'page' && mayTake()) {
      queryClient.setQueryData<Article>(queryKeys.article(id), now);
      setState({ articleId: id, newer: null });
      onTaken();
    } else setState({ articleId: id, newer: now });
  });
  const text = useEffectEvent(() => chosen);

  useEffect(() => {
    if (articleId === undefined || feedId === undefined) return undefined;
    let stopped = false;
    const check = throttle(() => {
      const of = text();
      void takeOver(articleId, of).then((now) => {
        // Another text that was chosen meanwhile is as new as this.
        if (!stopped && now !== undefined && text() === of) heard(articleId, now);
        return undefined;
      });
    }, 1000);
    const stop = onEvent((event) => {
      if (event.kind === 'articles' && event.feedIds.includes(feedId)) check();
      if (event.kind === 'status' && (event.articleIds === 'many' || (event.articleIds.includes(articleId) && !isOwnChange([articleId])))) check();
      if ((event.kind === 'images' || event.kind === 'texts') && event.articleIds.includes(articleId)) check();
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

  // What was asked for by name stands there already.
  const isOther = state.newer?.contentHtml !== article?.contentHtml || state.newer?.title !== article?.title;
  const newer = state.articleId === articleId && isOther ? state.newer : null;
  return {
    newer,
    show: () => {
      if (!newer) return;
      // What was done to it while this waited is not in it.
      queryClient.setQueryData<Article>(queryKeys.article(newer.id), (shown) => withStatus(newer, shown));
      setState((now) => ({ ...now, newer: null }));
    },
  };
}
