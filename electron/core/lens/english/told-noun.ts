import { matchesOf } from '../matches.ts';
import { cleaned } from './english-phrase.ts';
import { hasVerb } from './subject-words.ts';

/** What tells nothing apart in front of a noun. */
const NO_PART = /^(?:the|an?|its|their|our|his|her|this|that|these|those|of|in|on|at|to|for|from|by|with|and|or|but|as|than|which|who|is|are|was|were|has|have|had|be|been|will|would|can|could|more|most|less|each|every|all|both|any|some|such|other|another|one|two|three|four|five|first|second|last|next|new|same|whole|total|entire|only|also|not|per|about|over|under|up|down|its|if|when|while|where|after|before|during|since|into)$/i;

/** "The index" by all its words, as it was told before: "the rare earth price index"; null where it was told with none. */
export function toldNoun(noun: string, told: string): string | null {
  if (!/^[a-z]{4,}$/.test(noun) || !told.toLowerCase().includes(` ${noun}`)) return null;
  let found: string | null = null;
  for (const match of matchesOf(told, new RegExp(String.raw`((?:[A-Za-z][\w-]* ){1,4})${noun}\b`, 'gi'))) {
    const words = (match[1] ?? '').trim().split(' ');
    let from = words.length;
    while (from > 0 && !NO_PART.test(words[from - 1] ?? '') && !/(?:ly|ed)$/.test(words[from - 1] ?? '')) from -= 1;
    const front = words.slice(from).slice(-3).join(' ');
    if (front !== '' && cleaned(front) === front && !hasVerb(front)) found = `${front} ${noun}`;
  }
  return found;
}
