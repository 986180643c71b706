import { useRef, useState } from 'react';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';
import { announce } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { takeOver } from './take-over.ts';

export interface RetryImages {
  /** They are being asked for. */
  readonly asking: boolean;
  /** Asks for all images of the article that are not here, and says what came of it. */
  readonly retry: () => Promise<void>;
}

/** The way to ask again for the images of an article that could not be had. */
export function useRetryImages({ id: articleId }: Pick<Article, 'id'>): RetryImages {
  const { t } = useWords();
  const [askingFor, setAskingFor] = useState<ArticleId | null>(null);
  const busy = useRef(false);
  return {
    asking: askingFor === articleId,
    async retry() {
      if (busy.current) return;
      busy.current = true;
      setAskingFor(articleId);
      try {
        const { failed } = await call('keepImages', { articleId });
        announce(failed === 0 ? t('images.came') : t('images.stillMissing', { count: failed }));
      } catch (error) {
        showFailure(error);
      }
      await takeOver(articleId);
      busy.current = false;
      setAskingFor(null);
    },
  };
}
