import { describe, expect, it } from 'vitest';
import { DEFAULT_KEYS } from '../../../../electron/contract/command-keys.ts';
import { keyInPlaceOf, keyMapOf } from '../../../../renderer/keyboard/key-map.ts';
import { isModifier, keyName } from '../../../../renderer/keyboard/key-name.ts';
import { matchKey } from '../../../../renderer/keyboard/match-key.ts';

const usual = keyMapOf(DEFAULT_KEYS);

describe('keyName', () => {
  it.each([
    [{ key: 'j', shiftKey: false }, 'j'],
    // Caps lock.
    [{ key: 'J', shiftKey: false }, 'j'],
    [{ key: 'A', shiftKey: true }, 'Shift+A'],
    [{ key: ' ', shiftKey: true }, 'Shift+Space'],
    [{ key: 'F6', shiftKey: true }, 'Shift+F6'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: '+', shiftKey: true }, '+'],
    [{ key: 's', shiftKey: false, ctrlKey: true }, 'Mod+S'],
    [{ key: 'E', shiftKey: true, ctrlKey: true }, 'Mod+Shift+E'],
    [{ key: ',', shiftKey: false, ctrlKey: true }, 'Mod+,'],
    [{ key: 'k', shiftKey: false, metaKey: true }, 'Mod+K'],
  ])('reads %j as %s', (press, name) => {
    expect(keyName(press, false)).toBe(name);
  });

  it('takes Cmd for Mod on a Mac, where Ctrl moves the caret', () => {
    expect(keyName({ key: 'e', shiftKey: false, ctrlKey: true }, true)).toBe('e');
    expect(keyName({ key: 'e', shiftKey: false, metaKey: true }, true)).toBe('Mod+E');
  });

  it('knows what is no key of its own', () => {
    expect(['Shift', 'Control', 'Process', 'Dead'].filter((key) => !isModifier(key))).toEqual([]);
    expect(isModifier('F6')).toBe(false);
  });
});

describe('matchKey', () => {
  it('waits for the second key of a pair', () => {
    expect(matchKey('g', null, usual)).toEqual({ kind: 'start', name: 'g' });
    expect(matchKey('b', 'g', usual)).toEqual({ kind: 'command', command: 'goBookmarks' });
    expect(matchKey('b', null, usual)).toEqual({ kind: 'command', command: 'bookmark' });
  });

  it('does what a key does by itself where it completes no pair', () => {
    expect(matchKey('j', 'g', usual)).toEqual({ kind: 'command', command: 'next' });
    expect(matchKey('6', null, { ...usual, commandOf: new Map() })).toEqual({ kind: 'none' });
  });

  it('follows what the person set', () => {
    const mine = keyMapOf({ singleKeys: true, own: { mute: ['q'], next: ['x x'] } });
    expect(matchKey('q', null, mine)).toEqual({ kind: 'command', command: 'mute' });
    expect(matchKey('Shift+M', null, mine)).toEqual({ kind: 'none' });
    expect(matchKey('j', null, mine)).toEqual({ kind: 'none' });
    // X by itself would never be heard beside the pair that begins with it.
    expect(matchKey('x', null, mine)).toEqual({ kind: 'start', name: 'x' });
    expect(matchKey('x', 'x', mine)).toEqual({ kind: 'command', command: 'next' });
  });
});

describe('the key that a button shows', () => {
  it('is the one that its command has now', () => {
    const mine = keyMapOf({ singleKeys: true, own: { markAllRead: ['Mod+J'], refreshAll: [] } });
    expect([keyInPlaceOf('Shift+A', mine), keyInPlaceOf('Shift+R', mine), keyInPlaceOf('G A', mine), keyInPlaceOf('B', mine), keyInPlaceOf('Alt+↑', mine)]).toEqual(['Mod+J', undefined, 'g a', 'b', 'Alt+↑']);
  });
});
