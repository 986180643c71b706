/** How well stories are found: `npm run bench:stories -- <folder> [<folder> …] [--failures] [--json] [--no-entities]`. See README.md. */
import { statSync } from 'node:fs';
import { sameStory } from '../../../electron/core/stories/same-story.ts';
import { signatureOf } from '../../../electron/core/stories/signature.ts';
import { clusterTexts } from './cluster-texts.ts';
import type { LabelledText } from './labelled-texts.ts';
import { labelledTexts } from './labelled-texts.ts';
import { recognise } from './recognise.ts';
import { bCubed, pairwise } from './score-clusters.ts';

const asked = process.argv.slice(2);
const folders = asked.filter((word) => !word.startsWith('--'));
if (folders.length === 0 || folders.some((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory())) {
  console.error('Usage: npm run bench:stories -- <folder> [<folder> …] [--failures] [--json] [--no-entities]');
  process.exit(2);
}

const texts = folders.flatMap((folder) => labelledTexts(folder)).map((text) => (asked.includes('--no-entities') ? { ...text, entities: [] } : text));
const feeds = [...new Set(texts.map(({ feed }) => feed))];
const expected = texts.map(({ story }) => story);
// Once to warm up: what is measured is not the compiler.
clusterTexts(texts);
const { clusters, signMs, clusterMs, compared } = clusterTexts(texts);
const { wrong, missed, ...pairs } = pairwise(clusters, expected);
const report = {
  texts: texts.length,
  stories: new Set(expected).size,
  found: new Set(clusters).size,
  pairwise: pairs,
  bCubed: bCubed(clusters, expected),
  signMs: signMs / Math.max(1, texts.length),
  clusterMs: clusterMs / Math.max(1, texts.length),
  compared: compared / Math.max(1, texts.length),
};

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const row = (label: string, { precision, recall, f1 }: { precision: number; recall: number; f1: number }): string => `${label.padEnd(12)}${percent(precision).padStart(12)}${percent(recall).padStart(12)}${percent(f1).padStart(12)}`;

if (asked.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  console.log(`${report.texts} texts, ${report.stories} stories, ${report.found} found`);
  console.log(`${''.padEnd(12)}${'precision'.padStart(12)}${'recall'.padStart(12)}${'F1'.padStart(12)}`);
  console.log(row('pairwise', report.pairwise));
  console.log(row('B-cubed', report.bCubed));
  console.log(`${report.signMs.toFixed(2)} ms a signature, ${report.clusterMs.toFixed(2)} ms a decision, ${report.compared.toFixed(1)} texts compared`);
}

function dated({ title, text, at, feed, entities }: LabelledText) {
  return { at: Date.parse(at), feedId: feeds.indexOf(feed), signature: signatureOf({ title, text, entities: entities ?? recognise(title, text, Date.parse(at)) }) };
}

function told(one: LabelledText | undefined, other: LabelledText | undefined): string {
  if (!one || !other) return '';
  const { score, reasons } = sameStory(dated(one), dated(other));
  return `${one.id} – ${other.id} (${score.toFixed(2)}: ${reasons.join(', ')})`;
}

if (asked.includes('--failures')) {
  for (const [one, other] of wrong) console.log(`one, and should be two: ${told(texts[one], texts[other])}`);
  for (const [one, other] of missed) console.log(`two, and should be one: ${told(texts[one], texts[other])}`);
}
