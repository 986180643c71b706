import * as v from 'valibot';
import { EXPORT_FORMATS } from './transfer.ts';
import type { ArchiveApi, TransferApi } from './transfer.ts';
import { bookmarkFilter } from './validate-bookmark.ts';

const none = v.strictObject({}) as unknown as v.GenericSchema<Record<string, never>>;
const file = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const name = v.pipe(v.string(), v.maxLength(1000));
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

type Schemas = { readonly [M in keyof (TransferApi & ArchiveApi)]: v.GenericSchema<unknown, Parameters<(TransferApi & ArchiveApi)[M]>[0]> };

/** One schema a method. */
export const transferSchemas: Schemas = {
  exportArticles: v.strictObject({
    format: v.picklist(EXPORT_FORMATS),
    articleIds: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(100_000))),
    filter: v.optional(bookmarkFilter),
    title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500))),
  }),
  previewImport: v.strictObject({ file, name }),
  importFile: v.strictObject({ file, name }),
  transferProgress: none,
  cancelTransfer: none,
  exportArchive: none,
  previewArchive: v.strictObject({ file, name }),
  importArchive: v.strictObject({ file, name }),
};
