export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function score(precision: number, recall: number): Score {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** Of every two texts: are they one story, and were they taken for one? `found` and `expected` name the cluster of each text. */
export function pairwise(found: readonly string[], expected: readonly string[]): Score & { readonly wrong: readonly (readonly [number, number])[]; readonly missed: readonly (readonly [number, number])[] } {
  let right = 0;
  const wrong: (readonly [number, number])[] = [];
  const missed: (readonly [number, number])[] = [];
  for (let one = 0; one < found.length; one++) {
    for (let other = one + 1; other < found.length; other++) {
      const isFound = found[one] === found[other];
      const isExpected = expected[one] === expected[other];
      if (isFound && isExpected) right += 1;
      else if (isFound) wrong.push([one, other]);
      else if (isExpected) missed.push([one, other]);
    }
  }
  return { ...score(ratio(right, right + wrong.length), ratio(right, right + missed.length)), wrong, missed };
}

/** B-cubed (Bagga and Baldwin 1998): for each text, how much of its cluster belongs there and how much of its story is there. */
export function bCubed(found: readonly string[], expected: readonly string[]): Score {
  let precision = 0;
  let recall = 0;
  for (const [at, cluster] of found.entries()) {
    const together = found.flatMap((name, other) => (name === cluster ? [other] : []));
    const story = expected.flatMap((name, other) => (name === expected[at] ? [other] : []));
    const right = together.filter((other) => expected[other] === expected[at]).length;
    precision += right / together.length;
    recall += right / story.length;
  }
  return score(ratio(precision, found.length), ratio(recall, found.length));
}
