import * as v from 'valibot';
import type { ArgsOf } from './api.ts';
import { ENTITY_KINDS, type EntityAlias, type GazetteerApi } from './gazetteer.ts';

const entityId = v.pipe(v.string(), v.regex(/^[a-z]{2,12}:[\w-]{1,80}$/), v.maxLength(100));
const kind = v.picklist(ENTITY_KINDS);
const form = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const forms = v.pipe(v.array(form), v.maxLength(200));
const day = v.pipe(v.string(), v.isoDate());
const lang = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/));

const rule = v.union([
  v.picklist(['symbol', 'ticker']),
  v.strictObject({
    near: v.optional(forms),
    within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
    notAfter: v.optional(forms),
    notBefore: v.optional(forms),
    exact: v.optional(v.boolean()),
  }),
]);

/** Of one alias, shipped or a person's own. */
export const aliasSchema = v.strictObject({
  text: form,
  lang: v.optional(lang),
  from: v.optional(day),
  to: v.optional(day),
  exact: v.optional(v.boolean()),
  needs: v.optional(rule),
}) as unknown as v.GenericSchema<unknown, EntityAlias>;

/** Names by language. */
export const namesSchema = v.record(lang, form);

/** Schemas of the gazetteer's methods. */
export const gazetteerSchemas: { readonly [M in keyof GazetteerApi]: v.GenericSchema<unknown, ArgsOf<M>> } = {
  listEntities: v.strictObject({ kind: v.optional(kind), query: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
  getEntity: v.strictObject({ entityId }),
  saveEntity: v.strictObject({
    entityId: v.optional(entityId),
    kind: v.optional(kind),
    names: v.optional(namesSchema),
    aliases: v.optional(v.pipe(v.array(aliasSchema), v.maxLength(200))),
    hidden: v.optional(forms),
  }),
  removeEntity: v.strictObject({ entityId }),
  resetEntity: v.strictObject({ entityId }),
  restoreEntity: v.strictObject({
    entityId,
    own: v.nullable(v.strictObject({ id: entityId, kind, names: namesSchema, aliases: v.pipe(v.array(aliasSchema), v.maxLength(200)), hidden: forms, removed: v.optional(v.boolean()) })),
  }),
  entitiesOf: v.strictObject({ articleId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  recognitionProgress: v.strictObject({}),
};
