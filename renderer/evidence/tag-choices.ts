import type { Tag } from '../../electron/contract/bookmark.ts';
import { tagKey, tagTitle } from '../../electron/contract/tag-key.ts';

export interface TagChoice {
  readonly title: string;
  readonly isNew: boolean;
}

/** More known tags than this are not offered at once. */
export const MOST_KNOWN = 8;

/**
 * What a typed beginning may become: tags that begin with it, then tags that hold it, the most used first, and last the
 * typed text itself where no tag is called that. Tags that the article has are left out.
 */
export function tagChoices(typed: string, tags: readonly Tag[], has: readonly { readonly title: string }[]): TagChoice[] {
  const wanted = tagKey(typed);
  const had = new Set(has.map(({ title }) => tagKey(title)));
  const free = tags.filter(({ title }) => !had.has(tagKey(title))).toSorted((one, other) => other.count - one.count);
  const begins = free.filter(({ title }) => tagKey(title).startsWith(wanted));
  const holds = free.filter((tag) => wanted !== '' && !begins.includes(tag) && tagKey(tag.title).includes(wanted));
  const known = [...begins, ...holds].slice(0, MOST_KNOWN).map(({ title }) => ({ title, isNew: false }));
  const exists = had.has(wanted) || tags.some(({ title }) => tagKey(title) === wanted);
  return wanted === '' || exists ? known : [...known, { title: tagTitle(typed), isNew: true }];
}
