import { printedDate } from './printed-date.ts';
import type { PrintedDate } from './printed-date.ts';

/** `/2026/11/18/`, `/2026-11/18/`, `/2026/1118/`, `t20261118_1.html`, `/20261118/`, `slug-2026-11-18`. */
const FORMS: readonly RegExp[] = [
  /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/,
  /\/(20\d{2})\/(\d{2})(\d{2})(?=[/_.-]|$)/,
  /\/[a-z]?(20\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/i,
  /[-_](20\d{2})-(\d{2})-(\d{2})(?=[/_.-]|$)/,
  /[-_](20\d{2})(\d{2})(\d{2})(?=[/_.]|$)/,
];

/** The day that an address holds, or null. A month alone is too little to date an article by. */
export function urlDate(url: URL): PrintedDate | null {
  const path = url.pathname.slice(0, 400);
  for (const form of FORMS) {
    const match = form.exec(path);
    const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
    if (match && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      return printedDate({ text: match[0].replace(/^[/_-]/, ''), start: match.index, end: match.index + match[0].length, year, month, day });
    }
  }
  return null;
}
