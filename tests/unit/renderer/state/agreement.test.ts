import { expect, test } from 'vitest';
import { current, holdChange, noteChange } from '../../../../renderer/state/agreement.ts';
import type { ArticleSummary } from '../../../../electron/contract/model.ts';

const UNREAD = { id: 7, read: false, bookmarked: false } as ArticleSummary;
const OTHER = { id: 8, read: false, bookmarked: false } as ArticleSummary;
const isSeven = ({ id }: ArticleSummary): boolean => id === 7;

test('An answer that was asked for before a change agrees with it', async () => {
  const { promise, resolve } = Promise.withResolvers<ArticleSummary>();
  const asked = current(async (agree) => agree(await promise));
  noteChange(isSeven, { bookmarked: true });
  resolve(UNREAD);
  expect(await asked).toEqual({ ...UNREAD, bookmarked: true });
});

test('An answer agrees with a change that the engine was told of before and has not answered to', async () => {
  const { promise: told, resolve } = Promise.withResolvers<void>();
  const held = holdChange(isSeven, { read: true }, () => told);
  expect(await current(async (agree) => [agree(UNREAD), agree(OTHER)])).toEqual([{ ...UNREAD, read: true }, OTHER]);
  resolve();
  await held;
  expect(await current(async (agree) => agree(UNREAD))).toEqual(UNREAD);
});

test('A change that the engine refused is held no longer', async () => {
  await expect(holdChange(isSeven, { read: true }, () => Promise.reject(new Error('no such article')))).rejects.toThrow('no such article');
  expect(await current(async (agree) => agree(UNREAD))).toEqual(UNREAD);
});

test('The last of several changes is what an answer agrees with', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = holdChange(isSeven, { read: true }, () => promise);
  const second = holdChange(isSeven, { read: false }, () => promise);
  expect(await current(async (agree) => agree({ ...UNREAD, read: true }))).toEqual(UNREAD);
  resolve();
  await Promise.all([first, second]);
});
