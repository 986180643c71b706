import type { OpmlDocument, OpmlOutline } from '../../../electron/core/parse/opml.ts';

type Random = () => number;

const WORDS = ['Rare', 'earths', '稀土', '氧化镨钕', '&', '&amp;', '<b>', '"x"', "'", ']]>', 'é', '🧲', 'a\nb', 'tab\there', '&#10;', '%20', '—', '0'];

function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

function words(random: Random): string {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, WORDS)).join(' ');
}

function attributes(random: Random, title: string): Record<string, string> {
  const made: Record<string, string> = {};
  const text = words(random);
  if (random() < 0.3 && text !== title) made['text'] = text;
  for (const name of ['description', 'category', 'created', 'language', 'version', 'isComment', 'x-own.name']) if (random() < 0.2) made[name] = random() < 0.1 ? '' : words(random);
  if (random() < 0.1) Object.assign(made, { 'xmlns:nn': `https://n.example/?a=1&b=${Math.floor(random() * 3)}`, 'nn:priority': words(random) });
  return made;
}

/** A subscription list of any shape that a person's may have, and how many outlines it holds. */
export function randomLibrary(random: Random): { document: OpmlDocument; outlines: number } {
  let outlines = 0;
  const outline = (depth: number): OpmlOutline => {
    const number = ++outlines;
    const title = `${words(random)} ${number}`;
    const kind = random();
    const children = depth < 5 && (kind < 0.4 || random() < 0.05) ? below(depth + 1) : [];
    const common = { title, attributes: attributes(random, title), children };
    const site = random() < 0.5 ? `https://site-${number}.example/?q=${words(random)}`.trim() : null;
    if (kind < 0.4) return { ...common, feedUrl: null, siteUrl: null, extension: {} };
    if (kind < 0.5) return { ...common, feedUrl: null, siteUrl: `https://page-${number}.example/`, extension: { kind: 'page', rules: JSON.stringify({ kind: 'html', item: `[class*="${words(random)}"]`, title: null, link: null, date: null, summary: null }) } };
    return { ...common, feedUrl: `https://feed-${number}.example/rss?a=1&b=${number}`, siteUrl: site, extension: random() < 0.2 ? { paused: 'true' } : {} };
  };
  const below = (depth: number): OpmlOutline[] => Array.from({ length: Math.floor(random() * 5) }, () => outline(depth));
  const document = { title: random() < 0.2 ? null : words(random).replaceAll(/[\n\t]/g, ' '), outlines: below(0) };
  return { document, outlines };
}
