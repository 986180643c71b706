import * as v from 'valibot';
import type { BookmarksApi } from './bookmark.ts';
import { LONGEST_AROUND, LONGEST_NOTE, LONGEST_QUOTE, LONGEST_TAG, MOST_TAGS_AT_ONCE } from './bookmark-limits.ts';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const ids = v.pipe(v.array(id), v.maxLength(100_000));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tagTitle = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_TAG));
const titles = v.pipe(v.array(tagTitle), v.maxLength(MOST_TAGS_AT_ONCE));
const note = v.pipe(v.string(), v.maxLength(LONGEST_NOTE));
const none = v.strictObject({}) as unknown as v.GenericSchema<Record<string, never>>;
const around = v.pipe(v.string(), v.maxLength(LONGEST_AROUND));

export const bookmarkFilter = v.strictObject({
  tagIds: v.optional(v.pipe(v.array(id), v.maxLength(100))),
  feedId: v.optional(id),
  from: v.optional(time),
  to: v.optional(time),
  highlights: v.optional(v.boolean()),
  notes: v.optional(v.boolean()),
  text: v.optional(v.pipe(v.string(), v.maxLength(500))),
  exact: v.optional(v.boolean()),
});

type Schemas = { readonly [M in keyof BookmarksApi]: v.GenericSchema<unknown, Parameters<BookmarksApi[M]>[0]> };

/** One schema a method. */
export const bookmarkSchemas: Schemas = {
  tags: none,
  tagArticles: v.strictObject({ articleIds: ids, add: v.optional(titles), remove: v.optional(titles) }),
  renameTag: v.strictObject({ tagId: id, title: tagTitle }),
  removeTag: v.strictObject({ tagId: id }),
  setNote: v.strictObject({ articleId: id, text: note }),
  addHighlight: v.strictObject({
    id: v.optional(id),
    articleId: id,
    quote: v.pipe(v.string(), v.regex(/\S/), v.maxLength(LONGEST_QUOTE)),
    prefix: around,
    suffix: around,
    start: time,
    note: v.optional(note),
    createdAt: v.optional(time),
  }),
  changeHighlight: v.strictObject({ highlightId: id, note }),
  removeHighlight: v.strictObject({ highlightId: id }),
  evidence: v.strictObject({ articleId: id }),
  getCopy: v.strictObject({ copyId: id }),
  compareCopies: v.strictObject({ from: id, to: id }),
  listBookmarks: v.strictObject({
    filter: v.optional(bookmarkFilter),
    order: v.optional(v.picklist(['saved', 'published', 'source'])),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200)))),
  }),
  removeBookmarks: v.strictObject({ articleIds: ids }),
  restoreBookmarks: v.strictObject({ batch: time }),
};
