import type { EntityKind } from '../../contract/search/query-node.ts';

/** One way in which a thing is written. */
export interface AliasName {
  readonly text: string;
  /** `symbol`: an element's, in exact case and where it can be nothing else; `phrase`: these words in a row, whatever their case. */
  readonly as: 'phrase' | 'symbol';
  /** Of a phrase that means something else as well ("MP"): it counts within ten words of one of these only. */
  readonly near?: readonly string[];
  /** It means the thing in some years only: the recognised articles tell which, and its words are searched for where they were typed. */
  readonly dated?: boolean;
}

/** A thing and all its names. */
export interface AliasGroup {
  readonly id: string;
  readonly kind: EntityKind | 'term';
  readonly names: readonly AliasName[];
  /**
   * Names of other things in which a name of this one stands ("praseodymium-neodymium oxide" around "neodymium oxide"): an article
   * that has only those is not about this one.
   */
  readonly longer?: readonly string[];
  /** It has forms that mean it in their context alone: articles in which it was recognized count as well. */
  readonly byContext?: boolean;
}

/** Words of a query, from `from` to before `to`, that are a name. */
export interface AliasMatch {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly AliasGroup[];
}

/** What search asks of whoever knows names. */
export interface Aliases {
  /** The names in consecutive words of a query as they were typed, the longest first, none over another, in their order. */
  match(words: readonly string[]): readonly AliasMatch[];
  /** The things of a kind that go by a name or an id, whatever its case (`element:dy`). */
  find(kind: EntityKind, name: string): readonly AliasGroup[];
  /** Names of a kind that begin with what was typed; `value` is what an operator takes. */
  complete(kind: EntityKind, typed: string, limit: number): readonly { readonly value: string; readonly title: string }[];
}

/** Nobody knows any names. */
export const NO_ALIASES: Aliases = { match: () => [], find: () => [], complete: () => [] };
