import type { AnswerOf, CallAnswer } from '../../electron/contract/api.ts';

const answers = new Map<string, CallAnswer>();

function keyOf(method: string, args: unknown): string {
  return `${method} ${JSON.stringify(args)}`;
}

/** Keeps what the first screen asks, until each of it is asked once. */
export function keepFirstAnswers({ calls }: AnswerOf<'firstScreen'>): void {
  for (const { method, args, answer } of calls) answers.set(keyOf(method, args), answer);
}

/** The answer to a call, where it was among the first ones and nobody has taken it. */
export function takeFirstAnswer(method: string, args: unknown): CallAnswer | null {
  if (answers.size === 0) return null;
  const key = keyOf(method, args);
  const answer = answers.get(key) ?? null;
  answers.delete(key);
  return answer;
}

/** Has everything be asked anew: something changed since, or the first screen stands. */
export function forgetFirstAnswers(): void {
  answers.clear();
}
