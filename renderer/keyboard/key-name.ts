export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** A key press as KEY_MAP writes it: `j`, `Shift+A`, `Space`, `Shift+F6`. Signs that need Shift on some keyboards carry none. */
export function keyName({ key, shiftKey }: KeyPress): string {
  if (key === ' ') return shiftKey ? 'Shift+Space' : 'Space';
  if (/^\p{Letter}$/u.test(key)) return shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
  return shiftKey && key.length > 1 ? `Shift+${key}` : key;
}
