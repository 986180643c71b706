import { NOT_NOUN, cleaned } from './english-phrase.ts';
import { ROLE } from './english-names.ts';
import { firstVerbIn, verbsIn } from './english-verb.ts';

const PRONOUNS = /\b(?:it|they|he|she|we|you|who|which|that|there|this|these|figures?|company|group|people|one|two|three|total|all|year|quarter|month|half)\b/i;
const OPENS = /^(?:According|In|At|On|By|As|With|After|Since|During|For|From|Under|Of|Among|When|If|Compared|Because|Once|To|Behind)\b/;
const COPULA = /^(?:is|are|was|were|be|been|will|would|stood|stands|rose|fell|has|have|had|totalled|amounted|came|averaged|remains?|remained)/i;

/** People by what they do, who have no measure, and parts of a number. */
const NOBODY = new RegExp(String.raw`\b(?:${ROLE}|data|statistics|thirds?|half|most|some|yet|assumes?|tax(?:es)?|depreciation|amorti[sz]ation)\b`, 'i');

/** "The two new kilns reached": how many is no part of who. */
const COUNTED = /^(?:and |but |while |the |its |all )*(?:two|three|four|five|six|seven|eight|nine|ten) (?=[a-z])/i;

/** "The sales of new energy vehicles": of what it is, has a rate or a price too. */
const MEASURE_OF = /^(?:the |its )?(?:total |annual |average )*(?:sales|output|production|demand|prices?|output value|value|supply|sales volume) of ((?:the )?[a-z][\w -]+)$/i;

/** What stands before the first verb of a statement, where it is a name of a word to three; null where it is none. */
export function doerOf(clause: string): string | null {
  // What a bracket ends with is said beside the statement.
  const piece = clause.trim().replace(/^[^()]*\) */, '');
  if (OPENS.test(piece)) return null;
  const verb = firstVerbIn(piece);
  if (!verb || verb.index < 2 || COPULA.test(verb[0])) return null;
  // "Mines closed and three quarters of the output was lost": behind the "and" is another statement.
  if (/ and(?: [a-z-]+){0,3}$/.test(piece.slice(verb.index))) return null;
  const written = piece.slice(0, verb.index).replace(COUNTED, '');
  const words = cleaned((MEASURE_OF.exec(written)?.[1] ?? written).replace(/ (?:of|in|at|on|for|from|to|by|with) .*$/, ''));
  if (words === '' || /(?<![A-Z]-)\d/.test(words) || PRONOUNS.test(words) || NOT_NOUN.test(words) || NOBODY.test(words) || words.split(' ').length > 4 || verbsIn(words).length > 0) return null;
  return words;
}
