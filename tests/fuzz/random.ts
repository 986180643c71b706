import { seededRandom } from '../seeded-random.ts';

/** Repeatable choices. */
export class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** A whole number from 0 to `below` - 1; 0 where `below` is not positive. */
  int(below: number): number {
    return Math.floor(this.#next() * Math.max(1, below));
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }

  /** One of the values, which must not be empty. */
  pick<T>(values: readonly T[]): T {
    return values[this.int(values.length)] as T;
  }

  /** Small numbers mostly, large ones sometimes. */
  count(most: number): number {
    return 1 + Math.floor(this.#next() ** 3 * most);
  }
}
