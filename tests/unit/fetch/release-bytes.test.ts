import { expect, it } from 'vitest';
import { releaseBytes } from '../../../electron/core/fetch/release-bytes.ts';

it('gives back what holds bytes by themselves, or with a few more', () => {
  const whole = new Uint8Array(100_000);
  releaseBytes(whole);
  expect([whole.length, whole.buffer.byteLength]).toEqual([0, 0]);
  const most = new Uint8Array(new ArrayBuffer(100_001), 0, 100_000);
  releaseBytes(most);
  expect(most.length).toBe(0);
});

it('leaves alone what holds other bytes too', () => {
  const small = Buffer.from('a few bytes');
  const part = new Uint8Array(new ArrayBuffer(100_000), 0, 40_000);
  const shared = new Uint8Array(new SharedArrayBuffer(100_000));
  for (const bytes of [small, part, shared]) releaseBytes(bytes);
  expect([small.toString(), part.length, shared.length]).toEqual(['a few bytes', 40_000, 100_000]);
});
