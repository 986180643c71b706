import type { HighlightId, PlacedHighlight, QuotePlace } from '../../electron/contract/bookmark.ts';
import type { Article } from '../../electron/contract/model.ts';

export interface Absent {
  /** In the other of the article's two texts. */
  readonly elsewhere: readonly PlacedHighlight[];
  /** In neither. */
  readonly lost: readonly PlacedHighlight[];
}

/** The highlights that the text which is shown does not hold. `places`: where each one is in it. Pure. */
export function absent(highlights: readonly PlacedHighlight[], places: ReadonlyMap<HighlightId, QuotePlace>, { textOrigin, fullText }: Pick<Article, 'textOrigin' | 'fullText'>): Absent {
  // The engine tells of the page's text where that is kept, and beside it of the other one.
  const isOther = textOrigin === 'feed' && fullText.state === 'kept';
  const missing = highlights.filter(({ id }) => places.get(id) === 'lost');
  const isElsewhere = ({ place, inOtherText }: PlacedHighlight): boolean => (isOther ? place !== 'lost' : inOtherText);
  return { elsewhere: missing.filter((one) => isElsewhere(one)), lost: missing.filter((one) => !isElsewhere(one)) };
}
