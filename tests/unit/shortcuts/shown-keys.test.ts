import { describe, expect, it } from 'vitest';
import { KEY_MAP } from '../../../renderer/keyboard/key-map.ts';
import { shownKeys, strokesOf } from '../../../renderer/shortcuts/shown-keys.ts';
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

  it('give each action a short text for tooltips', () => {
    expect(shownKeys('markAllRead', t)).toBe('Shift+A');
    expect(shownKeys('goToday', t)).toBe('G T');
    for (const { action } of KEY_MAP) expect(shownKeys(action, t)).not.toBe('');
  });
});
