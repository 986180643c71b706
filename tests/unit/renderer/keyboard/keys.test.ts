import { describe, expect, it } from 'vitest';
import { KEY_MAP } from '../../../../renderer/keyboard/key-map.ts';
import { keyName } from '../../../../renderer/keyboard/key-name.ts';
import { matchKey } from '../../../../renderer/keyboard/match-key.ts';

describe('KEY_MAP', () => {
  it('gives each key one action, and each action one place', () => {
    const keys = KEY_MAP.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
    const actions = KEY_MAP.map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
  });

  it('starts no pair with a key that does something by itself', () => {
    const single = new Set(KEY_MAP.flatMap(({ keys }) => keys.filter((key) => !key.includes(' '))));
    const starts = KEY_MAP.flatMap(({ keys }) => keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]));
    expect(starts.filter((start) => start !== undefined && single.has(start))).toEqual([]);
  });
});

describe('keyName', () => {
  it.each([
    [{ key: 'j', shiftKey: false }, 'j'],
    [{ key: 'J', shiftKey: false }, 'j'],
    [{ key: 'A', shiftKey: true }, 'Shift+A'],
    [{ key: ' ', shiftKey: true }, 'Shift+Space'],
    [{ key: 'F6', shiftKey: true }, 'Shift+F6'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: '+', shiftKey: true }, '+'],
  ])('reads %j as %s', (press, name) => {
    expect(keyName(press)).toBe(name);
  });
});

describe('matchKey', () => {
  it('waits for the second key of a pair', () => {
    expect(matchKey('g', null)).toEqual({ kind: 'start', name: 'g' });
    expect(matchKey('b', 'g')).toEqual({ kind: 'action', action: 'goBookmarks' });
    expect(matchKey('b', null)).toEqual({ kind: 'action', action: 'bookmark' });
  });

  it('does what a key does by itself where it completes no pair', () => {
    expect(matchKey('j', 'g')).toEqual({ kind: 'action', action: 'next' });
    expect(matchKey('9', null)).toEqual({ kind: 'none' });
  });
});
