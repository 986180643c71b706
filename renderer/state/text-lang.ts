const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const CJK_TAG = /^(zh|ja|ko|yue|wuu)\b/iu;

/**
 * The language to set on a text, as a BCP 47 tag. A feed's own claim is believed except where the script denies it:
 * feeds in Chinese that say `en` are common. Undefined where nothing is known.
 */
export function textLang(text: string, claimed: string | null): string | undefined {
  if (claimed && CJK_TAG.test(claimed)) return claimed;
  if (KANA.test(text)) return 'ja';
  if (HANGUL.test(text)) return 'ko';
  const han = text.match(HAN)?.length ?? 0;
  if (han > 0 && han * 4 >= text.length) return 'zh-CN';
  return claimed ?? undefined;
}
