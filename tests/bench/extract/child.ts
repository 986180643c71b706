/** Extracts every page of the folders by one engine and prints what came of it. A process of its own, so that its memory can be told. */
import { ENGINES } from './engines.ts';
import { findPages } from './cases.ts';
import { factScores, textScore } from './score.ts';

const [name = '', ...folders] = process.argv.slice(2);
const engine = ENGINES[name];
if (!engine) throw new Error(`no engine ${name}`);
const pages = folders.flatMap(findPages);
// The first page pays for the compiler; each engine is measured warm.
for (const page of pages.slice(0, 20)) {
  try {
    engine(page);
  } catch {
    // It will be told below.
  }
}
const rows = pages.map((page) => {
  const started = performance.now();
  let thrown: string | null = null;
  let result: ReturnType<typeof engine> | null = null;
  try {
    result = engine(page);
  } catch (error) {
    thrown = String(error);
  }
  const ms = performance.now() - started;
  const score = page.text === null || result === null ? null : textScore(page.text, result.text);
  return { name: page.name, ms, thrown, isFailure: page.error !== null, isRightFailure: page.error !== null && result?.error === page.error, error: result?.error ?? null, score: thrown !== null && page.text !== null ? { f1: 0, precision: 0, recall: 0 } : score, facts: factScores(page.facts, result?.facts ?? {}) };
});
console.log(JSON.stringify({ rows, peakMb: process.resourceUsage().maxRSS / 1024 }));
