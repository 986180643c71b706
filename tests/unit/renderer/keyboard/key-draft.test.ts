import { describe, expect, it } from 'vitest';
import { DEFAULT_KEYS, keysNow } from '../../../../electron/contract/command-keys.ts';
import { isAllowed, withKeys, withoutKeys, withPress, withUsualKeys } from '../../../../renderer/shortcuts/key-draft.ts';

describe('keys that are recorded', () => {
  it('are one press, a pair after the second, and begin anew with the third', () => {
    expect([withPress('', 'q'), withPress('q', 'w'), withPress('q w', 'e'), withPress('Mod+J', 'q'), withPress('q', 'Mod+J')]).toEqual(['q', 'q w', 'e', 'q', 'Mod+J']);
  });

  it('are not those that fields and the system need', () => {
    expect(['q', 'q w', 'Mod+J', 'F7', 'Shift+Q'].filter((keys) => !isAllowed(keys))).toEqual([]);
    expect(['', 'Mod+C', 'Enter', 'Escape', 'q Enter', 'Mod+Q'].filter(isAllowed)).toEqual([]);
  });

  it('leave whoever had them the other keys it has', () => {
    const settings = withKeys(DEFAULT_KEYS, 'mute', 'b');
    expect(settings.own).toEqual({ mute: ['b'], bookmark: ['s'] });
    expect(withKeys(settings, 'tag', 'b').own).toEqual({ mute: [], bookmark: ['s'], tag: ['b'] });
    const pairs = keysNow(withKeys(DEFAULT_KEYS, 'mute', 'g'));
    expect([pairs.get('goToday'), pairs.get('goRules'), pairs.get('mute')]).toEqual([[], [], ['g']]);
  });

  it('can be none, and the usual ones again', () => {
    const off = withoutKeys(DEFAULT_KEYS, 'mute');
    expect([off.own, withUsualKeys(off, 'mute').own]).toEqual([{ mute: [] }, {}]);
  });
});
