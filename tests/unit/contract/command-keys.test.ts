import { describe, expect, it } from 'vitest';
import { COMMANDS, WINDOW_COMMANDS } from '../../../electron/contract/command.ts';
import { DEFAULT_KEYS, isBinding, isSingle, keeperOf, keysNow, menuKey } from '../../../electron/contract/command-keys.ts';
import { validateArgs } from '../../../electron/contract/validate.ts';

const all = COMMANDS.flatMap(({ keys }): readonly string[] => keys);

describe('the table of commands', () => {
  it('gives each key one command, and each command one place', () => {
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  it('begins no pair with a key that does something by itself', () => {
    const starts = all.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]);
    expect(starts.filter((start) => start !== undefined && all.includes(start))).toEqual([]);
  });

  it('writes every key as they are written', () => {
    expect(all.filter((key) => !isBinding(key))).toEqual([]);
  });

  it('gives what the application menu offers a key that works everywhere, or one of the window', () => {
    expect(WINDOW_COMMANDS.filter((command) => menuKey(command, DEFAULT_KEYS) === null)).toEqual(['shortcuts']);
  });
});

describe('keys', () => {
  it.each(['j', 'Shift+A', 'g t', 'Mod+Shift+E', 'Mod+,', '+', 'Mod++', 'F6', 'Shift+Space', '稀'])('may be %s', (keys) => {
    expect(isBinding(keys)).toBe(true);
  });

  it.each(['', ' ', 'g  t', 'g t u', 'Mod+', 'Ctrl+S', 'Mod+K g', 'space', 'Alt+X', '<script>'])('may not be %j', (keys) => {
    expect(isBinding(keys)).toBe(false);
  });

  it('are single where one letter, digit or sign does something without Ctrl', () => {
    expect(['j', 'Shift+A', 'g t', '?', '1'].filter((keys) => !isSingle(keys))).toEqual([]);
    expect(['Mod+K', 'Escape', 'F6', 'ArrowDown', 'Space'].filter(isSingle)).toEqual([]);
  });
});

describe('what the person sets', () => {
  it('goes before what is usual, which the other command then loses', () => {
    const now = keysNow({ singleKeys: true, own: { mute: ['b'] } });
    expect([now.get('mute'), now.get('bookmark'), now.get('next')]).toEqual([['b'], ['s'], ['j', 'ArrowDown']]);
  });

  it('takes a pair away whose first key it uses alone', () => {
    const now = keysNow({ singleKeys: true, own: { mute: ['g'] } });
    expect([now.get('goToday'), now.get('goRules')]).toEqual([[], []]);
  });

  it('may turn off one command, and every single key', () => {
    const now = keysNow({ singleKeys: false, own: { palette: [] } });
    expect([now.get('palette'), now.get('next'), now.get('goToday'), now.get('save-page'), now.get('pageDown')]).toEqual([[], ['ArrowDown'], [], ['Mod+S'], ['Space']]);
    expect(menuKey('palette', { singleKeys: false, own: { palette: [] } })).toBeNull();
  });

  it('names who has a key', () => {
    expect([keeperOf('b', DEFAULT_KEYS, 'mute'), keeperOf('b', DEFAULT_KEYS, 'bookmark'), keeperOf('g', DEFAULT_KEYS, 'mute'), keeperOf('s x', DEFAULT_KEYS, 'mute'), keeperOf('Mod+J', DEFAULT_KEYS, 'mute')]).toEqual(['bookmark', null, 'goToday', 'bookmark', null]);
  });

  it('is held to its form, and keeps what another version knows', () => {
    const keys = { singleKeys: true, own: { mute: ['q'], 'of-another-version': ['Mod+J'] } };
    expect(validateArgs('setSettings', { keys })).toEqual({ keys });
    expect(keysNow(keys).get('mute')).toEqual(['q']);
    expect(() => validateArgs('setSettings', { keys: { singleKeys: true, own: { mute: ['Ctrl+Alt+Del'] } } })).toThrow(/not a key/);
    expect(() => validateArgs('setSettings', { keys: { singleKeys: true, own: { __proto__x: ['q'] } } })).toThrow(/own/);
  });
});
