/** A name as citations take it: a person's in parts, or as it is written where it is none or nobody can tell its parts. */
export type AuthorName =
  | { readonly literal: string }
  /** `particle`: what belongs to the family's name and is not sorted by, as "van". '' where there is none. */
  | { readonly given: string; readonly particle: string; readonly family: string; readonly suffix: string };

const WORD = /^(?:\p{Lu}\.)+-?(?:\p{Lu}\.)*$|^\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*\.?$/u;
const NAME_CHARACTERS = /^[\p{Script=Latin}\p{M} .,'’-]+$/u;
const PARTICLES = new Set(['af', 'al', 'av', 'bin', 'da', 'de', 'del', 'della', 'den', 'der', 'di', 'do', 'dos', 'du', 'el', 'ibn', 'la', 'le', 'st', 'ten', 'ter', 'van', 'vom', 'von', 'zu', 'zum', 'zur', "d'"]);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** Words of names that are nobody's. */
const BODIES = new Set(
  `administration admin agency alliance analysts analytics and association authority bank board bulletin bureau capital center centre chamber co commission committee communications company consortium
  contributor contributors corp corporation correspondent correspondents council daily department desk digest directorate editor editorial editors energy exchange federation foundation gazette geological geoscience global group
  herald holdings inc industries institute institution insights intelligence international journal laboratory limited ltd magazine magnet magnets market markets media metal metals mineral minerals mining ministry monitor national network
  news newsroom newswire observer of office online organisation organization partners plc post press publications publisher publishing rare report reporter reporters research resources review reuters bloomberg xinhua
  service services society staff standard states statistics survey tech team the times today trade tribune union university watch webmaster week weekly wire world writer writers`.split(/\s+/),
);
/** Read in these, a name in Latin letters may as well begin with the family's. */
const FAMILY_FIRST = /^(?:zh|ja|ko|vi|hu)\b/i;
/** Syllables of Chinese in Latin letters. */
const PINYIN = /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ian|iao|ing|ong|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|vn|a|e|i|o|u|v|ü))+$/i;

/**
 * A written name in parts, where it is plainly a person's in Latin letters: "Given Family" or "Family, Given". Whole otherwise: a
 * name in other letters, of an outlet or an office, of one word, or one that may begin with the family's. `lang` is the article's.
 */
export function authorName(written: string, { outlet, lang }: { readonly outlet: string; readonly lang: string | null }): AuthorName {
  const name = written.replace(/\s+/gu, ' ').trim();
  const literal = { literal: name };
  if (!NAME_CHARACTERS.test(name) || name.toLowerCase() === outlet.trim().toLowerCase()) return literal;
  const [before = '', after, ...more] = name.split(/\s*,\s*/u);
  if (more.length > 0) return literal;
  if (after !== undefined && !isSuffix(after)) {
    return isPerson(before) && isPerson(after) ? { given: after, suffix: '', ...familyOf(before.split(' ')) } : literal;
  }
  const words = before.split(' ');
  const suffix = after ?? (words.length > 2 && isSuffix(words.at(-1) ?? '') ? (words.pop() ?? '') : '');
  if (words.length < 2 || !isPerson(words.join(' ')) || FAMILY_FIRST.test(lang ?? '') || words.every((word) => PINYIN.test(word.replaceAll(/['’-]/g, '')))) return literal;
  const from = words.findIndex((word, at) => at > 0 && isLower(word));
  const at = from === -1 ? words.length - 1 : from;
  return { given: words.slice(0, at).join(' '), suffix, ...familyOf(words.slice(at)) };
}

function isSuffix(word: string): boolean {
  return SUFFIXES.has(word.replaceAll('.', '').toLowerCase());
}

function isLower(word: string): boolean {
  return word === word.toLowerCase();
}

/** Words that a person may be called by, at most five, with particles in lower case among them but not last. */
function isPerson(name: string): boolean {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  // Capitals among words that are not in capitals are an office's.
  const isShouted = words.every((word) => word === word.toUpperCase());
  return (
    words.length <= 5 && WORD.test(last) &&
    words.every((word) => {
      const plain = word.replaceAll('.', '').toLowerCase();
      if (BODIES.has(plain)) return false;
      if (isLower(word)) return PARTICLES.has(plain);
      return WORD.test(word) && (isShouted || word.length < 3 || word.includes('.') || word !== word.toUpperCase());
    })
  );
}

/** The family's name with what is not sorted by before it. */
function familyOf(words: readonly string[]): { readonly particle: string; readonly family: string } {
  const at = words.findIndex((word) => !isLower(word));
  return { particle: words.slice(0, at).join(' '), family: words.slice(at).join(' ') };
}
