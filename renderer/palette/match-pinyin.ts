/** For each UTF-16 unit of a name its syllable in plain letters ("xi"), or null where it is no Chinese character. */
export type Syllables = readonly (string | null)[];

/** How many characters from `at` on `typed` spells, each by its first letter or its whole syllable, the last as far as it is typed; 0 where it does not. */
function spelled(syllables: Syllables, at: number, typed: string): number {
  const syllable = syllables[at];
  if (!syllable) return 0;
  if (syllable.startsWith(typed)) return 1;
  if (syllable.charAt(0) !== typed.charAt(0)) return 0;
  const whole = typed.startsWith(syllable) ? spelled(syllables, at + 1, typed.slice(syllable.length)) : 0;
  const rest = whole || spelled(syllables, at + 1, typed.slice(1));
  return rest > 0 ? rest + 1 : 0;
}

/** Where a name is spelled by pinyin: `xtzb`, `xitu` and `xitzb` all find 稀土早报. Null where it is not. */
export function matchPinyin(syllables: Syllables, typed: string): readonly [number, number] | null {
  if (!/^[a-z]+$/u.test(typed)) return null;
  for (let at = 0; at < syllables.length; at += 1) {
    const length = spelled(syllables, at, typed);
    if (length > 0) return [at, at + length];
  }
  return null;
}
