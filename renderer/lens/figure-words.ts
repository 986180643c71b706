import type { Figure } from '../../electron/contract/lens.ts';
import type { PlacedFigure } from '../../electron/contract/figures.ts';
import type { Words } from '../words/use-words.ts';
import type { Comparison } from './figure-comparison.ts';
import { valueLine } from './figure-value.ts';
import { numberText } from './number-text.ts';
import { subjectName } from './subject-name.ts';

type Labelled = Pick<Figure, 'kind' | 'subject' | 'period' | 'role' | 'basis'>;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** With a comma as what it stands between is written: one of Chinese between English words is drawn narrow, and has no space behind it. */
function joined(parts: readonly string[], { t }: Words): string {
  const said = parts.filter((part) => part !== '');
  return said.join(/\p{Script=Han}/u.test(said.join('')) ? t('lens.joiner') : ', ');
}

function basisWords({ basis }: Labelled, words: Words): string {
  if (!basis) return '';
  const terms = [basis.terms, basis.place].filter(Boolean).join(' ');
  const vat = basis.vat === null ? '' : words.t(basis.vat === 'in' ? 'lens.vatIn' : 'lens.vatOut');
  return joined([terms, vat], words);
}

/** What a figure measures, with the period and the terms it is meant on; its kind where the text does not tell. */
export function figureLabel(figure: Labelled, words: Words): string {
  const { t } = words;
  const what = figure.kind === 'date' && figure.role !== null ? t(`lens.roles.${figure.role}`) : subjectName(figure.subject, words);
  return joined([capital(what === '' ? t(`lens.kinds.${figure.kind}`) : what), basisWords(figure, words), figure.period ?? ''], words);
}

/** Why a figure may be wrong or was read otherwise than it is printed, a sentence each. */
export function figureReasons({ repaired, doubts, printed }: Pick<Figure, 'repaired' | 'doubts' | 'printed'>, { t, format }: Words): string[] {
  return [
    ...(repaired ? [t(`lens.repairs.${repaired.rule}`, { from: numberText(repaired.from, format.locale), to: numberText(repaired.to, format.locale), printed })] : []),
    ...doubts.map((doubt) => t(`lens.doubts.${doubt}`)),
  ];
}

/** "▲ 7.4%" in words: up 7.4%. */
export function comparisonWords({ direction, text }: Comparison, { t }: Words): string {
  return [direction === null ? '' : t(`lens.${direction}`), text].filter((part) => part !== '').join(' ');
}

/** The name of a figure's row for whoever does not see it. */
export function figureName(figure: PlacedFigure, comparison: Comparison | null, words: Words): string {
  const { t } = words;
  const parts = [
    valueLine(figure, words),
    figureLabel(figure, words),
    comparison ? comparisonWords(comparison, words) : '',
    figure.paragraph === 0 ? t('lens.inTitle') : t('lens.inParagraph', { paragraph: figure.paragraph }),
  ];
  const line = t('lens.rowName', { what: parts.filter((part) => part !== '').join(t('lens.joiner')) });
  return [line, ...figureReasons(figure, words)].join(t('row.joiner'));
}
