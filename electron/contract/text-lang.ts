const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const LATIN = /\p{Script=Latin}/u;
const OTHER_LETTER = /(?!\p{Script=Latin})\p{Letter}/u;
/** Scripts of which one language is the likeliest, where nothing better is known. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [[/\p{Script=Arabic}/u, 'ar'], [/\p{Script=Hebrew}/u, 'he'], [/\p{Script=Cyrillic}/u, 'ru'], [/\p{Script=Greek}/u, 'el'], [/\p{Script=Thai}/u, 'th'], [/\p{Script=Devanagari}/u, 'hi']];
const CJK_TAG = /^(zh|ja|ko|yue|wuu)\b/iu;

/**
 * The language to set on a text, as a BCP 47 tag. A feed's own claim is believed except where the script denies it:
 * feeds in Chinese that say `en` are common, and so are English titles in feeds that say `zh`. Without a claim Latin
 * letters are taken for English, other scripts for the language of most who write them, and `und` stands for what is not known. Never empty: the language of the interface says
 * nothing of a text, and would set English with the quotation marks of Chinese.
 */
export function textLang(text: string, claimed: string | null): string {
  if (claimed && CJK_TAG.test(claimed)) return LATIN.test(text) && !OTHER_LETTER.test(text) ? 'en' : claimed;
  if (KANA.test(text)) return 'ja';
  if (HANGUL.test(text)) return 'ko';
  const han = text.match(HAN)?.length ?? 0;
  if (han > 0 && (han * 4 >= text.length || !LATIN.test(text))) return 'zh-CN';
  if (LATIN.test(text) || !OTHER_LETTER.test(text)) return claimed || 'en';
  // English is what a feed claims that nobody set.
  return claimed && !/^en\b/iu.test(claimed) ? claimed : (SCRIPTS.find(([script]) => script.test(text))?.[1] ?? 'und');
}
