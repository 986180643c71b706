/** Names of a text that no glossary knows: words with a capital where none is due. */
const WORD = /\p{Lu}[\p{Script=Latin}\d'-]+/gu;
const COMMON = new Set(
  ('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'the this that these those in on at by for from with and but its it he she they we as an if of to a new more ' +
    'china chinese beijing us usa united states america american europe european eu uk government ministry company group corporation limited ltd inc corp co resources rare earth earths element elements metals minerals critical ' +
    'materials mining metal resources north south east west northern southern eastern western ' +
    'reuters bloomberg afp ap smm reporting announcement notice rmb usd cny aud ceo q1 q2 q3 q4').split(' '),
);
const MOST = 24;

/**
 * In lower case, each once, at most 24. In Chinese text every Latin word with a capital is one; else a word at the beginning of a
 * sentence is none, and a title in which every word has a capital gives none.
 */
export function namesOf(title: string, text: string): string[] {
  const found = new Set<string>();
  const parts = isTitleCase(title) ? [text] : [title, text];
  for (const part of parts) {
    for (const match of part.matchAll(WORD)) {
      const [word] = match;
      const name = word.toLowerCase().replace(/'s$/, '');
      const opens = /(?:^|[.!?:;"“”(\n]\s*)$/.test(part.slice(Math.max(0, match.index - 3), match.index));
      const isChinese = /\p{Script=Han}/u.test(part.slice(Math.max(0, match.index - 12), match.index + word.length + 12));
      if ((opens && !isChinese) || COMMON.has(name) || name.length < 3) continue;
      found.add(name);
    }
  }
  return [...found].slice(0, MOST);
}

function isTitleCase(title: string): boolean {
  const words = title.split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word));
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7;
}
