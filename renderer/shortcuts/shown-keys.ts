import type { TFunction } from 'i18next';

const NAMED = ['Space', 'Enter', 'Escape', 'Shift', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'] as const;

/** A key as it is written on the keyboard: J, Shift, Esc, ↓. */
function shownKey(key: string, t: TFunction): string {
  const named = NAMED.find((name) => name === key);
  if (named) return t(`shortcuts.keyNames.${named}`);
  return key.length === 1 ? key.toUpperCase() : key;
}

/** A binding of the key map ("Shift+V", "g t") as strokes one after the other, each of keys held together. */
export function strokesOf(binding: string, t: TFunction): string[][] {
  return binding.split(' ').map((stroke) => stroke.split(/\+(?=.)/u).map((key) => shownKey(key, t)));
}
