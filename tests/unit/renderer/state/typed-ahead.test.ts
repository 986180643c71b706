import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectField, expectNoField, typeAhead, typedAhead } from '../../../../renderer/state/typed-ahead.ts';
import { useUi } from '../../../../renderer/state/ui.ts';

beforeEach(() => {
  vi.useFakeTimers();
  expectNoField();
});
afterEach(() => vi.useRealTimers());

test('keys are nobody else’s while a field is waited for, and stand in it once it is here', () => {
  expect(typeAhead('s')).toBe(false);
  expectField();
  expect(['s', 'x', 'Backspace', ' ', '镝', 'Enter', 'm'].map(typeAhead)).not.toContain(false);
  expect(typedAhead()).toBe('s 镝\nm');
  expectNoField();
  expect(typeAhead('m')).toBe(false);
  expect(typedAhead()).toBe('');
});

test('a field that never comes keeps the keys for three seconds, or until Escape', () => {
  expectField();
  vi.advanceTimersByTime(2900);
  expect(typeAhead('a')).toBe(true);
  vi.advanceTimersByTime(2900);
  expect(typeAhead('b')).toBe(true);
  vi.advanceTimersByTime(3001);
  expect(typeAhead('s')).toBe(false);
  expectField();
  expect(typeAhead('Escape')).toBe(false);
  expect(typeAhead('s')).toBe(false);
});

test('what was typed for one article is not given to another, whose keys are its own', () => {
  useUi.setState({ articleId: 5 });
  expectField();
  expect(typeAhead('a')).toBe(true);
  useUi.setState({ articleId: 6 });
  expect(typedAhead()).toBe('');
  expect(typeAhead('s')).toBe(false);
});
