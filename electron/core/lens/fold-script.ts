import { simplified } from '../../contract/search/simplified.ts';
import { lazily } from '../../contract/lazily.ts';

/** By a character's code, whether it has a simplified one: a class of so many characters takes a pattern ten times as long. */
const traditional = lazily(() => {
  const codes = new Uint8Array(1 << 16);
  for (const character of simplified().keys()) codes[character.charCodeAt(0)] = 1;
  return codes;
});

/** A text in simplified characters, in which the rules are written: character for character, so that a place in it is the same place. */
export function foldScript(text: string): string {
  const codes = traditional();
  let [folded, from] = ['', 0];
  for (let at = 0; at < text.length; at++) {
    if (codes[text.charCodeAt(at)] !== 1) continue;
    const character = text[at] ?? '';
    folded += text.slice(from, at) + (simplified().get(character) ?? character);
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
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
