import { cleaned } from './english-phrase.ts';
import { breaksNoun } from './subject-words.ts';

/** The noun phrase right behind a figure: "key projects" of "32 key projects with…". */
export function nounAfter(after: string): string {
  const words: string[] = [];
  if (/^\s*\(/.test(after)) return '';
  for (const word of after.trimStart().replace(/^(Stage|Phase) \d+\b/, '$1').split(/\s+/)) {
    const bare = word.replace(/^["“'‘(]+/, '').replace(/[.,;:!?()"“”]+.*$/, '');
    const isOpen = words.length > 0 && !(words.at(-1) ?? '').endsWith('s');
    if (/^(?:and|or)$/i.test(bare) && isOpen && words.length < 4) {
      words.push(bare);
      continue;
    }
    if (bare === '' || breaksNoun(bare) || /^\d|^[$€£¥]/.test(bare) || (words.length > 0 && !isOpen && !/s$|^(?:people|personnel|staff|capacity|production|output|group|industry|market|value|price|sector)$/i.test(bare))) break;
    words.push(bare);
    if ((bare !== word && !(word === `${bare},` && isOpenWord(bare))) || words.length >= 6) break;
  }
  while (/^(?:and|or)$/i.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** An adjective before a comma: "medium, heavy rare earth mines". */
function isOpenWord(word: string): boolean {
  return /^(?:medium|light|heavy|small|large|new|old|major|key|national|provincial)$/i.test(word);
}

/** The noun phrase behind the "of" that follows a figure: "oxide" of "12,000 tonnes of oxide"; empty where none does. */
export function nounOf(after: string): string {
  const match = /^(?: \([^()]*\))? ?,? ?of (?!which|whom|them|these)(?:the |its |their |all |this |total )?/.exec(after);
  if (!match) return '';
  const rest = after.slice(match[0].length).replace(/^[\d.]+ ?% (?=[a-z])/, '').replace(/^(?:19|20)\d\d (?=[a-z])/, '').replace(/^(?:[A-Z]{0,3}[$€£¥])\d\S*(?: (?:million|billion|bn|m))? (?=[a-z])/, '').split(/[,;:(]|(?<!\b[A-Z])\.(?!\d)| (?:last|this|next) (?:year|month|quarter|week)\b| and (?:an?|the|cut|will|is|was|has) | and [a-z]+ (?:an?|the|its|their) (?!(?:year|month|day|week|quarter|previous|next|same|first|second|third|fourth|last|hour|time)\b)|(?<!ing) and [a-z]+ed | and [a-z]+ly | (?:grading|averaging|containing|included|includes|brought|contributed|rose|fell|grew|reached|totalled|helped|drove|boosted|annually|changes? hands|daily|monthly|after|before|each|every|once|when|if|over|within|worth|until|using|including|against|than|into|can|could|may|must|should|would)\b| (?:from|to|at|by|with|for|is|are|was|were|will|has|have|had|per|a year|since|during|under|comes?|came|as|on|while|that|which|between|but) | in (?=(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) )| and (?:[a-z]+ )?(?:[A-Z]{0,3}[$€£¥])?\d/)[0] ?? '';
  if (/^(?:planned |total |more |less |over )?[A-Z]{0,3}[$€£¥]?\d|^(?:more|less|over)$|['’]s$/.test(rest.trim())) return '';
  return cleaned(rest.replace(/ in (?:the |its )?.*$/, (tail) => (rest.split(' ').length > 6 ? '' : tail))).split(' ').slice(0, 7).join(' ');
}
