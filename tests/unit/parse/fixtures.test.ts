import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from '../../bench/parse/compare.ts';
import { parseCase, readCase } from '../../bench/parse/read-case.ts';
import { findCases } from '../../bench/parse/suite.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/feeds');
const groups = readdirSync(FOLDER);

/** One document an oddity; each field that its expectation names must come out exactly so. */
describe.each(groups)('feeds: %s', (group) => {
  const cases = findCases(join(FOLDER, group));

  it.each(cases.map((file) => [file.name.replace(/\.[^.]+$/, ''), file] as const))('%s', async (_, file) => {
    expect(file.expected).not.toBeNull();
    const one = readCase(file);
    if (!one) throw new Error('nothing is expected of it');
    const compared = compare(one.expected, await parseCase(one), { isStrict: true });
    expect(compared.length).toBeGreaterThan(0);
    expect(compared.filter(({ isRight }) => !isRight).map(({ field, expected, actual }) => ({ field, expected, actual }))).toEqual([]);
  });
});

it('are enough', () => {
  expect(groups.flatMap((group) => findCases(join(FOLDER, group))).length).toBeGreaterThan(400);
});
