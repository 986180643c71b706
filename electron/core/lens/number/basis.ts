import { matchesOf } from '../matches.ts';
import type { PriceBasis } from '../../../contract/lens.ts';

const TERMS: readonly (readonly [string, RegExp])[] = [
  ['FOB', /\bFOB\b|\bfree on board\b|离岸价?/gi], ['CIF', /\bCIF\b|到岸价?/gi], ['EXW', /\bEXW\b|\bex[- ]works\b|出厂价?/gi], ['DDP', /\bDDP\b/gi], ['DAP', /\bDAP\b/gi], ['CFR', /\bCFR\b/gi], ['FCA', /\bFCA\b/gi],
  ['delivered', /\bdelivered\b|到厂价?/gi], ['in-warehouse', /\bin[- ]warehouse\b/gi],
];
const PLACE = /^[ :]*(?:[-–(（] ?)?((?:main |north |south |the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?|[\p{Script=Han}]{2,5}?)(?= |[,.;)）]|$|价)/u;
const VAT_OUT = /\b(?:ex(?:cl(?:uding|\.)?)?|excludes?|without|before|net of)[- ](?:\d+% ?)?(?:VAT|value[- ]added tax|tax)\b|\btax[- ]exclusive\b|不含(?:增值)?税|未税/gi;
const VAT_IN = /\b(?:incl(?:uding|\.)?|includes?|with|inclusive of)[- ](?:\d+% ?)?(?:VAT|value[- ]added tax|tax)\b|\b(?:VAT|tax)[- ](?:inclusive|included)\b|(?<!不)含(?:增值)?税/gi;

/** Most prices are on no told terms, which one look tells. */
const MAY_BE = /\b(?:FOB|free on board|CIF|EXW|ex[- ]works|DDP|DAP|CFR|FCA|delivered|in[- ]warehouse|VAT|tax)\b|[税岸厂]/i;

/** The place of a match of a pattern that is the nearest before a place in a text, or else behind it. */
function nearest(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  let best: RegExpExecArray | null = null;
  for (const match of matchesOf(text, pattern)) {
    if (best === null || match.index < at || best.index >= at) {
      if (best !== null && match.index >= at && best.index < at) break;
      best = match;
      if (match.index >= at) break;
    }
  }
  return best;
}

/**
 * On what terms a price is meant, by its sentence. `from` and `to`: the figure in it; `earlier`: the end of the price before, beyond
 * which terms in front of it are not this one's, unless they open the sentence's list.
 */
export function basisOf(sentence: string, { from, to, next }: { from: number; to: number; next: number }): PriceBasis | null {
  if (!MAY_BE.test(sentence)) return null;
  const opens = matchesOf(sentence.slice(0, from), /;| while | whereas | but |[,，]而|；/g).at(-1)?.index ?? 0;
  const reach = ' '.repeat(opens) + sentence.slice(opens, Math.max(to, next));
  let terms: string | null = null;
  let place: string | null = null;
  let away = Infinity;
  for (const [name, pattern] of TERMS) {
    const found = nearest(pattern, reach, from);
    if (!found) continue;
    const distance = found.index < from ? from - found.index : found.index - to;
    // Behind a price its own terms follow at once, in brackets or not; what is farther is of the next.
    if (distance >= away || (found.index >= to && distance > 24)) continue;
    [terms, away] = [name, distance];
    place = PLACE.exec(reach.slice(found.index + found[0].length))?.[1] ?? null;
    if (place !== null && /^(?:the|prices?|价|报|氧化|金属|为)/i.test(place)) place = null;
  }
  const [out, inside] = [nearest(VAT_OUT, reach, from), nearest(VAT_IN, reach, from)];
  const vat = out ? 'out' : inside ? 'in' : null;
  return terms === null && vat === null ? null : { terms, place, vat };
}
