import { alphabetShare } from './alphabets.ts';
import { COMMON_HAN } from './common-characters.ts';

/** Enough to tell; a document says the same all through. */
const MOST_CHARACTERS = 1500;

const CYRILLIC_COMMON = new Set('оеаинтсрвлкмдпуяыьзбг');
const CYRILLIC_OTHER = new Set('йхжшюцщэфъёчіїєґў');
const CJK_MARKS = new Set('，。、；：？！（）「」『』《》【】〈〉“”‘’—…　・ー〜～％／＋－．０１２３４５６７８９');
const WESTERN_MARKS = new Set('‘’‚“”„–—…•€™‹›«»°§©®·£±²³½¿¡×');
const GREEK_ACCENTED = new Set('άέήίόύώΐΰϊϋ');

type Kind = 'lower' | 'upper' | 'mark' | 'other' | 'ascii-lower' | 'ascii-upper' | 'space';

function kindOf(unit: number): Kind {
  if (unit >= 0x61 && unit <= 0x7a) return 'ascii-lower';
  if (unit >= 0x41 && unit <= 0x5a) return 'ascii-upper';
  if (unit < 0x80) return 'space';
  if (unit >= 0x3400) return 'other';
  const character = String.fromCharCode(unit);
  if (/\p{Ll}/u.test(character)) return 'lower';
  if (/\p{Lu}/u.test(character)) return 'upper';
  return /\p{L}/u.test(character) ? 'other' : 'mark';
}

function isLetter(kind: Kind): boolean {
  return kind !== 'mark' && kind !== 'space';
}

/** A letter of an alphabet with two cases, by where it stands in its word. */
function inWord(kind: Kind, before: Kind, after: Kind, worth: number): number {
  if (kind === 'lower') return worth;
  if (before === 'lower' || before === 'ascii-lower') return -1.2;
  if (before === 'upper' || before === 'ascii-upper') return after === 'lower' || after === 'ascii-lower' ? -0.8 : 0.2;
  return after === 'upper' ? 0.2 : 0.6;
}

function isLatin(unit: number): boolean {
  return (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit <= 0x1eff);
}

function isThaiConsonant(unit: number): boolean {
  return unit >= 0xe01 && unit <= 0xe2e;
}

/** Thai writes marks over consonants, and some vowels before them. */
function thai(unit: number, before: number, after: number): number {
  if (isThaiConsonant(unit)) return 0.9;
  if (unit >= 0xe40 && unit <= 0xe44) return isThaiConsonant(after) ? 1 : -1.5;
  if (unit >= 0xe50) return -0.5;
  return isThaiConsonant(before) || (before >= 0xe31 && before <= 0xe4e) ? 1 : -1.5;
}

/** How well one character beyond ASCII stands where it stands: 1 at home, below 0 out of place. */
function worthOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xa0 || unit === 0xfffd) return -3;
  const character = text.charAt(at);
  const previous = at > 0 ? text.charCodeAt(at - 1) : 32;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  const before = kindOf(previous);
  const after = kindOf(next);
  if (isLatin(unit)) {
    const neighbours = Number(isLatin(previous)) + Number(isLatin(next));
    return neighbours === 2 ? -1 : inWord(kindOf(unit), before, after, 1) - neighbours * 0.6;
  }
  const isInside = isLetter(before) && isLetter(after);
  if (WESTERN_MARKS.has(character)) return isInside && unit !== 0x2019 && unit !== 0xb7 ? -0.6 : 0.5;
  if (unit < 0xc0) return isInside ? -1 : -0.4;
  const besideAscii = Number(before === 'ascii-lower' || before === 'ascii-upper') + Number(after === 'ascii-lower' || after === 'ascii-upper');
  if (unit <= 0x6ff && besideAscii > 0) return -1;
  if (unit >= 0x370 && unit <= 0x3ff) return character === 'ς' && isLetter(after) ? -1 : inWord(kindOf(unit), before, after, 1);
  if (unit >= 0x400 && unit <= 0x4ff) {
    const folded = character.toLowerCase();
    return inWord(kindOf(unit), before, after, CYRILLIC_COMMON.has(folded) ? 1 : CYRILLIC_OTHER.has(folded) ? 0.7 : 0);
  }
  if ((unit >= 0x5d0 && unit <= 0x5ea) || (unit >= 0x621 && unit <= 0x64a)) return 0.9;
  if (unit >= 0x5b0 && unit <= 0x6ff) return 0.2;
  if (unit >= 0xe01 && unit <= 0xe5b) return besideAscii > 0 ? -1 : thai(unit, previous, next);
  if (CJK_MARKS.has(character)) return 0.8;
  if (unit >= 0x3041 && unit <= 0x30ff) return 1 - besideAscii;
  if (unit >= 0x4e00 && unit <= 0x9fff) return (COMMON_HAN.has(character) ? 1 : 0.1) - besideAscii * 0.3;
  if (unit >= 0xac00 && unit <= 0xd7a3) return 0.95 - besideAscii * 0.3;
  // Characters of the planes beyond take four bytes, which chance does not put together.
  if (unit >= 0xd800 && unit <= 0xdfff) return 0.3;
  // Boxes, half-width kana, private characters: what wrong decodings are full of.
  return isInside || (unit >= 0xe000 && unit <= 0xf8ff) ? -1 : -0.5;
}

/** What the text as a whole tells against itself: scripts that no language mixes, letters of several alphabets, Greek without accents. */
function discord(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const hangul = count(/[\uac00-\ud7a3]/g);
  const eastern = hangul + count(/[\u3041-\u30ff\u4e00-\u9fff]/g);
  const mixture = eastern === 0 ? 0 : Math.min(hangul, eastern - hangul) / eastern;
  const letters = new Map<string, number>();
  let greek = 0;
  let accented = 0;
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (isLatin(unit)) letters.set(character.toLowerCase(), (letters.get(character.toLowerCase()) ?? 0) + 1);
    else if (unit >= 0x370 && unit <= 0x3ff) greek++;
    if (GREEK_ACCENTED.has(character)) accented++;
  }
  return mixture + (1 - alphabetShare(letters)) + (greek > 8 && accented < greek * 0.04 ? 0.4 : 0);
}

/**
 * How much a decoded text looks like a text that somebody wrote: near 1 for every language when the encoding was right,
 * near 0 or below when it was not. 0 where nothing beyond ASCII is in it. Takes time linear in the text.
 */
export function plausibility(text: string): number {
  let sum = 0;
  let characters = 0;
  let at = 0;
  for (; at < text.length && characters < MOST_CHARACTERS; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || unit === 0xa0 || unit === 0xad) continue;
    characters++;
    sum += worthOf(text, at);
  }
  return characters === 0 ? 0 : sum / characters - discord(text.slice(0, at));
}
