import type { Figure } from '../../electron/contract/lens.ts';
import type { Words } from '../words/use-words.ts';
import { dayText } from './day-text.ts';
import { numberText } from './number-text.ts';
import { isCloseUnit, isKnownUnit, unitText } from './unit-text.ts';

/** A figure as it is shown: the value large, the unit small behind it. Either may be empty. */
export interface ShownValue {
  readonly value: string;
  readonly unit: string;
  /** Without a blank between the two. */
  readonly close: boolean;
}

type Valued = Pick<Figure, 'kind' | 'low' | 'high' | 'unit'>;

/** REO and TREO are said of a mass, and are part of what is measured: a tonne of oxides is no tonne of ore. */
function ofOxides(unit: Figure['unit']): string {
  return unit === null ? '' : (/\bT?REO\b/u.exec(unit.printed)?.[0] ?? '');
}

function range(low: string, high: string, text: (value: string) => string): string {
  return low === high ? text(low) : `${text(low)}–${text(high)}`;
}

/** A value with its unit, in the language of the window. */
export function shownValue({ kind, low, high, unit }: Valued, words: Words): ShownValue {
  const { t, format } = words;
  if (kind === 'date') return { value: range(low, high, (day) => dayText(day, format.locale)), unit: '', close: false };
  if (kind === 'notice') {
    const [year, number] = low.includes('-') ? low.split('-') : [undefined, low];
    return { value: year === undefined ? t('lens.notice', { number }) : t('lens.noticeOf', { number, year }), unit: '', close: false };
  }
  const value = range(low, high, (decimal) => numberText(decimal, format.locale));
  if (kind === 'rank') return { value: t('lens.rank', { value }), unit: '', close: false };
  if (unit === null) return { value, unit: '', close: false };
  const shown = unitText(unit.normal, high, words);
  const oxides = ofOxides(unit);
  // What is counted has no word of ours: it is shown as the text has it.
  const known = isKnownUnit(unit.normal) || /^[A-Z]{3}\b/u.test(unit.normal) ? shown : unit.printed.trim() || shown;
  return { value, unit: oxides === '' ? known : `${known} ${oxides}`, close: isCloseUnit(unit.normal) };
}

/** The same in one line: 1,680,000 CNY/t, 60%. */
export function valueLine(figure: Valued, words: Words): string {
  const { value, unit, close } = shownValue(figure, words);
  return unit === '' ? value : `${value}${close ? '' : ' '}${unit}`;
}
