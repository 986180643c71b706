import type { PriceProduct, PriceSeriesFacts, ProductKey } from '../../contract/figures.ts';
import type { Entity, EntityId } from '../../contract/gazetteer.ts';
import type { PriceBasis } from '../../contract/lens.ts';
import { dayOfNumber } from '../figures/day-number.ts';
import type { StoreReads } from '../store/store.ts';

interface Row {
  readonly product: string;
  readonly unit: string;
  readonly basis: string;
  readonly quotes: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly low: string;
  readonly high: string;
}

/** A basis by its key, as far as that tells. */
export function basisOfKey(key: string): PriceBasis | null {
  if (key === '') return null;
  const [terms = '', place = '', vat = ''] = key.split('|');
  return { terms: terms === '' ? null : terms, place: place === '' ? null : place.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()), vat: vat === 'in' || vat === 'out' ? vat : null };
}

/** Of the quotes of a series, the newest that a list shows. */
const NEWEST = `FROM figures f INDEXED BY figures_by_name CROSS JOIN statuses s ON s.article_id = f.article_id AND s.visible = 1
  WHERE f.name = g.name AND f.unit = g.unit AND f.basis = g.basis AND f.day = g.lastDay AND f.name IS NOT NULL ORDER BY f.article_id DESC, f.place DESC LIMIT 1`;

/**
 * The quotes that lists show, of one product or of all. They are counted in the order of their index and by what stands in it: all
 * that has a basis is a quote. What the newest of a series says is looked up once.
 */
function seriesRows(store: StoreReads, product: ProductKey | null): Row[] {
  return store.all<Row>(
    `SELECT p.word AS product, u.word AS unit, b.word AS basis, g.quotes, g.firstDay, g.lastDay, (SELECT f.low ${NEWEST}) AS low, (SELECT ifnull(f.high, f.low) ${NEWEST}) AS high
     FROM (
       SELECT f.name, f.unit, f.basis, count(*) AS quotes, min(f.day) AS firstDay, max(f.day) AS lastDay
       FROM figures f INDEXED BY figures_by_name CROSS JOIN statuses s INDEXED BY statuses_visible ON s.article_id = f.article_id AND s.visible = 1
       WHERE f.name IS NOT NULL AND f.unit IS NOT NULL AND f.basis IS NOT NULL AND f.day IS NOT NULL ${product === null ? '' : 'AND f.name = (SELECT key FROM figure_words WHERE word = ?)'}
       GROUP BY f.name, f.unit, f.basis
     ) AS g CROSS JOIN figure_words p ON p.key = g.name CROSS JOIN figure_words u ON u.key = g.unit CROSS JOIN figure_words b ON b.key = g.basis`,
    ...(product === null ? [] : [product]),
  ).map((row) => ({ ...row }));
}

function factsOf({ unit, basis, quotes, firstDay, lastDay, low, high }: Row): PriceSeriesFacts {
  return { unit, basis: basisOfKey(basis), basisKey: basis, quotes, firstDay: dayOfNumber(firstDay), lastDay: dayOfNumber(lastDay), low, high };
}

/** What prices are quoted of, the one with most quotes first; of all, or of one. */
export function priceProducts(store: StoreReads, known: ReadonlyMap<EntityId, Entity>, product: ProductKey | null = null): PriceProduct[] {
  const rows = new Map<ProductKey, Row[]>();
  for (const row of seriesRows(store, product)) rows.set(row.product, [...(rows.get(row.product) ?? []), row]);
  return [...rows]
    .map(([key, of]): PriceProduct => {
      const entity = key.startsWith('words:') ? undefined : known.get(key);
      return {
        product: key, entityId: entity?.id ?? null, names: entity?.names ?? { und: key.slice(key.indexOf(':') + 1) },
        quotes: of.reduce((sum, { quotes }) => sum + quotes, 0), lastDay: dayOfNumber(Math.max(...of.map(({ lastDay }) => lastDay))),
        series: of.map(factsOf).toSorted((one, other) => other.quotes - one.quotes || (one.lastDay < other.lastDay ? 1 : -1)),
      };
    })
    .toSorted((one, other) => other.quotes - one.quotes || (one.lastDay < other.lastDay ? 1 : -1));
}

/** Whether part of a name is this, in any case. */
export function isNamed({ names, product }: PriceProduct, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [...Object.values(names), product].some((name) => name.toLowerCase().includes(wanted));
}
