import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../fuzz/random.ts';

export interface CorpusText {
  readonly title: string;
  readonly text: string;
}

const FIXTURES = join(import.meta.dirname, '../../fixtures/articles');
const STORIES = join(import.meta.dirname, '../../newsroom/stories');

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the pages of articles in the fixtures say. */
export function fixtureTexts(): CorpusText[] {
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { text = [], headline } = JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as { text?: string[]; headline?: string };
      return { title: headline ?? name, text: oneLine(text.join(' ')) };
    });
}

/** The stories of the newsroom, their markup as text. */
export function newsroomTexts(): CorpusText[] {
  return readdirSync(STORIES).flatMap((outlet) =>
    readdirSync(join(STORIES, outlet)).map((name) => {
      const source = readFileSync(join(STORIES, outlet, name), 'utf8');
      return { title: /^title: ?(.*)$/m.exec(source)?.[1] ?? name, text: oneLine(source.slice(source.indexOf('\n---\n') + 5).replace(/[<>&]/g, ' ')) };
    }),
  );
}

const ALPHABETS = [
  ['rare', 'earth', 'Earth', 'rare-earth', 'RARE', 'oxide', 'Dy₂O₃', 'Dy2O3', 'naïve', 'Łódź', 'NdFeB', 'Pr‑Nd', 'e-mail', '“quoted”', 'China’s', 'price', 'prices', 'pricey'],
  ['稀土', '稀有', '氧化镝', '氧化鏑', '镝', '鏑', '铁', '出口管制', '出口', '管制', '磁石', 'カタカナ', '土', '的', '公告', '第18号', '2025年'],
  ['553,000', '553000', '1.68', '620,000–625,000', '12', '１２％', '１，２３４', '40.5%', '3', '1,234,567', '2nd', 'N52', '①'],
];
const GLUE = [' ', ' ', ' ', '', '，', '。', ', ', ' — ', '/', '（', '）', '\u3000', '\u200b', ' · '];

/** Odd mixtures, the same for the same seed. */
export function oddTexts(seed: number, count: number): CorpusText[] {
  const random = new Random(seed);
  const words = (most: number): string => Array.from({ length: 1 + random.int(most) }, () => random.pick(random.pick(ALPHABETS)) + random.pick(GLUE)).join('');
  return Array.from({ length: count }, () => ({ title: words(4), text: words(24) }));
}
