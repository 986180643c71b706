/** How well names are recognised, and how fast: `npm run bench:entities -- <folder> [<folder> …] [--failures] [--json]`. See README.md. */
import { statSync } from 'node:fs';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { entityCases } from './cases.ts';
import { f1Of, precisionOf, recallOf, scoreCase, talliesOf } from './score.ts';

const asked = process.argv.slice(2);
const folders = asked.filter((word) => !word.startsWith('--'));
if (folders.length === 0 || folders.some((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory())) {
  console.error('Usage: npm run bench:entities -- <folder> [<folder> …] [--failures] [--json]');
  process.exit(2);
}

const finder = createNameFinder();
const began = performance.now();
finder.mentions({ title: '', text: '' });
const readyMs = performance.now() - began;

const cases = folders.flatMap(entityCases);
const scores = cases.map((entityCase) => scoreCase(entityCase, finder.mentions(entityCase)));

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`.padStart(10);

/** A text of about 5 kB of UTF-8, made of the labelled ones, as articles are. */
function longText(langs: (lang: string) => boolean): string {
  let text = '';
  const own = cases.filter(({ lang }) => langs(lang));
  for (let at = 0; own.length > 0 && Buffer.byteLength(text) < 5000; at += 1) text += `${own[at % own.length]?.text ?? ''} `;
  return text;
}

function msOf(text: string): number {
  const times: number[] = [];
  for (let round = 0; round < 300; round += 1) {
    const from = performance.now();
    finder.mentions({ title: '', text });
    times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[150] ?? 0;
}

const speed = Object.fromEntries(
  ([['English', (lang: string) => lang === 'en'], ['Chinese', (lang: string) => lang !== 'en']] as const).flatMap(([label, is]) => {
    const text = longText(is);
    return text === '' ? [] : [[label, { bytes: Buffer.byteLength(text), ms: msOf(text) }]];
  }),
);
const tallies = talliesOf(scores);

if (asked.includes('--json')) {
  console.log(JSON.stringify({ texts: cases.length, readyMs, speed, kinds: Object.fromEntries([...tallies].map(([kind, tally]) => [kind, { ...tally, precision: precisionOf(tally), recall: recallOf(tally), f1: f1Of(tally) }])) }, null, 2));
} else {
  console.log(`${cases.length} texts\n\n${'kind'.padEnd(12)}${'labels'.padStart(8)}${'precision'.padStart(10)}${'recall'.padStart(10)}${'F1'.padStart(10)}`);
  for (const [kind, tally] of [...tallies].toSorted(([a], [b]) => Number(a === 'all') - Number(b === 'all') || (a < b ? -1 : 1))) {
    console.log(`${kind.padEnd(12)}${String(tally.right + tally.missed).padStart(8)}${percent(precisionOf(tally))}${percent(recallOf(tally))}${percent(f1Of(tally))}`);
  }
  console.log(`\nreadied in ${readyMs.toFixed(1)} ms`);
  for (const [label, { bytes, ms }] of Object.entries(speed)) console.log(`${label}: ${((ms / bytes) * 1000).toFixed(3)} ms per kB, ${ms.toFixed(3)} ms for ${bytes} bytes`);
  if (asked.includes('--failures')) {
    for (const { entityCase, wrong, missed } of scores) {
      if (wrong.length + missed.length === 0) continue;
      const { title, text, name, file } = entityCase;
      const of = (field: string): string => (field === 'title' ? title : text);
      console.log(`\n${file}: ${name}`);
      for (const { entityId, field, start, end } of wrong) console.log(`  not so:  ${entityId} in ${field}: ${of(field).slice(start, end)}`);
      for (const { entityId, field, start, end } of missed) console.log(`  missed:  ${entityId} in ${field}: ${of(field).slice(start, end)}`);
    }
  }
}
