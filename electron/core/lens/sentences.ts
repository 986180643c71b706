import { matchesOf } from './matches.ts';
/** A stretch of a text; `end` is past the last character. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATION = /(?:^|[\s(])(?:No|Nos|Inc|Ltd|Co|Corp|Mr|Ms|Dr|St|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fig|Rs|e\.g|i\.e|a\.m|p\.m|U\.S|[A-Z])$/;
const END = /[。！？!?；;\n]|\.(?=\s|$|["”’)\]])/g;

/** Characters of a sentence: what a figure is said of is sought no farther away. */
const LONGEST = 800;

/** The sentences of a folded text, without the space around them. A line ends one, a point in a number or an abbreviation does not. */
export function sentencesIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const add = (to: number): void => {
    // A text without an end to its sentences is cut all the same, at a comma where one is near.
    for (let left = to - from; left > LONGEST; left = to - from) {
      const comma = Math.max(text.lastIndexOf(', ', from + LONGEST), text.lastIndexOf('，', from + LONGEST), text.lastIndexOf(' ', from + LONGEST));
      cut(comma > from + LONGEST / 2 ? comma + 1 : from + LONGEST);
    }
    cut(to);
  };
  const cut = (to: number): void => {
    let [start, end] = [from, to];
    while (start < end && /\s/.test(text[start] ?? '')) start += 1;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
    if (end > start) found.push({ start, end });
    from = to;
  };
  for (const { 0: mark, index } of matchesOf(text, END)) {
    if (mark === '.' && ABBREVIATION.test(text.slice(Math.max(0, index - 8), index)) && !/^\.\s+[A-Z][a-z]+ [a-z]/.test(text.slice(index, index + 30))) continue;
    if (mark === '.' && /(?:^|\n)\s*\d{1,2}$/.test(text.slice(Math.max(0, index - 4), index))) continue;
    // "2. 197 billion", as a scan has it
    if (mark === '.' && /[ ,]\d{1,3}$/.test(text.slice(Math.max(0, index - 4), index)) && /^\. \d{1,3} (?:million|billion)/.test(text.slice(index, index + 14))) continue;
    add(index + 1);
  }
  add(text.length);
  return found;
}
