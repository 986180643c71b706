export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
}

const NONE_OF_ITS_OWN: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified']);

/** Whether a key does nothing by itself: Shift, or one that an input method keeps. */
export function isModifier(key: string): boolean {
  return NONE_OF_ITS_OWN.has(key);
}

/**
 * A key press as COMMANDS writes it: `j`, `Shift+A`, `Space`, `Shift+F6`, `Mod+Shift+S`. Signs that need Shift on some keyboards
 * carry none. On a Mac Ctrl moves the caret in every field, and is not Mod.
 */
export function keyName({ key, shiftKey, ctrlKey = false, metaKey = false }: KeyPress, mac: boolean): string {
  const mod = metaKey || (ctrlKey && !mac);
  const letter = /^\p{Letter}$/u.test(key);
  const shift = shiftKey && (letter || key.length > 1 || key === ' ') ? 'Shift+' : '';
  const name = key === ' ' ? 'Space' : letter ? (mod || shift !== '' ? key.toUpperCase() : key.toLowerCase()) : key;
  return `${mod ? 'Mod+' : ''}${shift}${name}`;
}
