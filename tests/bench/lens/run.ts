/** How well figures are read, and how fast: `npm run bench:lens -- <folder> [<folder> …] [--failures] [--json]`. See README.md. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';
import { lensCases, newsOf } from './cases.ts';
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

interface Pace {
  readonly articles: number;
  /** Of all of them. */
  readonly bytes: number;
  /** In 4 kB. */
  readonly figures: number;
  /** By the clock, by the processor. */
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

/** Texts put together to about 4 kB of UTF-8, as articles are. */
function joined(texts: readonly string[]): string[] {
  const articles: string[] = [];
  for (let at = 0; texts.length > 0 && articles.length < 40; ) {
    let text = '';
    while (Buffer.byteLength(text) < 4000) text += `${texts[at++ % texts.length] ?? ''}\n`;
    articles.push(text);
  }
  return articles;
}

const figuresIn = (text: string): number => readLens({ title: '', text }).figures.length;

/** How many times 4 kB of some articles are read in a second, without names, which are found once for all. */
function paceOf(articles: readonly string[]): Pace | null {
  if (articles.length === 0) return null;
  const figures = articles.reduce((sum, text) => sum + figuresIn(text), 0);
  const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  // A thread that reads has long been warm.
  for (const begun = performance.now(); performance.now() - begun < 2000; ) for (const text of articles.slice(0, 40)) figuresIn(text);
  const began = performance.now();
  const cpu = process.cpuUsage();
  let done = 0;
  for (let at = 0; performance.now() - began < 2000; at++) {
    const text = articles[at % articles.length] ?? '';
    figuresIn(text);
    done += Buffer.byteLength(text);
  }
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { articles: articles.length, bytes, figures: (figures * 4000) / bytes, perSecond: (done / 4000 / ms) * 1000, perCpuSecond: (done / 4000 / (user + system)) * 1_000_000 };
}

const paces: readonly (readonly [string, Pace | null])[] = asked.includes('--no-speed') ? [] : [
  ['labelled texts put together', paceOf(joined(cases.map(({ text }) => text)))],
  ['labelled texts as they are', paceOf(cases.map(({ text }) => text))],
  ['ordinary news of tests/fixtures/stories', paceOf(joined(newsOf(join(import.meta.dirname, '../../fixtures/stories'))))],
];
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`.padStart(10);

if (asked.includes('--json')) {
  console.log(JSON.stringify({ texts: cases.length, mustNotBeFigures: { of: nots, taken }, speed: Object.fromEntries(paces), scores: Object.fromEntries([...tallies].map(([name, tally]) => [name, { ...tally, precision: precisionOf(tally), recall: recallOf(tally), f1: f1Of(tally) }])) }, null, 2));
} else {
  console.log(`${cases.length} texts, ${cases.reduce((sum, { labels }) => sum + labels.length, 0)} figures\n\n${''.padEnd(16)}${'precision'.padStart(10)}${'recall'.padStart(10)}${'F1'.padStart(10)}`);
  for (const [name, tally] of tallies) console.log(`${name.padEnd(16)}${percent(precisionOf(tally))}${percent(recallOf(tally))}${percent(f1Of(tally))}`);
  console.log(`\nmust not be figures: ${nots - taken} of ${nots} left alone`);
  for (const [name, pace] of paces) if (pace) console.log(`${name}: ${pace.perSecond.toFixed(0)} times 4 kB with ${pace.figures.toFixed(0)} figures a second (${pace.perCpuSecond.toFixed(0)} a second of processor)`);
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
