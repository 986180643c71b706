import { hashText } from './sketch.ts';

/** Of terms that are kept: all of a short text. */
const MOST_TERMS = 48;
/** Characters of an article in which its event is told, whatever follows. */
const LEAD = 900;

const COMMON = new Set(
  ('rare earth earths china chinese would their with from that this which said says will have been were into more than over after year years tonnes tons first they about million billion ' +
    'company when also other some most what while where there these those only such last made make between under per cent percent yuan price prices').split(' '),
);
const COMMON_CHINESE = new Set(['稀土', '万元', '元吨', '同比', '增长', '公司', '亿元', '万吨', '公布', '表示', '预计', '产品', '其中', '目前', '年度']);

/**
 * What a text is about in its own language: word stems of English, pairs of characters of Chinese, without those that every text of
 * this field has. The 48 least of their hashes, rising (a bottom-k sketch): of a short text, all.
 */
export function termsOf(title: string, text: string): number[] {
  const lead = `${title}\n${text.slice(0, LEAD)}`.toLowerCase();
  const terms = new Set<string>();
  for (const [run] of lead.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!COMMON_CHINESE.has(pair)) terms.add(pair);
    }
  }
  for (const [word] of lead.matchAll(/(?<![\p{L}\d])\p{Script=Latin}{4,}/gu)) if (!COMMON.has(word)) terms.add(word.replace(/(?:ies|es|s|ed|ing)$/, ''));
  return [...new Set([...terms].map(hashText))].toSorted((one, other) => one - other).slice(0, MOST_TERMS);
}

/** Estimates the share of the terms of two texts that both have; 0 to 1. Both rise. */
export function termLikeness(one: readonly number[], other: readonly number[]): number {
  if (Math.min(one.length, other.length) < 5) return 0;
  // Of a long text only the least hashes are known: what lies above the end of such a list says nothing.
  const known = Math.min(endOf(one), endOf(other));
  let all = 0;
  let shared = 0;
  for (let at = 0, also = 0; at < one.length || also < other.length; all++) {
    const [left, right] = [one[at] ?? Infinity, other[also] ?? Infinity];
    if (Math.min(left, right) > known) break;
    if (left === right) shared += 1;
    if (left <= right) at += 1;
    if (right <= left) also += 1;
  }
  return all === 0 ? 0 : shared / all;
}

function endOf(terms: readonly number[]): number {
  return terms.length < MOST_TERMS ? Infinity : (terms.at(-1) ?? Infinity);
}
