import { useMemo } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { plainText } from './plain-text.ts';
import { readingMinutes } from './reading-minutes.ts';

/** How long an article takes to read, minutes; null where it has no text. That is parsed once, not each time that something of the article is drawn anew. */
export function useMinutes(article: Pick<Article, 'contentHtml' | 'summary'> | undefined): number | null {
  const { contentHtml = '', summary = '' } = article ?? {};
  return useMemo(() => {
    const text = plainText(contentHtml).trim() || summary;
    return text === '' ? null : readingMinutes(text);
  }, [contentHtml, summary]);
}
