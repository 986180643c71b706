/** How well figures are read, and how fast: `npm run bench:lens -- <folder> [<folder> …] [--failures] [--json]`. See README.md. */
import { statSync } from 'node:fs';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';
import { lensCases } from './cases.ts';
import type { LensCase } from './cases.ts';
import { f1Of, precisionOf, recallOf, scoreCase, talliesOf } from './score.ts';

const asked = process.argv.slice(2);
const folders = asked.filter((word) => !word.startsWith('--'));
const only = asked.find((word) => word.startsWith('--only='))?.slice('--only='.length);
if (folders.length === 0 || folders.some((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory())) {
  console.error('Usage: npm run bench:lens -- <folder> [<folder> …] [--failures] [--json] [--only=<beginning of a name>]');
  process.exit(2);
}

const finder = createNameFinder();
const cases = folders.flatMap(lensCases).filter(({ name }) => only === undefined || name.startsWith(only));
const read = ({ title, text, publishedAt }: LensCase) => readLens({ title, text, publishedAt, mentions: finder.mentions({ title, text, publishedAt }) });
// Labels of another hand may tell no "from" and "to", or no change by the week: what they never tell is not held against what was found.
const known: ReadonlySet<string> = new Set(cases.flatMap(({ labels }) => labels.flatMap(({ qualifiers }) => qualifiers ?? [])));
const scores = cases.map((lensCase) => scoreCase(lensCase, read(lensCase).figures, known));
const { tallies, nots, taken } = talliesOf(scores);

/** Texts of about 4 kB of UTF-8, made of the labelled ones, as articles are; read without names, which are found once for all. */
function speed(): { readonly bytes: number; readonly perSecond: number; readonly perCpuSecond: number; readonly msEach: number } | null {
  if (cases.length === 0) return null;
  const articles: string[] = [];
  for (let at = 0; articles.length < 40; ) {
    let text = '';
    while (Buffer.byteLength(text) < 4000) text += `${cases[at++ % cases.length]?.text ?? ''}\n`;
    articles.push(text);
  }
  for (const text of articles) readLens({ title: '', text });
  const began = performance.now();
  const cpu = process.cpuUsage();
  let count = 0;
  while (performance.now() - began < 2000) {
    readLens({ title: '', text: articles[count % articles.length] ?? '' });
    count += 1;
  }
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { bytes: articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / articles.length, perSecond: (count * 1000) / ms, perCpuSecond: (count * 1_000_000) / (user + system), msEach: ms / count };
}

const pace = asked.includes('--no-speed') ? null : speed();
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`.padStart(10);

if (asked.includes('--json')) {
  console.log(JSON.stringify({ texts: cases.length, mustNotBeFigures: { of: nots, taken }, speed: pace, scores: Object.fromEntries([...tallies].map(([name, tally]) => [name, { ...tally, precision: precisionOf(tally), recall: recallOf(tally), f1: f1Of(tally) }])) }, null, 2));
} else {
  console.log(`${cases.length} texts, ${cases.reduce((sum, { labels }) => sum + labels.length, 0)} figures\n\n${''.padEnd(16)}${'precision'.padStart(10)}${'recall'.padStart(10)}${'F1'.padStart(10)}`);
  for (const [name, tally] of tallies) console.log(`${name.padEnd(16)}${percent(precisionOf(tally))}${percent(recallOf(tally))}${percent(f1Of(tally))}`);
  console.log(`\nmust not be figures: ${nots - taken} of ${nots} left alone`);
  if (pace) console.log(`${pace.perSecond.toFixed(0)} articles of ${(pace.bytes / 1000).toFixed(1)} kB a second (${pace.perCpuSecond.toFixed(0)} a second of processor), ${pace.msEach.toFixed(2)} ms each`);
  if (asked.includes('--failures')) {
    for (const { lensCase, pairs, extra, taken: over } of scores) {
      const lines = [
        ...pairs.flatMap(({ label, figure, isValueRight, isSubjectRight, missingQualifiers, wrongQualifiers }) => {
          if (!figure) return [`  missed   ${label.printed}`];
          return [
            ...(isValueRight ? [] : [`  value    ${label.printed}: ${figure.low}..${figure.high} ${figure.unit?.normal ?? ''} for ${label.value?.join('..')} ${label.unit ?? ''}`]),
            ...(label.kind === null || label.kind === figure.kind ? [] : [`  kind     ${label.printed}: ${figure.kind} for ${label.kind}`]),
            ...(missingQualifiers.length + wrongQualifiers.length === 0 ? [] : [`  qualify  ${label.printed}: missing ${missingQualifiers.join(' ')}; not so ${wrongQualifiers.join(' ')}`]),
            ...(isSubjectRight ? [] : [`  subject  ${label.printed}: "${figure.subject.words}" for "${label.subject}"`]),
            ...(label.role === null || label.role === figure.role ? [] : [`  role     ${label.printed}: ${figure.role} for ${label.role}`]),
          ];
        }),
        ...extra.map(({ printed, low, high, unit, kind }) => `  extra    ${printed}: ${kind} ${low}..${high} ${unit?.normal ?? ''}`),
        ...over.map((printed) => `  no such  ${printed}`),
      ];
      if (lines.length > 0) console.log(`\n${lensCase.name}\n${lines.join('\n')}`);
    }
  }
}
