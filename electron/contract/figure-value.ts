import type { FigureKind } from './lens.ts';

const DAY = /^(?:\d{4}|-)-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;
const NOTICE = /^(?:(?:19|20)\d\d-)?\d{1,4}$/;
const DECIMAL = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/** Whether a text is a value of a kind, as `Figure.low` has it: of a date a day or month, of a notice its number, else a decimal. */
export function isFigureValue(kind: FigureKind, value: string): boolean {
  return (kind === 'date' ? DAY : kind === 'notice' ? NOTICE : DECIMAL).test(value);
}
