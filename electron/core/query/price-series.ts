import { ReaderError } from '../../contract/errors.ts';
import type { PriceDay, PriceQuote, PriceSeries, UsdRate } from '../../contract/figures.ts';
import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import { decimalOf, type Decimal } from '../lens/number/decimal.ts';
import { compareWritten, timesFraction } from '../lens/number/multiply-decimals.ts';
import { dayNumber, dayOfNumber } from '../figures/day-number.ts';
import type { StoreReads } from '../store/store.ts';
import { figuresInStretches } from './figures-in-stretches.ts';
import { kindNumber, type FigurePlace } from './figure-walk.ts';
import { basisOfKey, priceProducts } from './price-products.ts';

export interface SeriesQuestion {
  readonly product: string;
  readonly unit?: string | undefined;
  readonly basisKey?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** More points than a chart shows, and than a call should carry. */
const MOST_QUOTES = 5000;
const ALWAYS = 99_991_231;
const ONE = decimalOf('1');
const THOUSAND = decimalOf('1000');

interface Conversion {
  readonly unit: string;
  readonly times: Decimal;
  readonly by: Decimal;
}

/** Times what and divided by what a price becomes one of the other market. */
function conversionOf(unit: string, { cnyPerUsd }: UsdRate): Conversion | null {
  const rate = decimalOf(cnyPerUsd);
  const perKilo: Decimal = { ...rate, exponent: rate.exponent + 3 };
  switch (unit) {
    case 'CNY/t':
      return { unit: 'USD/kg', times: ONE, by: perKilo };
    case 'CNY/kg':
      return { unit: 'USD/kg', times: ONE, by: rate };
    case 'USD/kg':
      return { unit: 'CNY/t', times: perKilo, by: ONE };
    case 'USD/t':
      return { unit: 'CNY/t', times: rate, by: ONE };
    case 'USD/lb':
      // A pound is 0.45359237 kg.
      return { unit: 'CNY/t', times: { digits: rate.digits * THOUSAND.digits, exponent: rate.exponent + THOUSAND.exponent }, by: decimalOf('0.45359237') };
    default:
      return null;
  }
}

/** Quotes of one product in one unit on one basis, by day. Other calls come between. Rejects with `prices-missing`. */
export async function priceSeries(store: StoreReads, { product: key, unit, basisKey, from, to }: SeriesQuestion, { known, rate }: { readonly known: ReadonlyMap<EntityId, Entity>; readonly rate: UsdRate | null }): Promise<PriceSeries> {
  const [product] = priceProducts(store, known, key);
  const facts = product?.series.find((one) => (unit === undefined || one.unit === unit) && (basisKey === undefined || one.basisKey === basisKey));
  if (!product || !facts) throw new ReaderError('prices-missing', `there are no prices of ${key}${unit === undefined ? '' : ` in ${unit}`}`, { product: key, unit: unit ?? null });
  // A day ends with what its newest article says first, as the list of products does: what follows there is said in passing.
  const places = store.all<FigurePlace & { day: number; low: string; high: string }>(
    `SELECT f.article_id AS id, f.place, f.day, f.low, ifnull(f.high, f.low) AS high FROM figures f INDEXED BY figures_by_name CROSS JOIN statuses s ON s.article_id = f.article_id AND s.visible = 1
     WHERE f.name = (SELECT key FROM figure_words WHERE word = ?) AND f.unit = (SELECT key FROM figure_words WHERE word = ?) AND f.basis = (SELECT key FROM figure_words WHERE word = ?) AND f.day >= ? AND f.day <= ? AND f.kind = ${kindNumber('price')} AND f.name IS NOT NULL
     ORDER BY f.day DESC, f.article_id DESC, f.place DESC LIMIT ?`,
    key, facts.unit, facts.basisKey, dayNumber(from ?? null) ?? 0, dayNumber(to ?? null) ?? ALWAYS, MOST_QUOTES,
  );
  // A quote of a table has its high in another figure: what it says stands in its row.
  const rows = new Map(places.map((row) => [`${row.id}.${row.place}`, row]));
  const conversion = rate === null ? null : conversionOf(facts.unit, rate);
  const quotes = new Map<string, PriceQuote[]>();
  for (const { at, id, printed, sentenceText, unsure, repaired, correction, source } of await figuresInStretches(store, places.toReversed())) {
    const row = rows.get(`${at.id}.${at.place}`);
    if (!row) continue;
    const { low, high } = row;
    const converted = conversion && { low: timesFraction(low, conversion.times, conversion.by), high: timesFraction(high, conversion.times, conversion.by) };
    const quote = { figureId: id, low, high, printed, sentenceText, unsure, repaired: repaired !== null, corrected: correction !== null, converted, source };
    const day = dayOfNumber(row.day);
    quotes.set(day, [...(quotes.get(day) ?? []), quote]);
  }
  const [currency = '', per = ''] = facts.unit.split('/');
  return {
    product, unit: facts.unit, currency, per, basis: basisOfKey(facts.basisKey), basisKey: facts.basisKey,
    days: [...quotes].map(([day, of]): PriceDay => ({ day, quotes: of, conflict: of.some(({ low, high }) => compareWritten(low, of[0]?.low ?? low) !== 0 || compareWritten(high, of[0]?.high ?? high) !== 0) })),
    converted: conversion && rate ? { unit: conversion.unit, rate } : null,
  };
}
