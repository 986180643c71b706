import { expect, it } from 'vitest';
import { deflateBody, inflateBody } from '../../../electron/core/normalize/body.ts';
import { toTransfer } from '../../../electron/core/refresh/ingest-transfer.ts';
import type { IngestAnswer } from '../../../electron/core/refresh/ingest-protocol.ts';
import { article } from '../normalize/parsed.ts';

const fresh = (articles: readonly object[]): IngestAnswer => ({ kind: 'fresh', articles }) as unknown as IngestAnswer;

it('all bodies of a document go over in one buffer', () => {
  const bodies = ['', 'short', '稀土'.repeat(500)];
  const { value, buffers } = toTransfer(fresh([...bodies.map((html) => ({ ...article({ title: 'x' }), body: deflateBody(html) })), { title: 'an outline' }]));
  const arrived = structuredClone(value, { transfer: buffers as ArrayBuffer[] });
  if (!('articles' in arrived)) throw new Error('no articles');
  expect(arrived.articles.map((one) => ('body' in one ? inflateBody(one.body) : one.title))).toEqual([...bodies, 'an outline']);
  expect(buffers).toHaveLength(1);
  expect(buffers[0]?.byteLength).toBe(0);
});

it('an image goes over in a buffer of its own, whatever it is a window on', () => {
  const shared = Buffer.alloc(100, 7);
  const facts = { type: 'image/png', width: 3, height: 4, hash: 'h' } as const;
  const { value, buffers } = toTransfer({ kind: 'image', image: { bytes: shared.subarray(10, 20), ...facts } });
  expect(structuredClone(value, { transfer: buffers as ArrayBuffer[] })).toEqual({ kind: 'image', image: { bytes: new Uint8Array(10).fill(7), ...facts } });
  expect(shared.byteLength).toBe(100);
});

it('any other answer goes over as it is', () => {
  const answer: IngestAnswer = { kind: 'failed', code: 'timeout', detail: {}, retryAt: null };
  expect(toTransfer(answer)).toEqual({ value: answer, buffers: [] });
});
