import type { Syllables } from './match-pinyin.ts';

const HAN = /\p{Script=Han}+/gu;

/** The syllables of a name; null where it has no Chinese character. */
export type Spell = (name: string) => Syllables | null;

const known = new Map<string, Syllables | null>();

/** Loads the dictionary of pinyin. It reads names by the words in them, since a character is read otherwise in another word. */
export async function loadSpelling(): Promise<Spell> {
  const { pinyin } = await import('pinyin-pro');
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const syllables: (string | null)[] = Array.from({ length: name.length }, () => null);
    for (const run of name.matchAll(HAN)) {
      let at = run.index;
      const spelled = pinyin(run[0], { toneType: 'none', type: 'array', v: true });
      for (const [index, character] of Array.from(run[0]).entries()) {
        syllables[at] = spelled[index] ?? null;
        at += character.length;
      }
    }
    const answer = syllables.some((syllable) => syllable !== null) ? syllables : null;
    known.set(name, answer);
    return answer;
  };
}
