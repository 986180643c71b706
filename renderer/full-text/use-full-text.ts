import { useCallback, useEffect, useState } from 'react';
import type { FullText } from '../../electron/contract/full-text.ts';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';

/** As for marking read: holding J to skim asks no site for anything. */
const OPEN_MS = 500;

export interface FullTextAsking {
  /** The page is being asked for, or will be in a moment. */
  readonly asking: boolean;
  /** A person wants it, whatever came of it before. */
  readonly ask: () => void;
}

/**
 * Opening an article asks the engine for the text of its page, which fetches it where the source's setting wants that. Not
 * while offline, again when that ends. What comes of it is heard as an event.
 */
export function useFullText(article: Article | undefined, offline: boolean): FullTextAsking {
  const articleId = article?.id;
  const visible = useUi((state) => state.layout !== 'narrow' || state.pushed);
  const [askedFor, setAskedFor] = useState<ArticleId | null>(null);
  const [settledFor, setSettledFor] = useState<ArticleId | null>(null);

  useEffect(() => {
    if (articleId === undefined || !visible || offline) return undefined;
    const timer = setTimeout(() => {
      void settled(call('keepFullText', { articleId, opened: true }), () => setSettledFor(articleId));
    }, OPEN_MS);
    return () => clearTimeout(timer);
  }, [articleId, visible, offline]);

  const ask = useCallback(() => {
    if (articleId === undefined) return;
    setAskedFor(articleId);
    const end = () => setAskedFor((now) => (now === articleId ? null : now));
    void call('keepFullText', { articleId }).then(end, (error: unknown) => {
      end();
      showFailure(error);
    });
  }, [articleId]);

  const isFirst = !offline && visible && settledFor !== articleId && article?.fullText.state === 'none';
  return { asking: articleId !== undefined && (askedFor === articleId || isFirst), ask };
}

/** What opening brings nobody asked for: where it fails, the foot of the article says so. */
async function settled(asked: Promise<FullText>, end: () => void): Promise<void> {
  try {
    await asked;
  } catch {
    // An article that went meanwhile says so itself.
  }
  end();
}
