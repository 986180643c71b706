import { useWords } from '../words/use-words.ts';
import { shownValue } from './figure-value.ts';

export interface ValueWithUnitProps {
  readonly figure: Parameters<typeof shownValue>[0];
  /** Of the unit, which is said less loudly than its value. */
  readonly unitClass: string | undefined;
}

/** A value with its unit, in one line. */
export function ValueWithUnit({ figure, unitClass }: ValueWithUnitProps) {
  const { value, unit, close } = shownValue(figure, useWords());
  return (
    <>
      {value}
      {unit === '' ? null : <span className={unitClass}>{close ? unit : ` ${unit}`}</span>}
    </>
  );
}
