import { queryClient } from '../client/query-client.ts';
import { entitiesQuestion } from '../entities/use-article-entities.ts';
import { evidenceQuestion } from '../evidence/use-evidence.ts';
import { useUi } from '../state/ui.ts';
import { articleQuestion } from './use-article.ts';
import { loadParts } from './use-parts.ts';

/**
 * Asks for all that the page of an article waits for as soon as one is opened: the way to the engine and back then runs beside the
 * drawing of the row and the headline, not behind it. Returns the way to stop.
 */
export function askOpened(): () => void {
  return useUi.subscribe(({ articleId }, before) => {
    if (articleId === null || articleId === before.articleId) return;
    loadParts();
    const asked = [queryClient.query(articleQuestion(articleId)), queryClient.query(evidenceQuestion(articleId)), queryClient.query(entitiesQuestion(articleId))];
    // What fails is told by who shows it.
    void Promise.allSettled(asked);
  });
}
