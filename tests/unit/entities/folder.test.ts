import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { entityCases } from '../../bench/entities/cases.ts';
import { f1Of, scoreCase, talliesOf } from '../../bench/entities/score.ts';

const cases = entityCases(join(import.meta.dirname, '../../fixtures/entities'));
const finder = createNameFinder();
const scores = cases.map((entityCase) => scoreCase(entityCase, finder.mentions(entityCase)));
const tallies = talliesOf(scores);

/** What is reached, less one mistake in each kind. */
const FLOORS = { all: 0.99, element: 0.98, metal: 0.96, product: 0.99, company: 0.98, place: 0.98, agency: 0.97, policy: 0.96 };

describe('the labelled texts', () => {
  it('are many, in English and in both Chinese scripts, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ lang }) => lang))).toEqual(new Set(['en', 'zh-Hans', 'zh-Hant', 'ja']));
    expect(new Set(cases.map(({ file, name }) => `${file} ${name}`)).size).toBe(cases.length);
  });

  it('name entities that there are', () => {
    expect(cases.flatMap(({ labels }) => labels).filter(({ entityId }) => !finder.entities.has(entityId))).toEqual([]);
  });

  it.each(Object.entries(FLOORS))('are read right: %s', (kind, floor) => {
    const tally = tallies.get(kind);
    expect(tally && f1Of(tally)).toBeGreaterThanOrEqual(floor);
  });
});
