import { useEffect } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { takeOver } from './take-over.ts';

/**
 * Opening an article asks for the images that were never tried; each is shown when it comes. Not while offline, again when
 * that ends. Those that failed are the engine's to try again in their time.
 */
export function useKeepImages(article: Article | undefined, offline: boolean): void {
  const articleId = article?.id;
  const lacking = article?.images.some((image) => image.state === 'pending') ?? false;
  useEffect(() => {
    if (articleId === undefined || !lacking || offline) return;
    const keep = async () => {
      try {
        await call('keepImages', { articleId });
      } catch {
        // What fails keeps its box, which says so.
      }
      await takeOver(articleId);
    };
    void keep();
  }, [articleId, lacking, offline]);
}
