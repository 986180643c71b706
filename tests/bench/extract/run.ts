/** How much of pages' text and facts is found, beside the bare library: `npm run bench:extract -- <folder> [<folder> …] [--failures] [--json]`. See README.md. */
import { statSync } from 'node:fs';
import { nodeChild } from '../node-child.ts';
import type { FactScore, TextScore } from './score.ts';

interface Row {
  readonly name: string;
  readonly ms: number;
  readonly thrown: string | null;
  readonly isFailure: boolean;
  readonly isRightFailure: boolean;
  readonly error: string | null;
  readonly score: TextScore | null;
  readonly facts: readonly FactScore[];
}

interface Report {
  readonly rows: readonly Row[];
  readonly peakMb: number;
}

const asked = process.argv.slice(2);
const folders = asked.filter((word) => !word.startsWith('--'));
if (folders.length === 0 || folders.some((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory())) {
  console.error('Usage: npm run bench:extract -- <folder> [<folder> …] [--failures] [--json]');
  process.exit(2);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function summary({ rows, peakMb }: Report) {
  const scores = rows.flatMap(({ score }) => score ?? []);
  const facts = rows.flatMap((row) => row.facts);
  const failures = rows.filter(({ isFailure }) => isFailure);
  const byFact = Object.fromEntries([...new Set(facts.map(({ name }) => name))].map((name) => {
    const own = facts.filter((fact) => fact.name === name);
    return [name, { right: own.filter(({ isRight }) => isRight).length, of: own.length }];
  }));
  return {
    pages: rows.length,
    texts: scores.length,
    f1: mean(scores.map(({ f1 }) => f1)),
    precision: mean(scores.map(({ precision }) => precision)),
    recall: mean(scores.map(({ recall }) => recall)),
    over95: scores.length === 0 ? 0 : scores.filter(({ f1 }) => f1 > 0.95).length / scores.length,
    facts: { right: facts.filter(({ isRight }) => isRight).length, of: facts.length, by: byFact },
    failures: { right: failures.filter(({ isRightFailure }) => isRightFailure).length, of: failures.length },
    meanMs: mean(rows.map(({ ms }) => ms)),
    mostMs: Math.max(0, ...rows.map(({ ms }) => ms)),
    peakMb,
    thrown: rows.filter(({ thrown }) => thrown !== null).length,
  };
}

const line = (label: string, one: string, other: string): string => `${label.padEnd(28)}${one.padStart(20)}${other.padStart(20)}`;
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const share = ({ right, of }: { right: number; of: number }): string => (of === 0 ? '–' : `${right}/${of} (${percent(right / of)})`);

const reports: Record<string, Report> = {};
// One after the other: beside each other they would take each other's time.
for (const name of ['ours', 'bare']) reports[name] = JSON.parse(await nodeChild('extract/child.ts', name, ...folders)) as Report;
const [ours, bare] = [reports['ours'], reports['bare']].map((report) => summary(report ?? { rows: [], peakMb: 0 })) as [ReturnType<typeof summary>, ReturnType<typeof summary>];

if (asked.includes('--json')) console.log(JSON.stringify({ ours, bare, rows: reports['ours']?.rows }, null, 2));
else {
  console.log(line(`${ours.pages} pages`, 'Monazite', 'library alone'));
  console.log(line(`token F1 (${ours.texts} texts)`, ours.f1.toFixed(4), bare.f1.toFixed(4)));
  console.log(line('  precision', ours.precision.toFixed(4), bare.precision.toFixed(4)));
  console.log(line('  recall', ours.recall.toFixed(4), bare.recall.toFixed(4)));
  console.log(line('  pages over 0.95', percent(ours.over95), percent(bare.over95)));
  console.log(line('facts right', share(ours.facts), share(bare.facts)));
  for (const [name, own] of Object.entries(ours.facts.by)) console.log(line(`  ${name}`, share(own), share(bare.facts.by[name] ?? { right: 0, of: 0 })));
  console.log(line('failures named', share(ours.failures), share(bare.failures)));
  console.log(line('ms a page, mean (most)', `${ours.meanMs.toFixed(1)} (${ours.mostMs.toFixed(0)})`, `${bare.meanMs.toFixed(1)} (${bare.mostMs.toFixed(0)})`));
  console.log(line('peak memory, MB', ours.peakMb.toFixed(0), bare.peakMb.toFixed(0)));
  if (ours.thrown + bare.thrown > 0) console.log(line('threw', String(ours.thrown), String(bare.thrown)));
}
if (asked.includes('--failures')) {
  for (const { name, score, facts, isFailure, isRightFailure, error, thrown } of reports['ours']?.rows ?? []) {
    if (score !== null && score.f1 < 0.98) console.log(`${name}: F1 ${score.f1.toFixed(3)} (precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)})${error === null ? '' : ` ${error}`}`);
    if (isFailure && !isRightFailure) console.log(`${name}: gave ${error ?? 'a page'}`);
    if (thrown !== null) console.log(`${name}: threw ${thrown}`);
    for (const { name: fact, isRight, expected, found } of facts) if (!isRight) console.log(`${name}: ${fact} ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }
}
