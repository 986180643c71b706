import { keeping } from '../kept.ts';
import { matchesOf } from '../matches.ts';
import { ROLE } from './english-names.ts';
import { MOVE_NOUN, thingOf, withoutTimes } from './english-phrase.ts';
import { VERBS, verbsOf } from './subject-words.ts';

const FILL = String.raw`(?: (?:about|some|around|nearly|almost|more than|over|up to|at least|less than|approximately|an estimated|only|just|a|an|above|below|under|roughly|between|as much as|close to|no more than|not less than|a total of|total|a record))*`;
const SIGN = String.raw` ?(?:[A-Z]{0,3}[$€£¥₹]|RMB|CNY|USD|AUD|EUR)? ?`;
const ENDS_OF = new RegExp(String.raw` ?\bof${FILL}${SIGN}$`, 'i');
const DONE = new RegExp(String.raw`\b(?:${VERBS})\b|\d\S*`, 'gi');
const VERB_OBJECT = /^.*\b(?:assessed|assesses|brought|created|achieved|recorded|reported|posted|realized(?! (?:average |selling )*prices?)|completed|generating|generated) (?:an? |the |its )?(?:accumulated |cumulative )?(?=\w)/i;
/** Verbs that are nouns behind an article: "a free carry of". */
const NOUN_TOO = /^(?:carry|hold|need|start|target|run|offer|supply|forecast|lease|handle|estimate|cover|sale|yield|recovery)$/i;
/** "An annual planned investment", "the completed investment": behind an article no verb, but part of the noun. */
const isAdjective = (text: string, at: number, word: string): boolean => (NOUN_TOO.test(word) && /\b(?:an?|the|its|their) (?:[a-z-]+ )?$/i.test(text.slice(Math.max(0, at - 24), at)) && /^ of\b/.test(text.slice(at + word.length))) || (/^reali[sz]ed$/i.test(word) && /^ (?:average |basket |NdPr )?(?:selling )?prices?\b/.test(text.slice(at + word.length))) || /^(?:planned|completed|estimated|expected|contracted|realized|authorized|installed|invested|produced|designed|increased|improved|expanded|established|limited|priced|traded|drawn|committed|quoted|offered|imported|exported|signed|built|mined|recovered|processed|delivered|issued|developed|sold)$/i.test(word) && /(?:^|\b(?:an?|the|its|their|this|annual|total|average|all|cumulative|newly|new) )$/i.test(text.slice(Math.max(0, at - 14), at)) && /^ [a-z]/.test(text.slice(at + word.length, at + word.length + 2)) && !/^ (?:to|in|at|by|for|from|of|on|with|a|the|up|down|\d)\b/.test(text.slice(at + word.length, at + word.length + 6));

/** The first of them, for which those behind it are not looked for. */
export function firstVerbIn(text: string): RegExpExecArray | undefined {
  const [first] = verbsOf(text, 1);
  return first && isAdjective(text, first.index, first[0]) ? verbsIn(text)[0] : first;
}

/** The verbs of a text, adjectives made of verbs apart. */
export const verbsIn = keeping((text: string): readonly RegExpExecArray[] => verbsOf(text).filter(({ 0: word, index }) => !isAdjective(text, index, word)), 128);

/** Of "was 5 t and separation quotas reached" the second statement: from the `and` behind the verb or figure before the last verb. */
function statementOf(clause: string): string {
  if (!clause.includes(' and ')) return clause;
  const verbs = verbsIn(clause);
  // "Stands at" is one verb, and begins with its first word.
  let first = verbs.length - 1;
  while (first > 0 && /^ ?(?:[a-z]+ly ?)?$/.test(clause.slice((verbs[first - 1]?.index ?? 0) + (verbs[first - 1]?.[0].length ?? 0), verbs[first]?.index))) first -= 1;
  const last = verbs[first]?.index ?? clause.length;
  const done = matchesOf(clause.slice(0, last), DONE).at(-1);
  const cut = done ? clause.slice(0, last).indexOf(' and ', done.index + done[0].length) : -1;
  return cut === -1 ? clause : clause.slice(cut + 5);
}

/** What stands before the last verb of a clause, back to the verb before it; "earned from exports" is part of what it is said of. */
export function fromVerb(written: string): string | null {
  const clause = statementOf(written);
  // A preposition parts only the figure from what it is said of: "the plant at Narva will make".
  const verbs = verbsIn(clause).filter(({ 0: word }, at, all) => at === all.length - 1 || !/^(?:at|with|worth)$/i.test(word));
  for (const [back, verb] of verbs.toReversed().entries()) {
    const before = verbs.at(-2 - back);
    const piece = clause.slice(before ? before.index + before[0].length : 0, verb.index);
    // "Passed the test at": the object of the verb before.
    if (before && /^(?:at|with|worth)$/i.test(verb[0]) && /^ (?:the|an?|its) /.test(piece) && !/^(?:is|are|was|were|will|would|has|have|had)$/i.test(before[0])) continue;
    if (before && /^ (?:from|by|to|in|of|for|on|into|under|through)\b/.test(piece)) continue;
    // "Are stuck at": how it stands is no thing.
    if (before && /^(?:at|with)$/i.test(verb[0]) && /^(?:is|are|was|were|remains?|remained)$/i.test(before[0]) && /^ [a-z]+ $/.test(piece)) continue;
    const words = thingOf((/\d/.test(piece) ? withoutTimes(piece) : piece).replace(/ (?:of|at|in|on|to|by|from|for|with|across|under|over|after|within) (?:the |HS |HS codes? )?(?!(?:19|20)\d\d\b)\d.*$/, '').replace(/^.*\d\S*\s(?:(?:million|billion|thousand|\S+\/\S+|mt|t|kg|kt|Mt|yuan|tonnes|tons|percent|per cent|dollars|of)\s)*/, ''));
    if (words !== null) return words;
  }
  return null;
}

const PEOPLE = new RegExp(String.raw`\b(?:${ROLE})\b`, 'i');
const MOVE = new RegExp(String.raw`^(?:\w+ ){0,2}(?:${MOVE_NOUN}|growth rate)$`, 'i');
const GROWTH = /^[A-Z]+ growth$/;
/** "In the whole city": where it is goes without saying. */
const HERE = /(?<=\w) (?:in|of) (?:the |our )?(?:whole )?(?:city|county|zone|park|district|province|region|country|area)(?= ?$)/;

/** "a total investment of", "with an output of": what the last `of` before the figure is of. */
function fromOf(clause: string): string | null {
  const phrase = clause.replace(ENDS_OF, '').replace(/^.*\w and (?=(?:an?|its) )/, '').replace(/^.*\b(?:corresponding|equal|equivalent) to (?:an? |the )?(?=[a-z])/, '').replace(/^.*\d.*? and /, '').replace(/^.*\bto [a-z]+ (?=an? )/, '').replace(/^.*\d\S*(?: [a-z]+){0,3} (?:for|with|to|at|get|gets) (?=[a-z])/, '');
  // "A capital cost of" has no verb in it.
  const verb = verbsIn(`${phrase} of`).at(-1) ?? matchesOf(phrase, /\b[a-z]{3,}ed(?= (?:an?|the|its)\b)/g).at(-1);
  const words = thingOf(verb ? phrase.slice(verb.index + verb[0].length) : phrase);
  if (words === null || (MOVE.test(words) && !GROWTH.test(words))) return null;
  // "The city's industry achieved an output value of": whose output it is, belongs to it.
  const doer = verb ? phrase.slice(0, verb.index) : '';
  const whose = verb && !/^(?:with|at)$/i.test(verb[0]) && words.split(' ').length <= 3 ? thingOf(doer.slice(0, /\b(?:plans|aims|expects|hopes|wants|intends|looks|seeks) to $/.exec(doer)?.index).replace(/ as (?:the|an?) .*$/, '').replace(HERE, '')) : null;
  return whose !== null && !/^(?:company|group|enterprise|firm)$/.test(whose) && !PEOPLE.test(whose) && !/\d/.test(whose) && verbsIn(whose).length === 0 && whose.split(' ').length <= 6 ? `${whose} ${words}` : words;
}

/** What a clause that ends in "of" tells: "a total investment of"; null where it does not, or tells nothing. */
export function fromEndingOf(clause: string): string | null {
  const words = ENDS_OF.test(clause) ? fromOf(clause.slice(-120)) : null;
  return words === null ? null : withoutVerb(words) || null;
}

/** Whether words end in "of", with what may stand between that and a figure. */
export const endsOf = (text: string): boolean => ENDS_OF.test(text);

/** The object of "achieved an output value", that was taken along with its verb. */
export const withoutVerb = (words: string): string => words.replace(VERB_OBJECT, '').replace(/^(?:[a-z]+ly )?(?!(?:less|plus|this|its)\b)[a-z]{3,}(?:s|ed) (?:an?|the|its) (?:annual )?(?=[a-z])/, '');
