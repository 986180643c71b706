import { NOT_NOUN, cleaned } from './english-phrase.ts';
import { verbsIn } from './english-verb.ts';

/** When or in what something is said, in front of its subject. */
const OPENING = /^(?:(?:In|At|On|By|During|For|From|Since|Under|After|With|As of|Up to) [^,]{2,60}, )?(?:(?:meanwhile|however|also|moreover|currently|today|now|at present),? )?["“]?/i;
/** Pronouns, and those who only tell, deal or count. */
const NOBODY = /\b(?:it|they|we|he|she|I|you|who|which|that|there|this|these|those|reporter|secretary|director|manager|chairman|president|officials?|company|group|year|month|quarter|half|number|total|amount|sources?|former|latter|each|one|anyone|nobody|everyone|some|most|many|all|both|others?|people|rest|traders?|analysts?|sellers?|buyers?|spend|alone|material|figures?|value)\b/i;
/** Behind its head a name goes on with what it is of. */
const PREPOSITION = / (?:of|in|at|on|for|from|to|by|with|under|that|who|which) /;
/** Verbs this near behind another are one with it: "has been issued". */
const NEAR = 12;
/** Characters of a sentence that are asked for its subject. */
const MOST = 240;

/** To whom something goes, or by whom it comes. */
const RECEIVES = /\b(?:to|by|from|after|before) (?:about |some |more than |over |nearly |another )?$/;
/** A part of what was told has its name of its own. */
const PART = /\bof (?:which|whom)(?: [a-z]+)? ?[A-Z]{0,3}[$€£¥]?$/;
/** Behind an "and" the figure may open a statement of its own. */
const ALSO = / and (?:[a-z-]+ ){0,3}$/;

/** What a sentence says its one statement of, up to a figure of these words: "the mining museum received 58,000"; null where it is nobody, where the words stand in front of the figure themselves, or another statement begins there. */
export function sentenceThing({ lead, after, words }: { readonly lead: string; readonly after: string; readonly words: string }): string | null {
  if (lead.length > MOST || RECEIVES.test(lead) || (words.includes(' ') && PART.test(lead))) return null;
  const said = lead.trimStart().replace(/^["“•*–-]+ ?/, '').replace(OPENING, '');
  const verbs = verbsIn(said);
  const [verb] = verbs;
  if (!verb || verb.index < 3) return null;
  const named = said.slice(0, verb.index).replace(/ ?\([^)]*\)/g, '');
  if (/[,;:]/.test(named.trim())) return null;
  const thing = cleaned(named.split(PREPOSITION)[0] ?? '');
  if (thing === '' || /\d|["“”]/.test(thing) || NOBODY.test(thing) || NOT_NOUN.test(thing) || thing.split(' ').length > 5 || verbsIn(thing).length > 0) return null;
  const end = verb.index + verb[0].length;
  const rest = said.slice(end);
  const own = words.toLowerCase().split(/[ -]/).filter((word) => word.length > 2);
  if (own.some((word) => rest.toLowerCase().includes(word)) || /^ (?:after|before)\b/.test(rest) || (ALSO.test(rest) && verbsIn(after.split(/[,;.]/)[0] ?? '').length > 0)) return null;
  const isOther = verbs.slice(1).some(({ 0: word, index }) => index > end + NEAR && !/^(?:at|with|worth)$/.test(word));
  return isOther || /[;:]|, (?:and |but |while )?(?:the|an?|its|their|it|he|she|they) /.test(rest) ? null : thing;
}
