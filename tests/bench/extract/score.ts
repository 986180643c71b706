import type { PageFacts } from '../../../electron/contract/page-facts.ts';
import type { ExpectedFacts } from './cases.ts';

const HAN = /[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** Words of a text, each character of Chinese, Japanese and Korean by itself. */
export function tokens(text: string): string[] {
  return (text.normalize('NFKC').toLowerCase().match(/[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => (HAN.test(word) ? Array.from(word) : [word]));
}

export interface TextScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How far the words of two texts are the same, as multisets, from 0 to 1. */
export function textScore(expected: string, found: string): TextScore {
  const counts = new Map<string, number>();
  const [wanted, got] = [tokens(expected), tokens(found)];
  for (const word of wanted) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of got) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common++;
  }
  if (wanted.length === 0 && got.length === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = got.length === 0 ? 0 : common / got.length;
  const recall = wanted.length === 0 ? 0 : common / wanted.length;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function fold(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase() : value;
}

function isSame(name: string, expected: unknown, found: unknown): boolean {
  if (name.endsWith('At') && typeof expected === 'string') return found === Date.parse(expected);
  if (name === 'lang' && typeof expected === 'string' && typeof found === 'string') return found.toLowerCase() === expected.toLowerCase() || found.split('-')[0] === expected.toLowerCase();
  if (Array.isArray(expected)) {
    const entries = (Array.isArray(found) ? found : []).map((entry: unknown) => (typeof entry === 'object' && entry !== null ? ((entry as { title?: string }).title ?? (entry as { text?: string }).text) : entry));
    return JSON.stringify(expected.map(fold)) === JSON.stringify(entries.map(fold));
  }
  return fold(expected) === fold(found);
}

export interface FactScore {
  readonly name: string;
  readonly isRight: boolean;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Each expected fact, and whether it was found. */
export function factScores(expected: ExpectedFacts, found: Partial<PageFacts>): FactScore[] {
  return Object.entries(expected).map(([name, value]) => ({ name, isRight: isSame(name, value, found[name as keyof PageFacts]), expected: value, found: found[name as keyof PageFacts] ?? null }));
}
