import type { Evidence, FrozenCopy } from '../../electron/contract/bookmark.ts';
import type { Article } from '../../electron/contract/model.ts';

export interface Change {
  readonly from: FrozenCopy;
  readonly to: FrozenCopy;
}

/**
 * The last change that the source made to what is read: two copies of the same origin. Null where it made none: that the
 * text of the page came to that of the feed is no change.
 */
export function latestChange({ copies, currentCopy }: Copies): Change | null {
  const now = copies.find(({ id }) => id === currentCopy) ?? copies.at(-1);
  if (!now) return null;
  const others = copies.filter(({ id, origin }) => origin === now.origin && id !== now.id);
  // Where an earlier text came back, what stood between is what it changed from.
  const from = others.at(-1);
  return from ? { from, to: now } : null;
}

export type Copies = Pick<Evidence, 'copies' | 'currentCopy'>;

export type ReadText = Pick<Article, 'revisedAt' | 'arrivedAt' | 'textOrigin' | 'fullText'>;

/**
 * The copies up to the text that is being read, which is the current one: what its source made of it since then waits as that
 * text does, so that nothing moves.
 */
export function copiesUpTo({ copies, currentCopy }: Copies, { revisedAt, arrivedAt, textOrigin, fullText }: ReadText): Copies {
  const until = { feed: revisedAt ?? arrivedAt, page: fullText.state === 'kept' ? fullText.at : 0 };
  const known = copies.filter(({ origin, retrievedAt }) => retrievedAt <= until[origin]);
  const ofText = known.filter(({ origin }) => origin === textOrigin);
  const current = ofText.find(({ id }) => id === currentCopy) ?? ofText.at(-1) ?? known.at(-1);
  return { copies: known, currentCopy: current?.id ?? null };
}
