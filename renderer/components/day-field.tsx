import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { TextField } from './text-field.tsx';
import type { TextFieldProps } from './text-field.tsx';

export interface DayFieldProps extends Pick<TextFieldProps, 'label' | 'labelHidden' | 'size' | 'id' | 'className'> {
  /** `2026-11-18`, or empty. */
  readonly value: string;
  /** Hears of whole days, and of none; not of one that is being typed. */
  readonly onChange: (day: string) => void;
}

/** Whether a text is a day that there is: `2026-11-18`. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** A day, typed as it is written in tables. The browser's own field writes it in the order of the browser's language, not of the app's. */
export function DayField({ value, onChange, ...rest }: DayFieldProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [left, setLeft] = useState(false);
  // Set from outside: cleared, or another day.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const text = typed.trim();
  const odd = text !== '' && !isDay(text);
  const change = (next: string) => {
    setTyped(next);
    setLeft(false);
    const day = next.trim();
    if (day !== '' && !isDay(day)) return;
    setKnown(day);
    if (day !== value) onChange(day);
  };
  return (
    <TextField
      {...rest}
      value={typed}
      onChange={change}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      placeholder={t('common.dayPattern')}
      title={odd && left ? t('common.dayOdd') : undefined}
      aria-invalid={odd && left ? true : undefined}
      onBlur={() => setLeft(true)}
    />
  );
}
