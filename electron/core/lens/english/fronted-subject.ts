import { cleaned, thingOf } from './english-phrase.ts';
import type { SubjectRule } from './english-place.ts';
import { firstVerbIn } from './english-verb.ts';
import { hasVerb } from './subject-words.ts';

/** What may stand alone in front of a figure that opens its sentence, and names nothing. */
const FRONTED = /^(?:(?:with|after|following|despite|on|at|up|down|closing|finishing|settling|ending|opening|trading|standing|hovering|rising|falling|gaining|losing|climbing|dropping|quoted|priced|sold|in|by|to|for|from|of|around|about|an?|the|over|nearly|last done|more than|less than|just|slightly|sharply)\b[ ,]*)+(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?$/i;
/** "After closing the half-year with a 14 % increase," */
const FRONTED_DEED = /^(?:after|following|despite|by) [a-z]+ing\b[^,;]{0,60}\bwith an? (?:[a-z]+ )?$/i;
/** From a figure to the comma behind which the statement begins. */
const TO_COMMA = /^(?:[^,;.]|,(?=\d{3})|\.(?=\d)){0,90}, (?=[A-Za-z])/;

/** "With a 9.4 percent climb, yttrium claimed", "At CNY 28,000 per tonne, the price of lanthanum oxide did not change": what the statement behind the comma is of. */
export const fronted: SubjectRule = ({ kind, lead, after, earlier }) => {
  if (kind === 'count' || earlier !== null || !(FRONTED.test(lead) || FRONTED_DEED.test(lead))) return null;
  const ahead = TO_COMMA.exec(after)?.[0];
  if (ahead === undefined) return null;
  const statement = after.slice(ahead.length, ahead.length + 160).split(/[;.](?!\d)/)[0] ?? '';
  const verb = firstVerbIn(statement);
  if (!verb || verb.index < 2) return null;
  const words = thingOf(statement.slice(0, verb.index));
  // "The week finished with no movement for rare earth carbonate"
  return words ?? thingOf(/\bfor ([a-z][\w -]{2,40}?)(?=[,;.]|$)/.exec(statement)?.[1]);
};

const ENCLOSED = /(?:^|[,;:] |\band |\bor |\b(?:were|was|are|is|for|of|in|by|including|from) (?:the )?)((?:[A-Za-z][\w/-]* ){1,4})(?:\([A-Z][A-Za-z]{1,6}\) )?\($/;
const RATE_ON = /\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?) on [a-z]/i;
/** Of a list each member of which has its number in brackets: "gold (32%), copper (28%) and zinc (7%)". */
export const enclosed: SubjectRule = ({ lead, after }) => {
  const words = after.startsWith(')') ? ENCLOSED.exec(lead.slice(-80))?.[1] : undefined;
  if (words === undefined || hasVerb(words) || !(RATE_ON.test(words) || /\([^()]*\d[^()]*\)(?:,| and|, and) [^(),;]*\($/.test(lead) || /^\)(?:,| and|, and) [^(),;\d]{2,40}\([^()\d]{0,4}\d/.test(after))) return null;
  return thingOf(words);
};

const WHICH = /(?:^|[.,;] |\b(?:is|was|were|are|by|of|for|including) (?:the )?)((?:[A-Za-z][\w-]* ){0,4}[A-Za-z][\w-]*), which (?:have |has |had )?(?:also |then )?([a-z]+)(?: (?:by|up|down|to|about|some|nearly|more than))* ?(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?$/;
/** "The big mover was neodymium, which shot up 8.5 percent" */
export const which: SubjectRule = ({ kind, lead }) => {
  const [, words = '', verb = ''] = (kind === 'change' || kind === 'price') && lead.includes(', which ') ? (WHICH.exec(lead.slice(-120)) ?? []) : [];
  return words === '' || !(hasVerb(verb) || /^(?:shot|went|came|ran|flew)$/.test(verb)) ? null : thingOf(words.replace(/^.*\b(?:is|was|were|are|by|of|for|including) (?:the )?/, ''));
};

const MADE_IN = /\b(?:creating|generating|generates?|producing|produced|generated|created|includes?|yielding|sold|processed|exported|imported|shipped|traded)(?: (?:about|some|around|nearly|almost|over|more than|approximately|an estimated|up to|a record))* ?(?:[A-Z]{0,3}[$€£¥])?$/i;
const IN_WHAT = /^ (?:worth )?(?:in|of) ((?!the (?:first|second|third|fourth)|total\b|all\b)[a-z][\w -]{2,50}?)(?= (?:in|during|for|at|from|to|last|this|by|on|and|year)\b|[,;.–]| - |$)/;
/** "Creating an estimated $3.13 trillion in value-added products" */
export const madeIn: SubjectRule = ({ kind, near, after }) => {
  const words = kind === 'money' && MADE_IN.test(near) ? IN_WHAT.exec(after)?.[1] : undefined;
  return words === undefined || /^(?:January|the year|addition)\b/.test(words) ? null : cleaned(words) || null;
};

const LED = / (?:to|at|above|below|near|around)\b[^,;\d]{0,40}$/;
const MOVED = /\b(?:keep|keeps|kept|keeping|buoy(?:ed|s|ing)|raised?|raises|raising|lift(?:ed|s|ing)?|push(?:ed|es|ing)?|bring(?:s|ing)?|brought|drove|drives|driving|hold(?:s|ing)?|held|send(?:s|ing)?|sent|bolster(?:ed|s|ing)?|prop(?:ped|s)? up|maintain(?:ed|s|ing)?|put(?:s|ting)?|knock(?:ed|s|ing)?|drag(?:ged|s|ging)?|weigh(?:ed|s|ing)? down) (?:up |down )?(?:the |its |their )?([a-z][\w -]{2,60}?) (?:to|at|above|below|near|around)(?: (?:about|around|an?|the|high|low|level|levels|range|of|between|price|highs?|lows?|lowest|highest))*(?: in [^,;\d]{2,30} (?:at|of))? ?(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?$/i;
/** "Is expected to keep the prices of oxide at a high level of", "the adjustment buoyed the listed price to" */
export const movedTo: SubjectRule = ({ kind, clause }) => {
  const words = kind === 'price' || kind === 'level' || kind === 'money' ? (LED.test(clause) ? MOVED.exec(clause)?.[1] : undefined) : undefined;
  return words === undefined || /\d/.test(words) || hasVerb(words.replace(/\b(?:listed|quoted|traded|offered|posted|spot) /g, '')) ? null : thingOf(words);
};

const DEALT_AT = /^ ?(?:(?:and|while|but|as|though|with|an?|the|some|most|many|several|few|only|mainstream|actual|spot|market|latest|recent) )*(?:deals?|transactions?|trades|quotations?|quotes?|offers?|bids?|transaction prices?|traded prices?|deal prices?|prices(?! of)|spot prices|market prices)(?: (?:were|was|are|is|being|have been|had been))?(?: (?:heard|done|made|reported|concluded|seen|mostly|mainly|largely|generally|quoted|settled|traded|concentrated))*(?: (?:at|in|between|around|about|below|above|the|range|of))* ?(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?$/i;
/** Characters before a price in which it is told as a deal. */
const MOST_DEALT = 140;
const DEALT = /deal|transact|trade|quot|offer|bid|price/i;
/** "With a few deals heard at", "while mainstream traded prices were": of the goods that were told. */
export const dealtAt: SubjectRule = ({ kind, earlier, since, whole, product }) => {
  if (kind !== 'price' || earlier === null || whole === '') return null;
  const last = since.slice(-MOST_DEALT).split(/[,;](?!\d)/).at(-1) ?? '';
  return DEALT.test(last) && DEALT_AT.test(last) ? (earlier.kind === 'price' || earlier.kind === 'change' ? whole : product) : null;
};

const PARTICIPLE = /^ ?(?:[a-z]+ly )?[a-z]+ing(?: (?:between|at|to|by|from|around|about|up|down|upwards?|downwards?|higher|lower|further|back|near|below|above|as (?:high|low|much) as|over|for|within|a|the|high|low|new|record|of))* ?(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?$/i;
/** "The futures contract showed volatility, fluctuating between": of what the statement before is of. */
export const going: SubjectRule = ({ kind, clause, clauses, earlier }) => {
  if (kind === 'count' || earlier !== null || !PARTICIPLE.test(clause)) return null;
  const statement = clauses.at(-2) ?? '';
  const verb = firstVerbIn(statement);
  return verb && verb.index > 2 ? thingOf(statement.slice(0, verb.index)) : null;
};

const SECOND = / and (?:[a-z]+ly )?[a-z]+ed (?:at|to|above|below|near|around)(?: (?:about|around|some|nearly|between))* ?(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?$/;
/** "The price of oxide moved by little this week and closed at": of what its first verb is said of. */
export const second: SubjectRule = ({ kind, clause }) => {
  const at = kind === 'price' ? clause.search(SECOND) : -1;
  const verb = at === -1 ? undefined : firstVerbIn(clause.slice(0, at));
  const words = verb ? thingOf(clause.slice(0, verb.index)) : null;
  return words === null || /\d/.test(words) ? null : words;
};

/** "Earnings before interest, depreciation and amortization of $352M", by what it is called. */
export const beforeInterest: SubjectRule = ({ kind, near }) => (kind === 'money' || kind === 'change' ? (/\bearnings before interest(?:,? (?:and )?(?:tax(?:es)?|depreciation|amorti[sz]ation))+(?: \(e?ebitda\))?[^.;\d]{0,24}$/i.test(near) ? 'EBITDA' : null) : null);
