import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withBuildLock } from '../../../electron/build/build-lock.mjs';

function lockPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'monazite-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'out', '.lock');
}

test('two builds at once take turns', async () => {
  const path = lockPath();
  const order: string[] = [];
  const build = (name: string): Promise<void> =>
    withBuildLock(path, async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
    });
  await Promise.all([build('one'), build('two')]);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  expect(existsSync(path)).toBe(false);
});

test('a build that failed lets the next one in', async () => {
  const path = lockPath();
  await expect(withBuildLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withBuildLock(path, async () => 'built')).toBe('built');
});

test('the lock of a build that was killed is taken over', async () => {
  const path = lockPath();
  await withBuildLock(path, async () => {});
  // No system gives a process this id.
  writeFileSync(path, '999999999');
  expect(await withBuildLock(path, async () => 'built')).toBe('built');
});
