import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../electron/contract/command.ts';
import { shownKeys, strokesOf } from '../../../../renderer/keyboard/shown-keys.ts';
import { t } from '../../../../renderer/words/words.ts';

describe('keys as the person sees them', () => {
  it.each([
    ['j', [['J']]],
    ['Shift+V', [['Shift', 'V']]],
    ['g t', [['G'], ['T']]],
    ['+', [['+']]],
    ['Shift+Space', [['Shift', 'Space']]],
    ['Escape', [['Esc']]],
    ['Mod+Shift+E', [['Ctrl', 'Shift', 'E']]],
  ])('%s', (binding, strokes) => {
    expect(strokesOf(binding, t, false)).toEqual(strokes);
  });

  it('name every key of every action', () => {
    for (const { keys } of COMMANDS) {
      for (const binding of keys) for (const stroke of strokesOf(binding, t)) for (const key of stroke) expect(key).not.toBe('');
    }
  });

  it('stand in one text for menus, on a Mac by its own signs', () => {
    expect([shownKeys('Mod+Shift+E', t, false), shownKeys('Mod+Shift+E', t, true), shownKeys('g t', t, false), shownKeys('Mod+,', t, true)]).toEqual(['Ctrl+Shift+E', '⌘⇧E', 'G T', '⌘,']);
  });
});
