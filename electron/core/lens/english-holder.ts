import { NOT_NOUN, cleaned } from './english-phrase.ts';
import { CLAUSE } from './english-place.ts';
import type { SubjectPlace } from './english-place.ts';
import { verbsIn } from './english-verb.ts';

/** One word that is no name, and names a thing only by whose it is: "utilisation", "needs", "income". */
const ONE_WORD = /^[A-Za-z][\w-]*$/;
/** What is told of nobody, or says whose it is. */
const ALONE = /^(?:it|they|we|that|people|persons?|employees|workers|GDP|VAT|duty|tariffs?|imports?|exports?|price|prices|market|world|China|depth|intercept|area|duties|countries)$/i;
const PRONOUNS = /\b(?:it|they|he|she|we|you|who|which|that|there|this|these|company|group|people|one|two|three|total|all|year|quarter|month|half)\b/i;
const OPENS = /^(?:According|In|At|On|By|As|With|After|Since|During|For|From|Under|Of|Among|When|If|Compared|Because|Once|To|Behind)\b/;
/** Words of an owner at most: with one word more they are still told apart from it. */
const MOST = 2;
const COPULA = /^(?:is|are|was|were|be|been|will|would|stood|stands|reached|rose|fell|has|have|had|totalled|amounted|came|averaged|remains?|remained)/i;

/** "The two new kilns reached": how many is no part of who. */
const COUNTED = /^(?:and |but |while |the |its |all )*(?:two|three|four|five|six|seven|eight|nine|ten) (?=[a-z])/i;

/** What stands before the first verb of a statement, where it is a name of a word to three; null where it is none. */
function doerOf(clause: string, isBehind: boolean): string | null {
  const piece = clause.trim();
  const verb = verbsIn(piece)[0];
  if (!verb || verb.index < 2 || OPENS.test(piece) || (COPULA.test(verb[0]) && !(isBehind && /^reached$/i.test(verb[0])))) return null;
  // "Mines closed and three quarters of the output was lost": behind the "and" is another statement.
  if (/ and(?: [a-z-]+){0,3}$/.test(piece.slice(verb.index))) return null;
  const words = cleaned(piece.slice(0, verb.index).replace(COUNTED, '').replace(/ (?:of|in|at|for|from|to|by|with) .*$/, ''));
  if (words === '' || /\d/.test(words) || PRONOUNS.test(words) || NOT_NOUN.test(words) || words.split(' ').length > 4 || verbsIn(words).length > 0) return null;
  return words;
}

/** A subject of one word with who does or has it, by the subject of its statement: "FCC makers cover 85 % of needs"; other words as they are. */
export function withDoer(words: string, { lead, kind, after }: SubjectPlace): string {
  if (kind === 'count' || kind === 'price' || kind === 'rank' || !ONE_WORD.test(words) || ALONE.test(words)) return words;
  const clause = lead.split(CLAUSE).at(-1) ?? '';
  const doer = doerOf(clause, after.trimStart().startsWith(words));
  if (doer === null) return words;
  const parts = doer.split(' ');
  if (parts.some((part) => part.toLowerCase() === words.toLowerCase())) return words;
  return `${parts.slice(-MOST).join(' ')} ${words}`;
}
