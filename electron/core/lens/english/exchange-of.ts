import { matchesOf } from '../matches.ts';

/** Metals that exchanges quote, told by their name alone. */
const METAL = /^(?:(?:three-month|benchmark|spot|cash) )?(?:copper|alumini?um|nickel|zinc|lead|tin|cobalt)(?: (?:prices?|futures|contracts?))?$/i;
const EXCHANGE = /\b(?:(LME|London Metal Exchange)|(SHFE|ShFE|Shanghai Futures Exchange)|(COMEX|Comex))\b(?![- ](?:registered|warehouse|stocks?|inventor))/g;
/** Another place, or what is no quotation. */
const ELSEWHERE = /\bin (?:the )?[A-Z]|\b(?:output|production|sales|cost|spot market|stocks?|inventor\w+|shares?)\b/;

/** "LME aluminium firmed 0.6 %, zinc was up 1.7 %": a bare metal with the exchange that its sentence named last before its figure. */
export function withExchange(words: string, { before, currency }: { readonly before: string; readonly currency: string | null }): string {
  const last = METAL.test(words) ? matchesOf(before, EXCHANGE).at(-1) : undefined;
  if (!last || ELSEWHERE.test(before.slice(last.index + last[0].length))) return words;
  const [, london, shanghai] = last;
  return currency !== null && (currency === 'CNY') !== (shanghai !== undefined) ? words : `${london === undefined ? (shanghai === undefined ? 'COMEX' : 'SHFE') : 'LME'} ${words}`;
}
