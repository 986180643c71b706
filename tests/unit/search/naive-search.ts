import { simplified } from '../../../electron/contract/search/simplified.ts';

/** A text as the naive scan compares it: written anew and simply, so that both do not share a mistake. */
export function naiveFold(text: string): string {
  const plain = Array.from(text.replace(/(?<=[０-９])，(?=[０-９]{3})/g, ','), (char) => simplified().get(char) ?? (char === '，' ? ' ' : char)).join('');
  return plain
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '').replace(/[\u00a0\u2009\u202f]/g, '\u00a0').replace(/[™℠·]/g, ' ')
    .replace(/[^\u00a0]/gu, (char) => char.normalize('NFKC')).toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC')
    .replace(/[‘’]/g, "'").replace(/[‐-–−]/g, '-')
    .replace(/(?<![a-z\d.,])\d{1,3}(?:([,\u00a0])\d{3})(?:\1\d{3})*(?!\d|\1\d)/g, (number) => number.replace(/[,\u00a0]/g, ''))
    // The point of a number parts nothing: a letter stands for it.
    .replace(/(?<![\d.])\d+\.\d+(?!\.?\d)/g, (number) => number.replace('.', 'ˑ'));
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]/u;
/** A word ends where its letters end, or where a script begins that parts no words. */
const OF_WORD = `(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々])${LETTER})`;

function pattern(query: string, isPrefix: boolean): RegExp {
  const parts = query.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = parts.flatMap((part) => part.match(new RegExp(`${DENSE.source}+|${OF_WORD}+`, 'gu')) ?? []);
  let source = '';
  for (const [at, run] of runs.entries()) {
    const isDense = DENSE.test(run);
    if (at > 0) source += '[^\\p{L}\\p{M}\\p{N}]*';
    source += isDense ? (at > 0 ? `(?<!${DENSE.source})` : '') : `(?<!${OF_WORD})`;
    source += run;
    const isLast = at === runs.length - 1;
    if (isDense) source += isLast ? '' : `(?!${DENSE.source})`;
    else if (!(isLast && isPrefix)) source += `(?!${OF_WORD})`;
  }
  return new RegExp(source, 'u');
}

/**
 * Whether a folded text holds a query's words in a row: characters as a substring, words as words, the last as a beginning where
 * `isPrefix`.
 */
export function naiveHolds(folded: string, query: string, isPrefix: boolean): boolean {
  return pattern(naiveFold(query), isPrefix).test(folded);
}
