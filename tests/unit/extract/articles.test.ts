import { describe, expect, it } from 'vitest';
import { findPages } from '../../bench/extract/cases.ts';
import type { PageCase } from '../../bench/extract/cases.ts';
import { bare, ours } from '../../bench/extract/engines.ts';
import { factScores, textScore } from '../../bench/extract/score.ts';

const FOLDER = `${import.meta.dirname}/../../fixtures/articles`;
const pages = findPages(FOLDER);
const named = (some: readonly PageCase[]): [string, PageCase][] => some.map((page) => [page.name, page]);

describe('pages of articles', () => {
  it('are many, of every kind', () => {
    expect(pages.length).toBeGreaterThanOrEqual(70);
    expect(pages.filter(({ isPlain }) => isPlain).length).toBeGreaterThanOrEqual(10);
    expect(pages.filter(({ error }) => error !== null).length).toBeGreaterThanOrEqual(12);
  });

  it.each(named(pages.filter(({ error }) => error === null)))('%s gives its text and its facts', (_, page) => {
    const result = ours(page);
    expect(result.error).toBeNull();
    expect(factScores(page.facts, result.facts).filter(({ isRight }) => !isRight)).toEqual([]);
    expect(textScore(page.text ?? result.text, result.text).f1).toBeGreaterThan(0.98);
    for (const piece of page.html) expect(result.html).toContain(piece);
    for (const unwanted of page.without) expect(result.text).not.toContain(unwanted);
    expect(result.images).toEqual(page.images ?? result.images);
  });

  it.each(named(pages.filter(({ error }) => error !== null)))('%s fails with the code of its cause', (_, page) => {
    const result = ours(page);
    expect(result.error).toBe(page.error);
    expect(factScores(page.facts, result.facts).filter(({ isRight }) => !isRight)).toEqual([]);
  });

  it('come out better than by the library alone', () => {
    const ofHtml = pages.filter(({ text, isPlain }) => text !== null && !isPlain);
    const mean = (engine: typeof ours) => ofHtml.reduce((sum, page) => sum + textScore(page.text ?? '', engine(page).text).f1, 0) / ofHtml.length;
    expect(mean(ours)).toBeGreaterThan(mean(bare) + 0.1);
  });
});
