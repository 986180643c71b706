import type { Tag } from '../../electron/contract/bookmark.ts';

/** As the engine tells tags apart. */
export function foldTag(title: string): string {
  return title.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

export interface TagChoice {
  readonly title: string;
  readonly isNew: boolean;
}

const MOST = 8;

/**
 * What a typed beginning may become: tags that begin with it, then tags that hold it, the most used first, and last the
 * typed text itself where no tag is called that. Tags that the article has are left out.
 */
export function tagChoices(typed: string, tags: readonly Tag[], has: readonly { readonly title: string }[]): TagChoice[] {
  const wanted = foldTag(typed);
  const had = new Set(has.map(({ title }) => foldTag(title)));
  const free = tags.filter(({ title }) => !had.has(foldTag(title))).toSorted((one, other) => other.count - one.count);
  const begins = free.filter(({ title }) => foldTag(title).startsWith(wanted));
  const holds = free.filter((tag) => wanted !== '' && !begins.includes(tag) && foldTag(tag.title).includes(wanted));
  const known = [...begins, ...holds].slice(0, MOST).map(({ title }) => ({ title, isNew: false }));
  const exists = had.has(wanted) || tags.some(({ title }) => foldTag(title) === wanted);
  return wanted === '' || exists ? known : [...known, { title: typed.replaceAll(/\s+/gu, ' ').trim(), isNew: true }];
}
