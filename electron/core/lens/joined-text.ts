import { matchesOf } from './matches.ts';
import { wrapsOf } from './wrapped-lines.ts';

/** A text without some of its spaces and line breaks, and where a place of it stands in the text before. */
export interface JoinedText {
  readonly text: string;
  /** Of the character at a place. */
  readonly before: (at: number) => number;
  /** The place of a character of the text before, or where it would stand. */
  readonly behind: (at: number) => number;
}

const SPACE = '[ \\u00a0\\u2009\\u202f]';
const HAN = '[\\p{Script=Han}，。、；：（）《》“”]';
/** One space between a character and what is written in Latin letters and digits. */
const BETWEEN = new RegExp(`(?<=${HAN})${SPACE}(?=[\\w+\\-–≥≤<>＜＞~～¥￥$€£#])|(?<=[\\w%％‰+#）)])${SPACE}(?=${HAN})`, 'gu');
const STATEMENT = /[，。；]/;
/** Of a row of a list, whose cells single spaces part, where it is no statement. */
const GAP = new RegExp(`\\d[%％]?${SPACE}[+-]?\\d`);

/** Places of spaces that typesetters put around numbers and Latin words in Chinese: 约 250 种. */
function spacesIn(written: string): number[] {
  const gone: number[] = [];
  if (written.search(BETWEEN) === -1) return gone;
  let from = 0;
  for (const line of written.split('\n')) {
    if (STATEMENT.test(line) || !GAP.test(line)) for (const { index } of matchesOf(line, BETWEEN)) gone.push(from + index);
    from += line.length + 1;
  }
  return gone;
}

/** A text whose Chinese has no more the spaces around numbers, and whose lines are no more broken where only their width ended; null where it is so already. */
export function joinText(written: string): JoinedText | null {
  const { gone: breaks, spaced } = wrapsOf(written);
  const gone = [...spacesIn(written), ...breaks].toSorted((one, other) => one - other);
  if (gone.length === 0 && spaced.length === 0) return null;
  const told = spaced.length === 0 ? written : withSpaces(written, spaced);
  let [text, last] = ['', 0];
  for (const at of gone) {
    text += told.slice(last, at);
    last = at + 1;
  }
  text += told.slice(last);
  /** How many of those that are gone stand in front of the first of which `isBehind` holds. */
  const count = (isBehind: (place: number, nth: number) => boolean): number => {
    let [low, high] = [0, gone.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBehind(gone[middle] ?? 0, middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { text, before: (at) => at + count((place, nth) => place - nth > at), behind: (at) => at - count((place) => place >= at) };
}

function withSpaces(written: string, places: readonly number[]): string {
  let [text, last] = ['', 0];
  for (const at of places) {
    text += `${written.slice(last, at)} `;
    last = at + 1;
  }
  return text + written.slice(last);
}
