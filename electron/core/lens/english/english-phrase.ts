import { keeping } from '../kept.ts';
import { singleSpaced } from '../single-spaced.ts';
import { hasVerb } from './subject-words.ts';

const OPENING = /^(?:(?:(?:mainly |largely |primarily |partially |partly )?(?:driven|supported|helped|boosted|lifted|underpinned|offset) by (?:an? )?(?:higher|lower|increased|stronger|weaker|improved|reduced|decreased)?|and|but|while|whereas|as|also|then|so|or|that|which|when|although|though|meanwhile|however|moreover|in addition|additionally|according to [^,]+,|at present|currently|today|now|overall|of which|among (?:them|which)|those of|that of|its|their|his|her|our|this|these|those|the|a|an|some|all|both|each|such|only|following|after|sharply|accumulated|cumulative|less|yet)\b(?!-)[ ,]*)+/i;
const TIMES = /(?<![\d-])\b(?:in|by|at|on|of|for|during|since|from|until|through|over|as of|up to)? ?(?:the )?(?:(?:first|second|third|fourth|last|past|previous|current|prior|preceding|same|this|next|whole|full|an?|each|every|per|end of (?:the )?)[- ]?)*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?: \d{1,2})?(?:,? (?:19|20)\d\d)?(?: quarter| half)?|(?:19|20)\d\d|(?:nine |six |three |two )?(?:quarters?|qtr|half(?: of the year| year)?|years?|months?|weeks?|(?:trading |working )?days?)(?: (?:earlier|ago|before))?|period|yesterday|today|noon|Monday|Tuesday|Wednesday|Thursday|Friday|Q[1-4]|H[12]|FY ?\d+)\b(?: (?:ended|to|ending) (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?: \d+)?)?(?: (?:of|in) (?:this year|last year|the year|(?:19|20)\d\d))?(?= |,|$)/g;
const YOY = /\b(?:on )?(?:the |a )(?:same (?:caliber|calibre|basis)|comparable basis)\b,?|\blike[- ]for[- ]like\b|\byear[- ](?:on|over|to)[- ]year\b|\b(?:month|quarter|week|day)[- ](?:on|over)[- ](?:month|quarter|week|day)\b|\b[YMQW]-?O-?[YMQW]\b|\b(?:for example|for instance|respectively|on the other hand|by contrast|in particular|in total|meanwhile|however|in turn)\b,?/gi;
const TERMS = /\b(?:FOB|CIF|EXW|DDP|ex[- ]works)\b(?: (?:main )?[A-Z][a-z]+)?(?=\s*(?:prices?)?\s*$)/g;

/** Nouns that say by how much something moved: a pattern's alternatives. */
export const MOVE_NOUN = String.raw`(?:increase|decrease|rise|fall|drop|decline|growth|gain|reduction|jump|surge|cut|improvement|expansion|slump|contraction|plunge|leap|dip|slide|rebound|spike|hike|climb|advance)`;
export const NOT_NOUN = new RegExp(String.raw`^(?:(?:sharp|net|annual|average|slight|further|new|overall|compound|steady|rapid|strong|significant|total|nearly|the|an?) )*(?:${MOVE_NOUN}|year-on-year|year|month|total|rate|range|level|record|about|average|amount|number|maximum|minimum|one|more|less|up|down|another|further|some|equivalent|sum|loss|weight|respectively|still|just|only|under|well under|min|minimum|basis|value|peak|low|build|lot|quantity|volume|pace|last|latest|since|yen|yuan|euros|dollars|it|them|they|he|she|we|there|this|that|which|who|stable|steady|flat|unchanged|not|minus|plus|dearer|cheaper|yet|stronger|weaker|firmer|softer|lower|higher|smaller|larger|bigger|sideways|high|low|well|back|they \w+|basis \w+|duty (?:un)?paid|(?:ex-works )?including VAT|normal|goal|target|(?:high|low|upper|lower) (?:side|end)|being|each|loss|fully franked)s?$`, 'i');

/** "The company said its plant": who said it is no part of what it is said of. */
const SAID = /^.*\b(?:said|says|stated|announced|noted|revealed|disclosed|told [a-z]+|(?:added|reported|estimates?|believes?|showed|shows|show) that)(?: that)? (?!(?:he|she|it|they|we|I)$)(?=\S)/i;

/** How it stands, at the end of what is said to: "lanthanum oxide prices temporarily stable". */
const STANDS = /(?<=\w)(?: (?:also|temporarily|relatively|largely|basically|generally|still|broadly|mostly|mainly|overall))* (?:stable|steady|flat|unchanged)$/i;

const MOST_WORDS = 10;
/** Characters that more words than these take at least. */
const FEWEST_LONG = 2 * MOST_WORDS;

const PRICE_LONG = /^((?:[\w-]+ ){0,3}prices? (?:for|of)) .*?((?:\S+ ?){6})$/;
const MEASURE_LONG = /^(?:[\w-]+ ){0,3}(?:profits?|income|revenues?|earnings)(?: attributable to [a-z]+)?(?= (?:of|for|from)\b)/;
/** The last ten words; of a price those of its goods, of what somebody earned or made the measure. */
function withinTen(text: string): string {
  if (text.length < FEWEST_LONG || text.split(' ').length <= MOST_WORDS) return text;
  const words = text.replace(/(?<=^\S+(?: \S+)+ of .*) in (?:the )?[\w.]+(?: \w+)?$/, '').split(' ');
  const [, price, goods = ''] = PRICE_LONG.exec(text) ?? [];
  return price === undefined || hasVerb(text) ? (MEASURE_LONG.exec(text)?.[0] ?? words.slice(-MOST_WORDS).join(' ')) : `${price} ${goods}`;
}

/** A phrase without its times, terms of trade and small words at either end; its last ten words. */
export const cleaned = keeping((words: string): string => {
  let text = singleSpaced(words.replace(TERMS, ' ').replace(YOY, ' ').replace(TIMES, ' ').replace(/\([^()]*\)?/g, ' ').replace(/[“”"‘’)[\]*•·]+/g, ' ')).trim().replace(/^o (?=[A-Z])/, '').replace(SAID, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(OPENING, '').replace(/^[a-z]+['’]s (?=\w)/, '').replace(/(?:^|\s)(?:the|a|an|its|their|of|in|to|for|by|at|on|and|from|with|about|some|is|was|are|were|over|no higher|no lower|above|below|exceeding|than|more than|nearly|around|as (?:low|high|much|many|little) as|up|down|approximately|almost|total of|(?<=\w )total|also|all|that|within|varying|ranging|[a-z]+ly)$/i, '').replace(/^(?:of|in|to|for|by|at|on|and|from|with|s|'s)\s/i, '').replace(/^[-,.:;\s]+|[-,.:;\s]+$/g, '');
  }
  return withinTen(text.replace(STANDS, '').replace(/ (?=['’]s\b)/g, ''));
}, 256);

/** "Year-on-year", "respectively" and what else stands between words and says nothing of them. */
export const withoutAsides = (text: string): string => text.replace(YOY, ' ');
/** A text without its terms of trade. */
export const withoutTerms = (text: string): string => text.replace(TERMS, ' ');
/** A text without its times. */
export const withoutTimes = (text: string): string => text.replace(TIMES, ' ');

/** "Earning", "expandable": alone they name nothing; but "mining" does. */
const DOING = /^(?!(?:build|min|process|smelt|fund|hold|pric|recycl|drill|refin|financ|lend|shipp|spend|gear|hedg|train|engineer|plat|coat|tool|staff|list|offer|rat|bidd|trad|land|stockpil|hous|farm|brok)ing$)[a-z]+(?:ing|able)(?: (?:up|down)wards?)?$/;

/** On what terms, which is no thing. */
export const TRADE_TERM = /^(?!.*\b(?:offers?|bids?|prices?|deals?|quotes?|costs?|values?|revenue|grade)\b)(?:fob|cif|cfr|exw|ddp|dap|fca|in[- ]whs|in[- ]warehouse|delivered|duty[- ](?:un)?paid|ex[- ]works|last done|done)\b[\w ,-]*$/i;

/** A phrase, cleaned, that names a thing; null for one that names none ("a sharp rise", "it"). */
export function thingOf(words: string | undefined): string | null {
  const phrase = words === undefined ? '' : cleaned(words.replace(/^(\s*)(?:CIF|FOB|EXW|DDP|cif|fob)(?: [A-Z][\w-]*)+ (?=[a-z])/, '$1')).replace(/^(?:them|us|him|her|it) (?=[a-z]+s\b)/, '');
  return phrase === '' || TRADE_TERM.test(phrase) || /\b(?:said|says|added|noted|told)$/.test(phrase) || (NOT_NOUN.test(phrase) && !/^volumes$/i.test(phrase)) || DOING.test(phrase) ? null : phrase;
}
