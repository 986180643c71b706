import { matchesOf } from '../matches.ts';
import type { Stretch } from '../sentences.ts';

/** A notice that a text names by its number. */
export interface FoundNotice extends Stretch {
  /** `2025-18`, the same in every language; `18` where no year is told. */
  readonly value: string;
}

const WORDS = String.raw`(?:announcements?|notices?|decrees?|orders?|公告|通告|令|决定)`;
/** By pattern: which groups are the number and the year; 0 where no year is told. */
const NOTICES: readonly (readonly [RegExp, number, number])[] = [
  [/(?:公告|通告|令) ?[([〔【]?((?:19|20)\d\d) ?年?[)\]〕】]? ?第? ?(\d{1,4}) ?号/g, 2, 1],
  [/((?:19|20)\d\d) ?年 ?第? ?(\d{1,4}) ?号 ?(?:公告|通告|令)/g, 2, 1],
  // 工信部联原〔2024〕26号
  [/[\u4e00-\u9fff]{2,10}[〔[]((?:19|20)\d\d)[〕\]] ?(?:第 ?)?(\d{1,4}) ?号/g, 2, 1],
  [new RegExp(String.raw`${WORDS},? (?:known as )?(?:\()?No\.? ?(\d{1,4}),? (?:of |in |\()?((?:19|20)\d\d)\)?`, 'gi'), 1, 2],
  [new RegExp(String.raw`${WORDS} (?:No\.? ?)?\[?((?:19|20)\d\d)\]? ?No\.? ?(\d{1,4})`, 'gi'), 2, 1],
  [/\bNo\.? ?(\d{1,4}) (?:of |\()((?:19|20)\d\d)\)?/gi, 1, 2],
  [/(?:公告|通告) ?第? ?(\d{1,4}) ?号|第 ?(\d{1,4}) ?号 ?(?:公告|通告|令)/g, 1, 0],
  [new RegExp(String.raw`${WORDS},? (?:known as )?Nos?\.? ?(\d{1,4})`, 'gi'), 1, 0],
];

const NUMBER = /(?:No\.? ?|第 ?)?(\d{1,4})(?: ?号)?/g;
/** Several notices of one year: "Announcements No. 55, 56 and 58 of 2025"; 公告2025年第55、56号以及第61号. */
const LISTS: readonly (readonly [RegExp, number, number])[] = [
  [new RegExp(String.raw`\b${WORDS},? Nos?\.? ?(\d{1,4}(?:(?:, (?:and )?| and | & |-)(?:Nos?\.? ?)?\d{1,4}(?![\d,.%]*\d| (?:of )?(?:percent|tonnes|elements)))+)(?:,? (?:of|in|\() ?((?:19|20)\d\d))?`, 'gi'), 1, 2],
  [/((?:19|20)\d\d) ?年 ?第 ?(\d{1,4} ?(?:号)?(?:(?:、|和|及|以及|至|,)+ ?第? ?\d{1,4} ?(?:号)?)+)(?<=号)/g, 2, 1],
];

/** The members of lists, each at its own number; the first with the word before it. */
function listedIn(text: string): FoundNotice[] {
  const found: FoundNotice[] = [];
  for (const [pattern, listAt, yearAt] of LISTS) {
    for (const match of matchesOf(text, pattern)) {
      const list = match[listAt] ?? '';
      const year = match[yearAt];
      const from = match.index + match[0].indexOf(list);
      for (const [at, one] of matchesOf(list, NUMBER).entries()) {
        const start = at === 0 ? match.index : from + one.index;
        found.push({ start, end: from + one.index + one[0].length, value: year === undefined ? `${Number(one[1])}` : `${year}-${Number(one[1])}` });
      }
    }
  }
  return found;
}

/** The notices of a folded text, in its order; one without a year takes that of the only notice of this number that has one. */
export function noticesIn(text: string): FoundNotice[] {
  const found: FoundNotice[] = listedIn(text);
  for (const [pattern, numberAt, yearAt] of NOTICES) {
    for (const match of matchesOf(text, pattern)) {
      const number = match[numberAt] ?? match[numberAt + 1];
      const [start, end] = [match.index, match.index + match[0].length];
      if (number === undefined || found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ start, end, value: yearAt === 0 ? `${Number(number)}` : `${match[yearAt]}-${Number(number)}` });
    }
  }
  return found.toSorted((one, other) => one.start - other.start).map((notice) => {
    if (notice.value.includes('-')) return notice;
    const dated = [...new Set(found.map(({ value }) => value).filter((value) => value.endsWith(`-${notice.value}`)))];
    return dated.length === 1 ? { ...notice, value: dated[0] ?? notice.value } : notice;
  });
}
