import * as v from 'valibot';
import { isFigureValue } from './figure-value.ts';
import type { FigureFilter, FigureFix } from './figures.ts';
import { DATE_ROLES, FIGURE_KINDS, FIGURE_QUALIFIERS, type FigureKind } from './lens.ts';
import { FIGURE_FORMATS, type LensApi } from './lens-api.ts';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const day = v.pipe(v.string(), v.isoDate());
const entityId = v.pipe(v.string(), v.regex(/^[a-z]{2,12}:[\w-]{1,80}$/), v.maxLength(100));
const figureId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{3,40}$/));
const unit = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));
const kind = v.picklist(FIGURE_KINDS);
const role = v.picklist(DATE_ROLES);
const cursor = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))));
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
const words = v.pipe(v.string(), v.maxLength(500));
const none = v.strictObject({}) as unknown as v.GenericSchema<Record<string, never>>;

/** Of some kind; of which, whoever knows the kind asks. */
const value = v.pipe(v.string(), v.check((text) => FIGURE_KINDS.some((one) => isFigureValue(one, text)), 'no value of any kind'));

const fix = {
  low: v.optional(value),
  high: v.optional(value),
  kind: v.optional(kind),
  unit: v.optional(v.nullable(unit)),
  qualifiers: v.optional(v.pipe(v.array(v.picklist(FIGURE_QUALIFIERS)), v.maxLength(FIGURE_QUALIFIERS.length))),
  subject: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300))),
  period: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(100)))),
  role: v.optional(v.nullable(role)),
} satisfies Record<keyof FigureFix, v.GenericSchema>;

type Said = Pick<FigureFix, 'low' | 'high' | 'kind'>;

/** Where a kind is told beside a value, the value is one of that kind. */
function fits(said: Said, end: 'low' | 'high'): boolean {
  const { kind: of, [end]: text } = said;
  return of === undefined || text === undefined || isFigureValue(of, text);
}

const NO_VALUE = 'no value of this kind';
const fixed = v.pipe(
  v.strictObject(fix),
  v.forward(v.check((said: Said) => fits(said, 'low'), NO_VALUE), ['low']),
  v.forward(v.check((said: Said) => fits(said, 'high'), NO_VALUE), ['high']),
);
const added = v.pipe(
  v.strictObject({ ...fix, low: value, kind }),
  v.forward(v.check((said: Said & { readonly low: string; readonly kind: FigureKind }) => fits(said, 'low'), NO_VALUE), ['low']),
  v.forward(v.check((said: Said & { readonly low: string; readonly kind: FigureKind }) => fits(said, 'high'), NO_VALUE), ['high']),
);

const filter = v.strictObject({
  articleId: v.optional(id),
  entityId: v.optional(entityId),
  kinds: v.optional(v.pipe(v.array(kind), v.minLength(1), v.maxLength(FIGURE_KINDS.length))),
  unit: v.optional(unit),
  feedId: v.optional(id),
  from: v.optional(day),
  to: v.optional(day),
  periodFrom: v.optional(day),
  periodTo: v.optional(day),
  text: v.optional(words),
  unsure: v.optional(v.boolean()),
  corrected: v.optional(v.boolean()),
} satisfies Record<keyof FigureFilter, v.GenericSchema>);

const dates = { from: v.optional(day), to: v.optional(day), roles: v.optional(v.pipe(v.array(role), v.minLength(1), v.maxLength(DATE_ROLES.length))), entityId: v.optional(entityId) };

type Schemas = { readonly [M in keyof LensApi]: v.GenericSchema<unknown, Parameters<LensApi[M]>[0]> };

/** One schema a method. */
export const lensSchemas: Schemas = {
  articleFigures: v.strictObject({ articleId: id, text: v.optional(v.picklist(['feed', 'page'])), copyId: v.optional(id) }),
  listFigures: v.strictObject({ filter: v.optional(filter), limit, cursor }),
  figureChoices: v.strictObject({ filter: v.optional(filter) }),
  exportFigures: v.strictObject({ format: v.picklist(FIGURE_FORMATS), filter: v.optional(filter) }),
  listPriceProducts: v.strictObject({ query: v.optional(words) }),
  priceSeries: v.strictObject({
    product: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
    unit: v.optional(unit),
    basisKey: v.optional(v.pipe(v.string(), v.maxLength(200))),
    from: v.optional(day),
    to: v.optional(day),
  }),
  listDates: v.strictObject({ ...dates, limit, cursor }),
  exportDates: v.strictObject(dates),
  noticeLinks: v.strictObject({ articleId: id }),
  entityFigures: v.strictObject({ entityId, days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))) }),
  figureDifferences: v.strictObject({ articleId: id }),
  fixFigure: v.strictObject({ articleId: id, figureId, fix: fixed }),
  dropFigure: v.strictObject({ articleId: id, figureId }),
  addFigure: v.strictObject({
    articleId: id,
    field: v.picklist(['title', 'text']),
    quote: v.strictObject({ quote: v.pipe(v.string(), v.regex(/\S/), v.maxLength(200)), prefix: words, suffix: words, start: time }),
    figure: added,
  }),
  undoCorrection: v.strictObject({ correctionId: id }),
  lensProgress: none,
  lensChanges: v.strictObject({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), cursor }),
};

/** A rate that a person set. */
export const usdRateSchema = v.strictObject({ cnyPerUsd: v.pipe(v.string(), v.regex(/^(?!0+(?:\.0+)?$)\d{1,4}(?:\.\d{1,8})?$/)), on: day });
