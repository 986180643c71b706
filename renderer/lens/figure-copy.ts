import type { PlacedFigure, FigureRow } from '../../electron/contract/figures.ts';
import type { Words } from '../words/use-words.ts';
import { figureLabel } from './figure-words.ts';
import { valueLine } from './figure-value.ts';

/** What is copied with a figure: where it is from. */
export interface CopySource {
  readonly title: string;
  readonly feedTitle: string;
  readonly url: string | null;
  /** `2026-11-18`; null where the article has no date. */
  readonly day: string | null;
}

type Copied = Pick<PlacedFigure | FigureRow, 'printed' | 'low' | 'high' | 'unit' | 'currency' | 'kind' | 'qualifiers' | 'subject' | 'period' | 'role' | 'basis'> & { readonly sentenceText: string };

export type CopyFormat = 'text' | 'table' | 'csv' | 'json';

export const FIGURE_COLUMNS = ['value', 'to', 'unit', 'kind', 'subject', 'qualifiers', 'period', 'printed', 'sentence', 'title', 'source', 'date', 'address'] as const;

function cells(figure: Copied, { title, feedTitle, url, day }: CopySource): string[] {
  const { low, high, unit, kind, subject, qualifiers, period, printed, sentenceText } = figure;
  return [low, high === low ? '' : high, unit?.normal ?? '', kind, subject.words, qualifiers.join(' '), period ?? '', printed, sentenceText, title, feedTitle, day ?? '', url ?? ''];
}

/** A field of a comma-separated table (RFC 4180, clause 2); a spreadsheet must not take words for a formula. */
function csvField(value: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(figures: readonly Copied[], { title, feedTitle, url, day }: CopySource, words: Words): string {
  const lines = figures.map((figure) => words.t('lens.copyLine', { label: figureLabel(figure, words), value: valueLine(figure, words), printed: figure.printed }));
  return [...lines, [title, feedTitle, day, url].filter((part) => part !== null && part !== '').join(words.t('lens.joiner'))].join('\n');
}

/** Figures of one article as they are put on the clipboard: with source, date and address, whichever the form. */
export function copiedFigures(figures: readonly Copied[], source: CopySource, format: CopyFormat, words: Words): string {
  if (format === 'text') return textOf(figures, source, words);
  if (format === 'json') {
    return JSON.stringify(
      figures.map(({ low, high, unit, currency, kind, qualifiers, subject, period, role, basis, printed, sentenceText }) => ({
        value: low, to: high, unit: unit?.normal ?? null, currency, kind, qualifiers, subject: subject.words, entities: subject.entityIds, period, role, basis, printed, sentence: sentenceText, ...source,
      })),
      null,
      2,
    );
  }
  const rows = [FIGURE_COLUMNS, ...figures.map((figure) => cells(figure, source))];
  if (format === 'csv') return rows.map((row) => row.map(csvField).join(',')).join('\r\n');
  return rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/gu, ' ')).join('\t')).join('\n');
}
