import { simplified } from '../../contract/search/simplified.ts';
import { lazily } from '../../contract/lazily.ts';

const traditional = lazily(() => new RegExp(`[${[...simplified().keys()].join('')}]`, 'g'));

/** A text in simplified characters, in which the rules are written: character for character, so that a place in it is the same place. */
export function foldScript(text: string): string {
  return text.replace(traditional(), (character) => simplified().get(character) ?? character);
}

/** How words that were read in a folded text stood in it before: 氧化镨钕 as 氧化鐠釹 where it was written so. */
export function scriptOf(written: string, folded: string): (words: string) => string {
  const before = new Map<string, string>();
  for (let at = 0; at < written.length; at++) {
    const [one = '', other = ''] = [written[at], folded[at]];
    if (one !== other && simplified().has(one)) before.set(other, one);
  }
  return before.size === 0 ? (words) => words : (words) => words.replace(/\p{Script=Han}/gu, (character) => before.get(character) ?? character);
}
