import { dealtDeed } from './dealt-deed.ts';
import { deedOf, partDeed, sumDeed } from './deed.ts';
import { doerOf } from './english-holder.ts';
import { holderOf } from './english-owner.ts';
import { NOT_NOUN, cleaned } from './english-phrase.ts';
import { CLAUSE } from './english-place.ts';
import { verbsIn } from './english-verb.ts';
import { standsForName } from '../subject/holders.ts';

/** Where a figure stands, and of whom is spoken there. */
export interface HeldPlace {
  /** Whether the words themselves name a holder. */
  readonly isName: boolean;
  /** From the beginning of its sentence to the figure. */
  readonly lead: string;
  /** From the end of the figure to that of the sentence. */
  readonly after: string;
  readonly kind: string;
  /** The name told before it in its sentence; null where none is. Asked for only where it is needed, as the two below. */
  readonly named: () => string | null;
  /** That, or the name told last in its paragraph. */
  readonly told: () => string | null;
  /** What was counted before it, where that has or does something: "57 projects with a total investment of". */
  readonly counted: () => string | null;
}

/** As much of a figure as tells what was counted. */
export interface CountedFigure {
  readonly kind: string;
  readonly subject: { readonly words: string };
}

const SMALL = /^(?:of|the|a|an|in|for|and|to|it|on|at|by)$/i;
/** What is nobody's. */
const ALONE = /^(?:it|they|we|that|this|GDP|VAT|tariffs?|dut(?:y|ies)|market|price|prices|offers?|bids?|depth|thickness|cut-off)$/i;
/** What is told apart already: people in construction, workshops' revenue. */
const HAS_OWN = / (?:in|with|on|under) |^(?:enterprises|companies|firms|workshops|factories|plants|mines|projects) [a-z]/;
/** What a country does with goods of any length of name. */
const TRADE = /^(?:imports|exports|shipments)$/;
/** Counted of those to whom something goes, or from whom it comes. */
const RECEIVES = /\b(?:to|by|from) (?:about |some |more than |over |nearly |another )?$/;
/** First words that are but the half of a name. */
const HALF = /^(?:Port|Fort|Mount|Mt|Lake|Cape|San|Santa|Serra|White|Mountain|Bay|Big|Round|Elk|Browns|Le|La|El|Los|St|Bayan|Pea|Saint)$/;

/** How many words of a subject tell something. */
export const wordsIn = (words: string): number => words.split(/[\s-]+/).filter((word) => word !== '' && !SMALL.test(word)).length;

/**
 * A measure of a word or two takes along of whom it is: the name in its sentence, the thing that does or has it ("the power station
 * generated"), or the name that its paragraph speaks of. The measure stays the greater part; other words stay as they are.
 */
export function withHolder(bare: string, place: HeldPlace): string {
  const { lead, after, kind } = place;
  const count = wordsIn(bare);
  const traded = count > 2 && count < 5 && kind === 'mass' ? dealtDeed(lead, after) : null;
  if (traded !== null && TRADE.test(traded) && !bare.includes(traded)) return `${bare} ${traded}`;
  const wide = kind === 'share' && count > 2 && count < 5 ? wholeOf(lead, after) : null;
  if (wide !== null && !bare.toLowerCase().includes(wide)) return `${bare} share of ${wide}`;
  if (count === 0 || count > 2 || ALONE.test(bare) || HAS_OWN.test(bare)) return bare;
  const whole = kind === 'share' ? wholeOf(lead, after) : null;
  if (whole !== null && !bare.toLowerCase().includes(whole)) return `${bare} share of ${whole}`;
  const deed = kind === 'count' ? deedOf(lead, after) : kind === 'share' ? (partDeed(after) ?? sumDeed(after)) : kind === 'money' && !/^ (?:REO )?of /.test(after) ? sumDeed(after) : kind === 'change' || kind === 'change_pp' || kind === 'ratio' ? null : dealtDeed(lead, after);
  if (deed === null && kind === 'count' && count === 1) {
    const more = MODIFIER.exec(after)?.[1];
    const also = ALSO.exec(after);
    if (also && also[1]?.toLowerCase() === bare.toLowerCase()) return `${bare} and ${also[2] ?? ''}`;
    const done = DOING.exec(after);
    if (done && done[1]?.toLowerCase() === bare.toLowerCase()) return `${bare} ${(done[2] ?? '').replace(/ (?:the|an?|their|its) /, ' ')}`;
    if (more !== undefined && !/^(?:the )?(?:total|whole|year|month|first|second|third|fourth|same|past|last|turn|all|addition)\b/.test(more)) return `${bare} ${more.replace(/ (?:the|an?|its|their) /, ' ')}`;
  }
  if (deed === null || bare.includes(deed)) return heldBy(bare, count, place);
  return count === 1 ? heldBy(`${bare} ${deed}`, 2, { ...place, isShort: true }) : `${bare} ${deed}`;
}

/** "Countries and regions" */
const ALSO = /^ ([a-z-]+) and ([a-z-]+s)(?=[,;.]| (?:and|in|at|from|with|have|has|were|was|are|is|to)\b|$)/;
/** What those that are counted did: "140 experts gave reports". */
const DOING = /^ ([a-z-]+) ((?:have |had |has )?(?:[a-z]{3,}ed|gave|went|came|took|sent|slipped|won|left|held|met|join|attend)(?: (?:to|into|from|in|on|by|for|at|with|up))?(?: the| an?| their| its)? [a-z][a-z-]{2,})(?=[,;.]| |$)/;
/** By what those that are counted are told apart: enterprises "on the white list". */
const MODIFIER = /^ [a-z-]+ ((?:on|with|under|from|without|in) (?:the |an? |its |their )?[a-z-]+(?: [a-z-]+)?)(?=[,;.]| (?:utilized|used|and|have|has|had|were|was|are|is|to|for|[a-z]+ed)\b|$)/;
const HOLDS = /\b(?:account\w* for|represent\w*|ma(?:kes?|de|king) up|contribut\w+|compris\w+|constitut\w+|occup\w+|supplied|supplies|provid\w+|held|holds?)\b(?:[^,;]{0,24}|[^,;]{0,12}\d[\d.]* ?(?:%|percent|per cent) of [^,;.\d]{2,40} and (?:about |some |nearly )?)$/i;
const WHOLE = /^ of (?:the |its |their |our |total |all |global |domestic |whole |world['’]s |world |US |U\.S\. |EU |[A-Z][a-z]+(?:['’]s)? |[a-z]{3,12} )*?([a-z]{4,})(?=[,;:.]| (?:and|in|at|last|for|while|but|by|during)\b|$)/;

/** "Reagents accounted for 31 % of the cost": of what they are a part. */
function wholeOf(lead: string, after: string): string | null {
  return HOLDS.test(lead) ? (WHOLE.exec(after)?.[1] ?? null) : null;
}

/** Clauses at the beginning of a sentence that are asked who does something in it. */
const MOST_CLAUSES = 3;
/** Characters before a figure in which somebody has it. */
const MOST_HELD = 200;
const HAVING = /(?:^|[,;:] )([^,;:]*?),? (?:has|have|had) (?:an? |the )?[^,;]*$/;
/** "Has an installed capacity of", "with open interest of". */
function havingOf(written: string): string | null {
  const lead = written.slice(-MOST_HELD);
  if (!/ (?:has|have|had|with) [^,;]*$/.test(lead)) return null;
  const holder = cleaned((HAVING.exec(lead)?.[1] ?? '').replace(/ (?:of|in|at|on|for|from|to|by|with) .*$/, '')) || holderOf(lead);
  return holder === null || holder === '' || !/^[a-z]+(?: [a-z-]+){0,2}$/i.test(holder) || NOT_NOUN.test(holder) || /\b(?:it|he|she|they|we|who|which|said|that|this|there|total|year|terms|managers?|directors?|thirds?|half|yet|assumes?|million|billion|yuan|dollars|tonnes|tons)\b/i.test(holder) || verbsIn(holder).length > 0 ? null : holder;
}

/** The last words of a name; "rare earth" and "new energy" are one. */
export function lastWords(all: readonly string[], count: number): readonly string[] {
  const from = Math.max(0, all.length - count);
  const isOne = (/^earths?$/i.test(all[from] ?? '') && /^rare$/i.test(all[from - 1] ?? '')) || (all[from] === 'energy' && all[from - 1] === 'new');
  return all.slice(isOne ? from - 1 : from);
}

/** A name of several words, each with its capital: "Neo Performance Materials". */
const NAMED = /^\p{Lu}[\w&.'-]*(?: (?:\p{Lu}|of )[\w&.'-]*)+$/u;

/** Goods that are quoted one by one, and countries and companies by their names: none of them has the next of its list. */
const QUOTED = /\b(?:copper|alumini?um|nickel|zinc|lead|tin|cobalt|lithium|gold|silver|platinum|palladium|steel|iron ore|coal|tungsten|antimony|gallium|germanium|bismuth|oxide|carbonate|[a-z]+ium|oil|gas)$/i;
const PROPER = /^\p{Lu}[\w'-]*(?: (?:\p{Lu}[\w'-]*|of|and|the))*$/u;
const isBeside = (one: string, other: string): boolean => (QUOTED.test(one) && QUOTED.test(other)) || (PROPER.test(one) && PROPER.test(other));

function heldBy(words: string, count: number, { isName, lead, kind, named, told, counted: ask, isShort = false }: HeldPlace & { readonly isShort?: boolean }): string {
  if (isName || (kind === 'count' && RECEIVES.test(lead))) return words;
  const counted = ask();
  if (counted !== null) return words.includes(counted.split(' ').at(-1) ?? '') ? words : `${counted.split(' ').slice(count === 1 ? -2 : -1).join(' ')} ${words}`;
  const doer = named() === null ? (doerOf(lead.slice(-MOST_HELD).split(CLAUSE).at(-1) ?? '') ?? havingOf(lead)) : null;
  const isThing = doer !== null && !standsForName(doer) && !words.toLowerCase().includes(doer.split(' ').at(-1)?.toLowerCase() ?? '');
  if (isThing && isBeside(doer, words)) return words;
  const holder = isThing ? doer : told();
  // "While MP gained 6 %": who begins a statement of its own is nobody's.
  if (holder !== null && isBeside(holder, words) && /(?:[,;:] |\b(?:and|while|but|as) )$/.test(lead.slice(Math.max(0, lead.lastIndexOf(words) - 8), Math.max(0, lead.lastIndexOf(words))))) return words;
  if (holder === null && kind !== 'share') {
    // What the sentence began with, further in front.
    let first: string | null = null;
    for (const clause of lead.slice(0, MOST_HELD).split(CLAUSE, MOST_CLAUSES)) {
      first = doerOf(clause);
      if (first !== null) break;
    }
    if (first === null || standsForName(first) || isBeside(first, words) || first.split(' ').some((part) => words.toLowerCase().includes(part.toLowerCase())) || /^(?:where|which|who|that)\b/.test(words)) return words;
    return `${lastWords(first.split(/[ -]/), isShort ? 1 : 2).join(' ')} ${words}`;
  }
  if (holder === null) return words;
  const all = holder.split(/[ -]/);
  const parts = isThing ? lastWords(all, isShort ? 1 : 2) : NAMED.test(holder) && !isShort ? all.slice(0, count === 1 && !/^Rare$/.test(all[1] ?? '') ? 2 : 3) : all.slice(0, count === 1 || HALF.test(all[0] ?? '') || ((all[1] === 'project' || (standsForName(all[1] ?? '') && /^[a-z]/.test(holder))) && !isShort) ? 2 : 1);
  return parts.some((part) => words.toLowerCase().includes(part.toLowerCase())) ? words : `${parts.join(' ')} ${words}`;
}

const AGENTS = /(?:enterprises|companies|firms|projects|plants|mines|factories|parks|producers|makers|smelters|workshops|suppliers|bases|stations)(?: [a-z]+ed| built| above designated size)?$/;

/** What was counted last before a figure of money, mass or a share, where it may have that. */
export function countedBefore(before: readonly CountedFigure[], kind: string): string | null {
  if (!/^(?:money|mass|level|share|change|change_pp)$/.test(kind)) return null;
  const words = before.findLast((one) => one.kind === 'count')?.subject.words ?? '';
  return AGENTS.test(words) ? words.replace(/ (?:[a-z]+ed|built|above designated size)$/, '') : null;
}
