/** What ends a statement, or heads what follows. */
const ENDS = /[.:;!?。：；！？|\t]\s*$/;
/** A line of a list or a row, which begins by itself. */
const BEGINS = /^\s*(?:[-•●◆■▪◾○*·–—]|o (?=[A-Z])|[(（]?[一二三四五六七八九十\d]{1,3}[)）.、．]|第[一二三四五六七八九十]+[章节条])|[\t|]/;
/** Cells. */
const SET = /[\t|]|\S(?: {2,}|\u3000+)\S/;
/** A sum or a count that stands in a line of its own. */
const VALUE = /^\s*[(（]?(?:about |approximately |~|约)?(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?[-+]?\d[^\n]{0,50}$/;
/** Columns of a line that was broken by its width, in each script; a character of Chinese takes two. */
const LATIN_WIDTH = { least: 50, most: 140, spread: 14 };
const HAN_WIDTH = { least: 40, most: 128, spread: 4 };
const columnsOf = (line: string): number => line.length + (line.match(/[\u2e80-\uffe6]/g)?.length ?? 0);
const MOST_LABEL = 60;
/** Characters of a line in which its end is looked for. */
const MOST_ENDING = 20;
/** Characters up to the bracket that closes one left open at the end of a line. */
const MOST_IN_BRACKET = 60;

/** Line breaks of a text that end nothing: `gone`, between two characters of Chinese, and `spaced`, that stand for a space. */
export function wrapsOf(text: string): { readonly gone: readonly number[]; readonly spaced: readonly number[] } {
  const [gone, spaced]: [number[], number[]] = [[], []];
  if (!text.includes('\n')) return { gone, spaced };
  const lines = text.split('\n');
  let end = -1;
  for (let at = 0; at + 1 < lines.length; at++) {
    const [line = '', next = ''] = [lines[at], lines[at + 1]];
    end += line.length + 1;
    if (line.trim() === '' || next.trim() === '') continue;
    const wrap = wrapAt(lines, at, text.slice(end, end + MOST_IN_BRACKET));
    // Few lines come as far as to be asked whether they are rows.
    if (wrap === null || BEGINS.test(next) || SET.test(line) || SET.test(next)) continue;
    (wrap === 'gone' ? gone : spaced).push(end);
  }
  return { gone, spaced };
}

/** Whether the break behind a line stands for nothing, or for a space; null where it ends something. `below` is the text behind it. */
function wrapAt(lines: readonly string[], at: number, below: string): 'gone' | 'spaced' | null {
  const [line = '', next = ''] = [lines[at], lines[at + 1]];
  if (isOpen(line, below) || (line.length <= MOST_LABEL && /[A-Za-z\d)]:\s*$/.test(line) && VALUE.test(next)) || (next.startsWith('(') && /^\([^()]{1,24}\)?$/.test(next) && /[A-Za-z]/.test(next) && VALUE.test(line))) return /\p{Script=Han}\s*$/u.test(line) && /^\p{Script=Han}/u.test(next) ? 'gone' : 'spaced';
  if (ENDS.test(line.slice(-MOST_ENDING))) return null;
  if (!/\p{Script=Han}/u.test(line)) return isLatinWrap(lines, at) ? 'spaced' : null;
  return isHanWrap(lines, at) ? (/[A-Za-z\d]\s*$/.test(line) && /^[A-Za-z\d]/.test(next) ? 'spaced' : 'gone') : null;
}

/** "(Q3", of which the bracket closes soon in the lines below. */
function isOpen(line: string, below: string): boolean {
  const open = Math.max(line.lastIndexOf('('), line.lastIndexOf('（'));
  if (open === -1 || Math.max(line.lastIndexOf(')'), line.lastIndexOf('）')) > open) return false;
  const close = below.search(/[)）]/);
  return close !== -1 && !/[(（]/.test(below.slice(0, close)) && (below.slice(1, close).includes('\n') || line.length < 24 || close < 24);
}

function isLatinWrap(lines: readonly string[], at: number): boolean {
  const [line, next] = [(lines[at] ?? '').trimEnd(), lines[at + 1] ?? ''];
  if (line.length < LATIN_WIDTH.least || line.length > LATIN_WIDTH.most) return false;
  if (/^[a-z(]/.test(next)) return true;
  // A capital or a number may begin a line of its own: only among lines of one width.
  const before = (lines[at - 1] ?? '').trimEnd();
  // Of headlines each begins with a capital.
  const isProse = /^[a-z]/.test(line) || /^[a-z]/.test(lines[at + 2] ?? '');
  return isProse && /^[A-Z$€£\d]/.test(next) && /[a-z,]$/.test(line) && isAlike(line.length, before.length, LATIN_WIDTH.spread) && / \S+ \S+ /.test(line) && /(?:^|\s)[a-z]+(?:\s|$)/.test(line);
}

function isHanWrap(lines: readonly string[], at: number): boolean {
  const [line, next] = [(lines[at] ?? '').trimEnd(), lines[at + 1] ?? ''];
  const width = columnsOf(line);
  if (width < HAN_WIDTH.least || width > HAN_WIDTH.most || /^(?:\s{2,}|\u3000)/.test(next)) return false;
  if (/[，、,（(]$/.test(line)) return true;
  // Headlines have no points.
  if (!/[，。；、：]/.test(line + next)) return false;
  const [before, behind] = [(lines[at - 1] ?? '').trimEnd(), next.trimEnd()];
  return (isAlike(width, columnsOf(before), HAN_WIDTH.spread) || isAlike(width, columnsOf(behind), HAN_WIDTH.spread)) && !/^(?:\S+[:：]\s?\S+)/.test(next);
}

const isAlike = (one: number, other: number, spread: number): boolean => Math.abs(one - other) <= spread;
