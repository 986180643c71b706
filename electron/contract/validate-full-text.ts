import * as v from 'valibot';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Schemas of the methods of FullTextApi, and of what getArticle takes. */
export const fullTextSchemas = {
  keepFullText: v.strictObject({ articleId: id, opened: v.optional(v.boolean()) }),
  lookAgain: v.strictObject({ articleId: id }),
  setFullText: v.strictObject({ feedId: id, mode: v.picklist(['feed', 'opened', 'always']) }),
} as const;

export const textOriginSchema = v.picklist(['feed', 'page']);
