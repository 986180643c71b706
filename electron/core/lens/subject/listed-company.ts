import { matchesOf } from '../matches.ts';
import { companyName } from './company-name.ts';

/** A company with its code on an exchange: 赣锋锂业(002460), "Lynas Rare Earths (ASX: LYC)". */
const LISTED = /(?<![\p{Script=Han}*A-Z])([*A-Z]{0,3}\p{Script=Han}{2,6})[(（](?:[03468]\d{5}|\d{4,5}[.,] ?HK)|\b((?:[A-Z][\w&.'-]*)(?: (?:[A-Z][\w&.'-]*|of|and|the)){0,5}),? \((?:ASX|TSX(?:-?V)?|NYSE|NASDAQ|Nasdaq|LSE|AIM|HKEX|SEHK|SSE|SZSE|OTCQX|CSE)\b[^()]{1,60}\)/gu;

/** Characters of a text within which the company that it is about is named; and who is named there and is not. */
const OPENING = 60;
const MOST_NAME = 80;
const BYSTANDER = /[.。;；]|\b(?:[Aa]nalysts?|[Bb]rokers?|[Pp]artners?|[Ss]hares of|A股|H股)/;

/** The one company that a text names with its code, where it opens with it; null where there is none, or several are. */
export function listedCompany(text: string): string | null {
  if (matchesOf(text.slice(0, OPENING + MOST_NAME), LISTED).length === 0) return null;
  const found = matchesOf(text, LISTED);
  const names = new Set(found.map(([, han, latin]) => han ?? companyName(latin ?? '')));
  const first = found[0]?.index ?? text.length;
  const [name = null] = names;
  return names.size === 1 && first <= OPENING && !BYSTANDER.test(text.slice(0, first + 4)) ? name : null;
}
