import type { StoryOfArticle } from '../../electron/contract/stories.ts';
import type { Words } from '../words/use-words.ts';

/** "6 sources"; of reprints of one source "2 reports". */
export function storyCount({ sources, articles }: StoryOfArticle, t: Words['t']): string {
  return sources > 1 ? t('stories.sources', { count: sources }) : t('stories.reports', { count: articles });
}
