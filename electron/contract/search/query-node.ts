/** What a query says is wrong with it; the words for each are the renderer's. */
export type QueryNoteCode =
  | 'quote-unclosed'
  | 'bracket-unclosed'
  | 'bracket-unopened'
  | 'operator-alone'
  | 'value-missing'
  | 'is-unknown'
  | 'date-unknown'
  | 'feed-unknown'
  | 'folder-unknown'
  | 'name-unknown'
  | 'nothing-in-it'
  | 'too-long';

/** Something that the query was read without, or otherwise than it may have been meant. */
export interface QueryNote {
  /** UTF-16 offsets in the query. */
  readonly at: number;
  readonly to: number;
  readonly what: QueryNoteCode;
  /** What it is about, as it was typed. */
  readonly text: string;
}

/** Where words are looked for: everywhere, in the title, in the person's own notes and quotations, in tags. */
export type QueryField = 'any' | 'title' | 'note' | 'tag';

export const IS_VALUES = ['unread', 'read', 'bookmarked', 'offline', 'muted'] as const;
export type IsValue = (typeof IS_VALUES)[number];

/** All names of these, and what each means. */
export const IS_NAMES: ReadonlyMap<string, IsValue> = new Map<string, IsValue>([
  ...IS_VALUES.map((name): [string, IsValue] => [name, name]),
  ['starred', 'bookmarked'], ['未读', 'unread'], ['已读', 'read'], ['书签', 'bookmarked'], ['离线', 'offline'], ['已屏蔽', 'muted'],
]);

export const ENTITY_KINDS = ['element', 'company', 'place', 'product', 'agency', 'policy'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

interface Placed {
  readonly at: number;
  readonly to: number;
}

/** A word or phrase as it was typed. */
export interface TextNode extends Placed {
  readonly kind: 'text';
  readonly field: QueryField;
  readonly text: string;
  readonly quoted: boolean;
  /** Its last word may go on: marked with an asterisk, or still being typed. */
  readonly prefix: 'no' | 'marked' | 'typing';
}

export type FilterNode =
  | (Placed & { readonly kind: 'is'; readonly value: IsValue })
  | (Placed & { readonly kind: 'feed' | 'folder' | 'lang'; readonly value: string })
  /** From the first moment of the day, month or year on (`after`), or up to its last one (`before` leaves it out). */
  | (Placed & { readonly kind: 'after' | 'before'; readonly value: string; readonly time: number })
  | (Placed & { readonly kind: 'entity'; readonly entity: EntityKind; readonly value: string });

export type QueryNode =
  | TextNode
  | FilterNode
  | { readonly kind: 'all' | 'any'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode };

export interface ParsedQuery {
  /** Null where nothing is asked for. */
  readonly node: QueryNode | null;
  readonly notes: readonly QueryNote[];
}
