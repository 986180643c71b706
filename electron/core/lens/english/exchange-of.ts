import { matchesOf } from '../matches.ts';

/** Metals that exchanges quote, told by their name alone. */
const METAL = /^(?:(?:three-month|benchmark|spot|cash) )?(?:copper|alumini?um|nickel|zinc|lead|tin|cobalt)(?: (?:prices?|futures|contracts?))?$/i;
const EXCHANGE = /\b(?:(LME|London Metal Exchange)|(SHFE|ShFE|Shanghai Futures Exchange)|(COMEX|Comex))\b/g;

/** "LME aluminium firmed 0.6 %, zinc was up 1.7 %": a bare metal with the exchange that was named last before its figure. */
export function withExchange(words: string, before: string): string {
  const last = METAL.test(words) ? matchesOf(before, EXCHANGE).at(-1) : undefined;
  return last ? `${last[1] === undefined ? (last[2] === undefined ? 'COMEX' : 'SHFE') : 'LME'} ${words}` : words;
}
