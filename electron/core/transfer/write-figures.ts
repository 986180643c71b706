import type { FigureRow } from '../../contract/figures.ts';
import type { FigureFormat } from '../../contract/lens-api.ts';
import { CSV_MARK, csvRow, tsvRow, type Cell } from './csv.ts';

const COLUMNS = [
  'printed', 'low', 'high', 'unit', 'kind', 'qualifiers', 'subject', 'entities', 'period', 'period_from', 'period_to', 'role', 'terms', 'place', 'vat',
  'sentence', 'paragraph', 'repaired_from', 'doubts', 'corrected', 'title', 'source', 'published', 'url',
] as const;

function cells({ printed, low, high, unit, kind, qualifiers, subject, period, span, role, basis, sentenceText, paragraph, repaired, doubts, correction, source }: FigureRow): Cell[] {
  return [
    printed, low, high, unit?.normal ?? null, kind, qualifiers.join('|'), subject.words, subject.entityIds.join('|'), period, span?.from ?? null, span?.to ?? null, role, basis?.terms ?? null, basis?.place ?? null, basis?.vat ?? null,
    sentenceText, paragraph, repaired?.from ?? null, doubts.join('|'), correction?.kind ?? null, source.title, source.feedTitle, source.day, source.url,
  ];
}

/** A file of figures, piece by piece. Numbers stand as they are, exact; days are of China where the source prints none. */
export interface FigureWriter {
  readonly type: string;
  readonly head: string;
  row(figure: FigureRow, at: number): string;
  readonly foot: string;
}

/** `generator` and `exported` (ISO 8601) are told where a format has a place for them. */
export function figureWriter(format: FigureFormat, { generator, exported }: { readonly generator: string; readonly exported: string }): FigureWriter {
  switch (format) {
    case 'csv':
      return { type: 'text/csv', head: `${CSV_MARK}${csvRow(COLUMNS)}`, row: (figure) => csvRow(cells(figure)), foot: '' };
    case 'tsv':
      return { type: 'text/tab-separated-values', head: tsvRow(COLUMNS), row: (figure) => tsvRow(cells(figure)), foot: '' };
    case 'json':
      return {
        type: 'application/json', foot: ']}\n',
        head: `{"format":"monazite-figures","version":1,"generator":${JSON.stringify(generator)},"exported":${JSON.stringify(exported)},"figures":[`,
        row: (figure, at) => `${at === 0 ? '' : ','}${JSON.stringify(Object.fromEntries(COLUMNS.map((column, index) => [column, cells(figure)[index] ?? null])))}`,
      };
    default:
      return format satisfies never;
  }
}
