/**
 * `npm run fuzz -- [--seed N] [--minutes M] [--only <target>] [--skip-heavy]`: tries the engine's promises with documents that
 * nobody would write, for M minutes (5 by default), after the hostile documents that take seconds each.
 * `npm run fuzz -- --target <target> --file <path>` runs one input again. Exit code 1 where a promise was broken.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createCaseRunner } from './case-runner.ts';
import { runHeavy } from './heavy.ts';
import { Random } from './random.ts';
import { readSeeds } from './seeds.ts';
import { TARGETS } from './targets/targets.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOUND = join(ROOT, 'test-results/fuzz');
/** After so many one more tells nothing new. */
const MOST_FAILURES = 10;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, minutes: { type: 'string', default: '5' }, only: { type: 'string' }, 'skip-heavy': { type: 'boolean', default: false }, target: { type: 'string' }, file: { type: 'string' } },
});
const runner = createCaseRunner();

function keep(target: string, name: string, bytes: Uint8Array, problem: string): void {
  mkdirSync(FOUND, { recursive: true });
  const path = join(FOUND, `${target}-${name}.bin`);
  writeFileSync(path, bytes);
  console.error(`\nBROKEN (${target}): ${problem}\nThe input is ${relative(ROOT, path)} (${bytes.length} bytes). Run it again with\n  npm run fuzz -- --target ${target} --file ${relative(ROOT, path)}`);
}

async function again(target: string, file: string): Promise<number> {
  if (!TARGETS.some(({ name }) => name === target)) throw new Error(`No target is called ${target}; there are ${TARGETS.map(({ name }) => name).join(', ')}.`);
  const problem = await runner.run({ target, bytes: readFileSync(file) });
  console.log(problem === null ? 'The promise held.' : `BROKEN (${target}): ${problem}`);
  return problem === null ? 0 : 1;
}

async function long(seed: number, minutes: number): Promise<number> {
  const targets = TARGETS.filter(({ name }) => values.only === undefined || name === values.only);
  if (targets.length === 0) throw new Error(`No target is called ${values.only}.`);
  console.log(`Seed ${seed}, ${minutes} minutes: ${targets.map(({ name }) => name).join(', ')}`);
  let failures = 0;
  if (!values['skip-heavy'] && values.only === undefined) {
    const wrong = await runHeavy(console.log);
    failures += wrong.length;
    for (const line of wrong) console.error(`BROKEN (heavy): ${line}`);
  }
  const seeds = readSeeds();
  const end = Date.now() + minutes * 60_000;
  let cases = 0;
  for (let round = 0; Date.now() < end && failures < MOST_FAILURES; round++) {
    for (const target of targets) {
      // Each case has a seed of its own: a run of another length finds the same.
      const own = (Math.imul(seed, 0x9e3779b1) + round) | 0;
      const bytes = target.make(new Random(own), seeds);
      const problem = await runner.run({ target: target.name, bytes });
      cases++;
      if (problem === null) continue;
      failures++;
      keep(target.name, `${seed}-${round}`, bytes, problem);
    }
  }
  console.log(`\n${cases} cases, ${failures} broken. Seed ${seed}.`);
  return failures === 0 ? 0 : 1;
}

const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const minutes = Number(values.minutes);
if (!Number.isSafeInteger(seed) || !(minutes > 0)) throw new Error('--seed takes a whole number and --minutes a number above 0.');
process.exitCode = values.target !== undefined && values.file !== undefined ? await again(values.target, values.file) : await long(seed, minutes);
await runner.close();
