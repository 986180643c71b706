import type { ArticleId } from '../../contract/model.ts';
import { sortAtOf } from '../store/place-article.ts';

const HALF_LIFE_MS = 30 * 24 * 60 * 60_000;

/** How much an article weighs for its age beside one of now: what is a month old 0.7, what is old 0.4. */
export function ageWeight(id: ArticleId, now: number): number {
  return 0.4 + 0.6 * 2 ** (-Math.max(0, now - sortAtOf(id)) / HALF_LIFE_MS);
}
