import { describe, expect, test } from 'vitest';
import { operatorValue } from '../../../../electron/contract/search/operator-value.ts';
import { fieldOf, leadingCells, timeOf, toggleUnread, withField, withTime } from '../../../../renderer/search/query-edit.ts';

describe('withTime', () => {
  test.each([
    ['dysprosium', { after: '7d' }, 'dysprosium after:7d'],
    ['', { after: 'today' }, 'after:today'],
    ['after:7d dysprosium before:2026-11-18', { after: '30d' }, 'dysprosium after:30d'],
    ['after:7d dysprosium', {}, 'dysprosium'],
    ['dysprosium', { after: '2026-11-01', before: '2026-11-18' }, 'dysprosium after:2026-11-01 before:2026-11-18'],
    // Alternatives go in brackets: else the time would hold for the last one alone.
    ['gallium OR germanium', { after: '7d' }, '(gallium OR germanium) after:7d'],
    ['(gallium OR germanium) after:7d', { after: '30d' }, '(gallium OR germanium) after:30d'],
    // Inside of brackets, or denied, it is part of what was asked.
    ['(gallium after:7d) OR 镓', {}, '(gallium after:7d) OR 镓'],
    ['gallium -after:7d', {}, 'gallium -after:7d'],
    ['晚于:7d 镝', { before: '30d' }, '镝 before:30d'],
  ])('%s, %o', (query, time, changed) => {
    expect(withTime(query, time)).toBe(changed);
  });

  test('is what timeOf then reads', () => {
    expect(timeOf(withTime('a OR b', { after: '7d', before: '2d' }))).toEqual({ after: '7d', before: '2d' });
    expect(timeOf('dysprosium')).toEqual({});
    expect(timeOf('"after:7d"')).toEqual({});
  });

  test('without what is no date, which leaves the date before it standing', () => {
    expect(timeOf('dysprosium before:gestern', ['before:gestern'])).toEqual({});
    expect(timeOf('after:7d after:"long ago"', ['after:"long ago"'])).toEqual({ after: '7d' });
  });
});

describe('withField', () => {
  test.each([
    ['dysprosium oxide', 'title', 'title:dysprosium title:oxide'],
    ['title:dysprosium note:"of ours"', 'tag', 'tag:dysprosium tag:"of ours"'],
    ['title:dysprosium', 'any', 'dysprosium'],
    ['feed:"Oxide & Alloy" -price (镝 OR is:unread)', 'title', 'feed:"Oxide & Alloy" -title:price (title:镝 OR is:unread)'],
    ['', 'note', 'note:'],
    ['title:(a OR b) c', 'any', '(a OR b) c'],
    ['title:(a OR b) c', 'tag', '(tag:a OR tag:b) tag:c'],
    ['feed:(a OR "b c") x', 'title', 'feed:(a OR "b c") title:x'],
    ['is:unread', 'title', 'is:unread title:'],
  ] as const)('%s in %s', (query, field, changed) => {
    expect(withField(query, field)).toBe(changed);
  });

  test.each([
    ['title:a title:"b c" is:unread', 'title'],
    ['title:a b', 'any'],
    ['标签:关税', 'tag'],
    ['title:(a OR (b c)) feed:(x)', 'title'],
    ['title:(a OR note:b)', 'any'],
    ['is:unread', 'any'],
  ])('%s is in %s', (query, field) => {
    expect(fieldOf(query)).toBe(field);
  });
});

test('unread only, and all again', () => {
  expect(toggleUnread('dysprosium')).toBe('dysprosium is:unread');
  expect(toggleUnread('状态:未读 dysprosium')).toBe('dysprosium');
  expect(toggleUnread('a OR b')).toBe('(a OR b) is:unread');
});

function isSymbol(text: string): boolean {
  return ['Dy', 'Tb'].includes(text);
}

describe('leadingCells', () => {
  test.each([
    ['element:Dy export', ['Dy'], 'export'],
    ['element:Dy 元素:Tb  export licence', ['Dy', 'Tb'], 'export licence'],
    // Still being typed.
    ['element:Dy', [], 'element:Dy'],
    ['element:Xx export', [], 'element:Xx export'],
    ['export element:Dy ', [], 'export element:Dy '],
    ['-element:Dy export', [], '-element:Dy export'],
    // Not for all of the query.
    ['element:Dy OR gallium', [], 'element:Dy OR gallium'],
  ])('%s', (query, symbols, rest) => {
    const cells = leadingCells(query, isSymbol);
    expect(cells.symbols).toEqual(symbols);
    expect(query.slice(cells.restAt)).toBe(rest);
  });
});

test('a name of several words stands in quotation marks behind its operator', () => {
  expect(operatorValue('Dy')).toBe('Dy');
  expect(operatorValue('Lynas Rare Earths')).toBe('"Lynas Rare Earths"');
  expect(operatorValue('Say "when"')).toBe('“Say "when"”');
});
