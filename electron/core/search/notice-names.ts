import type { AliasGroup } from './aliases.ts';

const ENGLISH = /^(?:(?:announcement|notice|decree|order)s? )?no\.? ?(\d{1,4})(?: of |, ?| \()(20\d\d|19\d\d)\)?$/i;
const CHINESE = /^(?:公告|通告|令)? ?(20\d\d|19\d\d) ?年 ?(?:公告)? ?第 ?(\d{1,4}) ?号(?:公告|令)?$/u;

/** A notice by its number, in each language: "Announcement No. 18 of 2025" is 公告2025年第18号. Null where the text is none. */
export function noticeNames(text: string): AliasGroup | null {
  const english = ENGLISH.exec(text);
  const chinese = english ? null : CHINESE.exec(text.normalize('NFKC'));
  const number = english?.[1] ?? chinese?.[2];
  const year = english?.[2] ?? chinese?.[1];
  if (number === undefined || year === undefined) return null;
  const names = [`No. ${number} of ${year}`, `No. ${number} (${year})`, `${year}年第${number}号`, `${year}年公告第${number}号`];
  return { id: `notice:${year}-${number}`, kind: 'term', names: names.map((name) => ({ text: name, as: 'phrase' })) };
}
