import { useEffect } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { readOpened } from '../state/read-opened.ts';
import { useUi } from '../state/ui.ts';

/** Marks an article as read once it has been open and in sight for a while. */
export function useMarkRead(article: Article | undefined): void {
  const articleId = article?.id;
  const visible = useUi((state) => state.layout !== 'narrow' || state.pushed);
  useEffect(() => (articleId === undefined || !visible ? undefined : readOpened(articleId)), [articleId, visible]);
}
