import { expect, test } from 'vitest';
import { createFirstAnswers } from '../../../electron/shell/first-answer.ts';

function desk() {
  const at = { asked: 0, told: 0, now: 0 };
  const answers = createFirstAnswers({ ask: async () => ({ ok: true, value: (at.asked += 1) }), told: () => at.told, now: () => at.now });
  return { at, answers };
}

test('what was prepared is too old after ten seconds, since nothing tells that the day is another', async () => {
  const { at, answers } = desk();
  answers.prepare();
  at.now = 10_000;
  expect(await answers.take()).toEqual({ told: 0, answer: { ok: true, value: 2 } });
});

test('nothing is prepared for a page that was sooner than the library', async () => {
  const { at, answers } = desk();
  const first = answers.take();
  answers.prepare();
  await first;
  expect(at.asked).toBe(1);
});

test('a page that comes before the answer waits for it, and hears what changed meanwhile behind it', async () => {
  const { at, answers } = desk();
  at.told = 3;
  answers.prepare();
  const first = answers.take();
  at.told = 4;
  expect(await first).toEqual({ told: 3, answer: { ok: true, value: 1 } });
  expect(at.asked).toBe(1);
});
