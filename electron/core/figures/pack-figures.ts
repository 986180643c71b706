import type { Figure } from '../../contract/lens.ts';
import { periodSpan } from '../lens/day/period-span.ts';
import { deflateBody, inflateBody } from '../normalize/body.ts';
import type { StoredFigure, StoredFigures } from './stored-figure.ts';

/** The text that figures are of; what they print and say is cut out of it. */
export interface FigureTexts {
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number | null;
}

/** In this order, what is nothing (null, an empty list, no words) at the end left out: names of fields would be half of all bytes. */
type Row = [
  id: string, inText: 0 | 1, start: number, length: number, sentenceStart: number, sentenceLength: number, paragraph: number, kind: Figure['kind'], low: string, high: string | null,
  unit: string | null, unitPrinted: string | null, currency: string | null, per: string | null, subject: string | null, entityIds: readonly string[] | null, qualifiers: Figure['qualifiers'] | null,
  period: string | null, role: Figure['role'], basis: Figure['basis'], doubts: Figure['doubts'] | null, repaired: Figure['repaired'], correction: StoredFigure['correction'], issuers: readonly string[] | null,
];

interface Packed {
  readonly figures: readonly Partial<Row>[];
  readonly prices: StoredFigures['prices'];
  readonly lost: StoredFigures['lost'];
}

function filled<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

function rowOf({ id, place, sentence, paragraph, kind, low, high, unit, currency, per, subject, qualifiers, period, role, basis, doubts, repaired, correction, issuers }: StoredFigure): Partial<Row> {
  const row: Row = [
    id, place.field === 'text' ? 1 : 0, place.start, place.end - place.start, sentence.start, sentence.end - sentence.start, paragraph, kind, low, high === low ? null : high,
    unit?.normal ?? null, unit?.printed ?? null, currency, per, subject.words || null, filled(subject.entityIds), filled(qualifiers),
    period, role, basis, filled(doubts), repaired, correction, filled(issuers),
  ];
  return row.slice(0, row.findLastIndex((value) => value !== null) + 1) as Partial<Row>;
}

function figureOf(row: Partial<Row>, texts: FigureTexts): StoredFigure {
  const [
    id = '', inText = 1, start = 0, length = 0, sentenceStart = 0, sentenceLength = 0, paragraph = 0, kind = 'count', low = '0', high = null, unit = null, unitPrinted = null, currency = null, per = null,
    subject = null, entityIds = null, qualifiers = null, period = null, role = null, basis = null, doubts = null, repaired = null, correction = null, issuers = null,
  ] = row;
  const field = inText === 1 ? 'text' : 'title';
  const of = texts[field];
  const place = { field, start, end: start + length } as const;
  const sentence = { field, start: sentenceStart, end: sentenceStart + sentenceLength } as const;
  return {
    id, printed: of.slice(start, place.end), place, sentence, sentenceText: of.slice(sentence.start, sentence.end), paragraph, kind, low, high: high ?? low,
    unit: unit === null ? null : { normal: unit, printed: unitPrinted ?? unit }, currency, per, basis, qualifiers: qualifiers ?? [], subject: { words: subject ?? '', entityIds: entityIds ?? [] },
    period, span: period === null ? null : periodSpan(period, texts.publishedAt), role, repaired, doubts: doubts ?? [], correction, issuers: issuers ?? [],
  };
}

/** Without what the text says. Deflated; empty where there is nothing to keep. */
export function packFigures({ figures, prices, lost }: StoredFigures): Uint8Array {
  if (figures.length === 0 && lost.length === 0) return deflateBody('');
  const subjects = new Map(figures.map(({ id, subject }) => [id, subject]));
  // The product of most quotes is what their figure is said of.
  const bare = prices.map((price) => (JSON.stringify(subjects.get(price.figureId)) === JSON.stringify(price.product) ? { ...price, product: undefined } : price));
  return deflateBody(JSON.stringify({ figures: figures.map(rowOf), prices: bare, lost }));
}

function parse(bytes: Uint8Array): Packed {
  return JSON.parse(inflateBody(bytes)) as Packed;
}

/** Some of what was packed, by their rank in the article, from 0; what is not there is left out. Throws where the bytes are damaged. */
export function unpackRanks(bytes: Uint8Array, texts: FigureTexts, ranks: Iterable<number>): Map<number, StoredFigure> {
  const found = new Map<number, StoredFigure>();
  if (bytes.length === 0) return found;
  const { figures } = parse(bytes);
  for (const rank of ranks) {
    const row = figures[rank];
    if (row) found.set(rank, figureOf(row, texts));
  }
  return found;
}

const NO_TEXTS: FigureTexts = { title: '', text: '', publishedAt: null };

/** Who issued notices, by their rank in the article; it takes no text to tell. Throws where the bytes are damaged. */
export function unpackIssuers(bytes: Uint8Array, ranks: Iterable<number>): Map<number, StoredFigure['issuers']> {
  return new Map([...unpackRanks(bytes, NO_TEXTS, ranks)].map(([rank, { issuers }]) => [rank, issuers]));
}

/** As it was packed, given the text that it is of. Throws where the bytes are damaged. */
export function unpackFigures(bytes: Uint8Array, texts: FigureTexts): StoredFigures {
  if (bytes.length === 0) return { figures: [], prices: [], lost: [] };
  const packed = parse(bytes);
  const figures = packed.figures.map((row) => figureOf(row, texts));
  const subjects = new Map(figures.map(({ id, subject }) => [id, subject]));
  return { figures, lost: packed.lost, prices: packed.prices.map((price) => ({ ...price, product: (price as { product?: typeof price.product }).product ?? subjects.get(price.figureId) ?? { words: '', entityIds: [] } })) };
}
