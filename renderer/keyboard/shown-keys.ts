import type { TFunction } from 'i18next';
import { IS_MAC } from './is-mac.ts';

const NAMED = ['Space', 'Enter', 'Escape', 'Delete', 'Shift', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'] as const;

/** A key as it is written on the keyboard: J, Shift, Esc, ↓; on a Mac ⌘ and ⇧. */
function shownKey(key: string, t: TFunction, mac: boolean): string {
  if (key === 'Mod') return mac ? '⌘' : 'Ctrl';
  if (key === 'Shift' && mac) return '⇧';
  const named = NAMED.find((name) => name === key);
  if (named) return t(`shortcuts.keyNames.${named}`);
  return key.length === 1 ? key.toUpperCase() : key;
}

/** A key of the map ("Shift+V", "g t", "Mod+K") as strokes one after the other, each of keys held together. */
export function strokesOf(binding: string, t: TFunction, mac = IS_MAC): string[][] {
  return binding.split(' ').map((stroke) => stroke.split(/\+(?=.)/u).map((key) => shownKey(key, t, mac)));
}

/** The same as one text, for menus and tooltips: Ctrl+Shift+E, on a Mac ⌘⇧E; G T. */
export function shownKeys(binding: string, t: TFunction, mac = IS_MAC): string {
  return strokesOf(binding, t, mac)
    .map((keys) => keys.join(mac && keys.some((key) => key === '⌘' || key === '⇧') ? '' : '+'))
    .join(' ');
}
