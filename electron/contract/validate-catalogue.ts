import * as v from 'valibot';
import { CATALOGUE_EVIDENCE, CATALOGUE_KINDS } from './catalogue.ts';
import type { CatalogueApi } from './catalogue.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const address = v.pipe(v.string(), v.maxLength(2000), v.url(), v.regex(/^https?:/i));

/** One source of a catalogue's file. */
export const catalogueSourceSchema = v.strictObject({
  id,
  kind: v.picklist(CATALOGUE_KINDS),
  title: text,
  url: address,
  site: address,
  reads: v.picklist(['feed', 'page']),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)),
  topics: v.optional(v.pipe(v.array(text), v.maxLength(20)), []),
  about: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(300))), {}),
  perDay: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))), null),
  evidence: v.optional(v.picklist(CATALOGUE_EVIDENCE), 'guess'),
  starter: v.optional(v.boolean(), false),
});

/** A person's own catalogue: sources beside those that ship, or, with `replaces`, in place of them. */
export const ownCatalogueSchema = v.strictObject({
  replaces: v.optional(v.boolean(), false),
  sources: v.pipe(v.array(catalogueSourceSchema), v.maxLength(2000)),
});

type Schemas = { readonly [M in keyof CatalogueApi]: v.GenericSchema<unknown, Parameters<CatalogueApi[M]>[0]> };

/** One schema a method. */
export const catalogueSchemas: Schemas = {
  catalogue: v.strictObject({}),
  tryCatalogueSource: v.strictObject({ id }),
  followCatalogue: v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(2000)), folders: v.partial(v.object(v.entriesFromList(CATALOGUE_KINDS, v.pipe(v.string(), v.trim(), v.maxLength(200))))) }) as v.GenericSchema<
    unknown,
    Parameters<CatalogueApi['followCatalogue']>[0]
  >,
};
