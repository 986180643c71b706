import { expect, test } from 'vitest';
import { warmBundle } from '../../../electron/shell/bundle-answer.ts';

const PAGE = new URL('http://127.0.0.1/');

test('what is asked for before anybody comes is read to its end, so that nothing of it stays open', async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      if (pulled > 3) controller.close();
      else controller.enqueue(new Uint8Array(8));
    },
  });
  const asked: string[] = [];
  await warmBundle(async ({ url }) => {
    asked.push(url);
    return new Response(body);
  }, PAGE);
  expect(asked).toEqual([PAGE.href]);
  expect(pulled).toBe(4);
});

test('an answer without a body, and one that fails, end it', async () => {
  await warmBundle(async () => new Response(null, { status: 404 }), PAGE);
  await expect(warmBundle(() => Promise.reject(new Error('gone')), PAGE)).rejects.toThrow('gone');
});
