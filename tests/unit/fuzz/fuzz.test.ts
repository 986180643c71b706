import { describe, expect, test } from 'vitest';
import { createCaseRunner } from '../../fuzz/case-runner.ts';
import { Random } from '../../fuzz/random.ts';
import { readSeeds } from '../../fuzz/seeds.ts';
import { TARGETS } from '../../fuzz/targets/targets.ts';

/** Cases of each target; `npm run fuzz` runs them for as long as one likes. */
const CASES: Readonly<Record<string, number>> = { feed: 300, known: 300, sanitizer: 1500, date: 10_000, opml: 600, links: 1000, address: 5000, encoding: 300, page: 100 };
const SEED = 20_261_103;

describe('what the engine promises of any input', () => {
  const seeds = readSeeds();

  test('is tried with enough documents', () => {
    expect(seeds.feeds.length).toBeGreaterThan(15);
    expect(TARGETS.map(({ name }) => name).toSorted()).toEqual(Object.keys(CASES).toSorted());
  });

  test.each(TARGETS.map((target) => [target.name, target] as const))('%s', async (name, target) => {
    let broken: unknown = null;
    for (let at = 0; at < (CASES[name] ?? 0) && broken === null; at++) {
      const bytes = target.make(new Random(SEED + at), seeds);
      try {
        await target.check(bytes);
      } catch (error) {
        broken = { case: SEED + at, problem: String(error), input: Buffer.from(bytes).toString('latin1').slice(0, 4000) };
      }
    }
    expect(broken).toBeNull();
  }, 60_000);

  test('the same seed makes the same inputs', () => {
    for (const target of TARGETS) expect(Buffer.from(target.make(new Random(7), seeds)).equals(target.make(new Random(7), seeds))).toBe(true);
  });

  test('the long run tells what was wrong, and goes on after it', async () => {
    const runner = createCaseRunner();
    expect(await runner.run({ target: 'date', bytes: Buffer.from('2026-11-03') })).toBeNull();
    expect(await runner.run({ target: 'date', bytes: null as unknown as Uint8Array })).toContain('Error');
    expect(await runner.run({ target: 'date', bytes: Buffer.from('2026-11-03') })).toBeNull();
    await runner.close();
  });
});
