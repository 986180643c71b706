import { Random } from '../../fuzz/random.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface QueryKind {
  readonly name: string;
  /** Words alone, which the store answers within the smaller bound. */
  readonly words: boolean;
  readonly queries: readonly string[];
}

/** Queries of every kind, the same for the same seed. Words are drawn evenly over the orders of how often they are used, from the tenth on. */
export function queryKinds({ english, chinese }: { english: Vocabulary; chinese: Vocabulary }, { seed, each }: { seed: number; each: number }): QueryKind[] {
  const random = new Random(seed);
  const drawn = ({ words }: Vocabulary, accept: (word: string) => boolean): string => {
    for (;;) {
      const word = words[Math.floor(10 * (words.length / 10) ** (random.int(1000) / 1000))] ?? '';
      if (accept(word)) return word;
    }
  };
  const word = (): string => drawn(english, (one) => one.length > 2);
  const han = (): string => drawn(chinese, (one) => one.length > 1);
  const character = (): string => drawn(chinese, () => true).charAt(0);
  const kind = (name: string, words: boolean, make: () => string): QueryKind => ({ name, words, queries: Array.from({ length: each }, make) });
  return [
    kind('one word', true, () => `${word()} `),
    kind('two words', true, () => `${word()} ${word()} `),
    kind('three words', true, () => `${word()} ${word()} ${word()} `),
    kind('a Chinese word', false, han),
    kind('two Chinese words', false, () => `${han()} ${han()}`),
    kind('one Chinese character', false, character),
    kind('a phrase', false, () => `"${random.pick(english.words.slice(0, 400))} ${random.pick(english.words.slice(0, 400))}"`),
    kind('a word being typed', false, () => word().slice(0, 3 + random.int(3))),
    kind('a beginning of two letters', false, () => `${word().slice(0, 2)}*`),
    kind('a word in unread', false, () => `${word()} is:unread`),
    kind('a word in one source', false, () => `${word()} feed:"Source ${2 * random.int(50)}"`),
    kind('a word in a year', false, () => `${word()} after:2026-01-01 before:2026-06-01`),
    kind('without a word', false, () => `${word()} -${word()} `),
    kind('only without', false, () => `-${word()}`),
    kind('either', false, () => `${word()} OR ${han()}`),
    kind('operators alone', false, () => `is:unread feed:"Source ${random.int(100)}"`),
  ];
}
