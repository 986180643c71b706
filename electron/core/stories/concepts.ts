import { CONCEPTS } from './concept-words.ts';

/** Characters of an article in which its event is told, whatever follows. */
const LEAD = 700;
const MOST = 40;
/** Made when a text is first looked through: few starts come to that. */
let indexed: ConceptIndex | null = null;
const ENGLISH = /(?<![\p{L}\d])[a-z]{2,}(?:-[a-z]+)*/gu;

/** The end of an English word taken off, so that most of its forms are one. */
export function stemOf(word: string): string {
  return word.replace(/(?:'s)$/, '').replace(/(?:ies|es|s|ed|ing|e|y)$/, '').replace(/(.)\1$/, '$1');
}

interface ConceptIndex {
  readonly english: ReadonlyMap<string, readonly number[]>;
  readonly chinese: ReadonlyMap<string, readonly number[]>;
  readonly anyChinese: RegExp;
}

function index(lines: readonly string[]): ConceptIndex {
  const english = new Map<string, number[]>();
  const chinese = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const [left = '', right = ''] = line.replace(/^- /, '').split('|');
    for (const word of left.trim().split(/\s+/)) add(english, stemOf(word), at);
    for (const word of right.trim().split(/\s+/)) add(chinese, word, at);
  }
  // Chinese writes without spaces: the longest word counts, wherever it begins.
  const anyChinese = new RegExp([...chinese.keys()].toSorted((one, other) => other.length - one.length).join('|'), 'g');
  return { english, chinese, anyChinese };
}

function add(places: Map<string, number[]>, word: string, at: number): void {
  const known = places.get(word) ?? [];
  if (!known.includes(at)) places.set(word, [...known, at]);
}

/** What a text tells of whatever its language: places in CONCEPTS, in the order of the text, each once, at most 40. */
export function conceptsOf(title: string, text: string): number[] {
  const lead = `${title}\n${text.slice(0, LEAD)}`.toLowerCase();
  const { english, chinese, anyChinese } = (indexed ??= index(CONCEPTS));
  const found = new Set<number>();
  for (const [word] of lead.matchAll(ENGLISH)) for (const part of word.includes('-') ? [word, ...word.split('-')] : [word]) for (const at of english.get(stemOf(part)) ?? []) found.add(at);
  for (const [word] of lead.matchAll(anyChinese)) for (const at of chinese.get(word) ?? []) found.add(at);
  return [...found].slice(0, MOST);
}

/** Of a concept that every second text of this field has. */
const COMMON = 0.25;
const WEIGHTS = CONCEPTS.map((line) => (line.startsWith('- ') ? COMMON : 1));
/** A text of few words is not the same as another for having one in common. */
const LEAST = 4;

function weightOf(concepts: readonly number[]): number {
  return concepts.reduce((total, at) => total + (WEIGHTS[at] ?? 0), 0);
}

/** How much of what two texts tell of is the same; 0 to 1. */
export function conceptLikeness(one: readonly number[], other: readonly number[]): number {
  const shared = weightOf(one.filter((at) => other.includes(at)));
  return shared / Math.sqrt(Math.max(LEAST, weightOf(one)) * Math.max(LEAST, weightOf(other)));
}

/** Whether it tells an event from others. */
export function isTellingConcept(at: number): boolean {
  return WEIGHTS[at] === 1;
}
