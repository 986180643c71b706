import { lazily } from '../../electron/contract/lazily.ts';
import { wordsOf } from '../words/catalogues.ts';
import type { UnitName } from '../words/en/units.ts';
import { currentLocale } from '../words/language.ts';
import type { Words } from '../words/use-words.ts';

/** The units that have a name, as `FigureUnit.normal` says them: the same in each language. */
const named = lazily((): ReadonlySet<string> => new Set(Object.keys(wordsOf(currentLocale()).units).map((key) => key.replace(/_(?:one|other)$/u, ''))));

function isNamed(unit: string): unit is UnitName {
  return named().has(unit);
}

/** One part of a unit as a language writes it; what nobody named stays as it is. */
function part(unit: string, count: number, { t }: Pick<Words, 't'>): string {
  return isNamed(unit) ? t(`units.${unit}`, { count }) : unit;
}

/** A normal unit (`CNY/t`, `month`, `%`) as a language writes it. `low` tells one from many. */
export function unitText(normal: string, low: string, words: Pick<Words, 't'>): string {
  const [first = '', ...per] = normal.split('/');
  return [part(first, low === '1' ? 1 : 2, words), ...per.map((unit) => part(unit, 1, words))].join('/');
}

/** Whether a unit has a word of ours: what is counted has only that of the text. */
export function isKnownUnit(normal: string): boolean {
  return isNamed(normal.split('/')[0] ?? '') || normal.startsWith('%');
}

/** Whether a unit is set close to its number: 60%. */
export function isCloseUnit(normal: string): boolean {
  return normal.startsWith('%') || normal.startsWith('‰') || normal === '°C' || normal === 'x';
}
