import * as v from 'valibot';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const query = v.pipe(v.string(), v.maxLength(1000));

/** What articles are looked at. */
export const scopeSchema = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['all', 'unread', 'today', 'bookmarks', 'offline']) }),
  v.strictObject({ kind: v.literal('feed'), id }),
  v.strictObject({ kind: v.literal('folder'), id }),
  v.strictObject({ kind: v.literal('watch'), id }),
]);

/** Schemas of the methods of SearchApi. */
export const searchSchemas = {
  search: v.strictObject({
    query,
    scope: v.optional(scopeSchema),
    order: v.optional(v.picklist(['time', 'rank'])),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    // By rank, a cursor holds what follows.
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(16_000)))),
    exact: v.optional(v.boolean()),
    unreadOnly: v.optional(v.boolean()),
  }),
  searchCompletions: v.strictObject({ query, at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)) }),
  countSearch: v.strictObject({ queries: v.pipe(v.array(query), v.maxLength(50)), scope: v.optional(scopeSchema), exact: v.optional(v.boolean()) }),
} as const;
