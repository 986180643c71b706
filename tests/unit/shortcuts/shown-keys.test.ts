import { describe, expect, it } from 'vitest';
import { KEY_MAP } from '../../../renderer/keyboard/key-map.ts';
import { strokesOf } from '../../../renderer/shortcuts/shown-keys.ts';
import { t } from '../../../renderer/words/words.ts';

describe('keys as the person sees them', () => {
  it.each([
    ['j', [['J']]],
    ['Shift+V', [['Shift', 'V']]],
    ['g t', [['G'], ['T']]],
    ['+', [['+']]],
    ['Shift+Space', [['Shift', 'Space']]],
    ['Escape', [['Esc']]],
  ])('%s', (binding, strokes) => {
    expect(strokesOf(binding, t)).toEqual(strokes);
  });

  it('name every key of every action', () => {
    for (const { keys } of KEY_MAP) {
      expect(keys.length).toBeGreaterThan(0);
      for (const binding of keys) for (const stroke of strokesOf(binding, t)) for (const key of stroke) expect(key).not.toBe('');
    }
  });
});
