import * as v from 'valibot';
import { LONGEST_NOTE, LONGEST_TAG, MOST_TAGS_AT_ONCE } from './bookmark-limits.ts';
import type { SavingApi } from './saving.ts';

const url = v.pipe(v.string(), v.maxLength(8192));
const file = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const wishes = {
  tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS_AT_ONCE))),
  note: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_NOTE))),
  images: v.optional(v.boolean()),
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500))),
};

type Schemas = { readonly [M in keyof SavingApi]: v.GenericSchema<unknown, Parameters<SavingApi[M]>[0]> };

/** One schema a method. */
export const savingSchemas: Schemas = {
  previewSave: v.union([v.strictObject({ url }), v.strictObject({ file, name })]),
  previewSaveImages: v.union([v.strictObject({ url }), v.strictObject({ file, name })]),
  forgetFile: v.strictObject({ file }),
  savePage: v.union([v.strictObject({ url, ...wishes }), v.strictObject({ file, name, ...wishes })]),
};
