/** A claimed language as a BCP 47 tag, or null where it is none. */
export function languageTag(claimed: string | null): string | null {
  if (!claimed || claimed.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(claimed.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    // Not a language tag: what publishers write here is often a word.
    return null;
  }
}

/** From the first kana to the last hangul, and the Han characters beyond. */
const EASTERN = /[\u3041-\ud7af\uf900-\ufaff]/;

/** The language of a text by its script: `ja` by kana, `ko` by hangul, `zh` by the share of Han; null for every other. */
export function guessLanguage(text: string): string | null {
  if (!EASTERN.test(text)) return null;
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let letters = 0;
  const end = Math.min(text.length, 600);
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit < 0x2000)) letters++;
    else if (unit >= 0x3041 && unit <= 0x30ff) kana++;
    else if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) han++;
    else if (unit >= 0xac00 && unit <= 0xd7af) hangul++;
  }
  // A Chinese character says about as much as four letters.
  const weight = han + kana + hangul + letters / 4;
  if (weight === 0) return null;
  if (kana > 2 && kana / weight > 0.1) return 'ja';
  if (hangul / weight > 0.3) return 'ko';
  return han / weight > 0.3 ? 'zh' : null;
}

/** Scripts that one expression tells; those of the east are for `guessLanguage`. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latn}/gu, Cyrl: /\p{Script=Cyrl}/gu, Grek: /\p{Script=Grek}/gu, Arab: /\p{Script=Arab}/gu, Hebr: /\p{Script=Hebr}/gu, Thai: /\p{Script=Thai}/gu, Deva: /\p{Script=Deva}/gu,
};

function isWrittenIn(text: string, tag: string): boolean {
  const script = SCRIPTS[new Intl.Locale(tag).maximize().script ?? ''];
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const own = script ? count(script) : 0;
  return own > 0 && own * 2 >= count(/\p{L}/gu);
}

/**
 * The language of a text of which its document says nothing: by its script, and by the Content-Language of the answer (RFC 9110
 * section 8.5) where that names one language and the text is written in its script, for many servers name their own for whatever
 * they send.
 */
export function languageOfText(text: string, contentLanguage: string | null): string | null {
  const guessed = guessLanguage(text);
  const stated = languageTag(contentLanguage);
  if (stated === null) return guessed;
  if (guessed !== null) return stated.split('-')[0] === guessed ? stated : guessed;
  return isWrittenIn(text, stated) ? stated : null;
}

/** Fewer letters than these may be a name or a grade in a text of any language. */
const LEAST_LETTERS = 40;
const EASTERN_TAG = /^(?:zh|ja|ko|yue|wuu)\b/i;

/**
 * The language that a document claims for a text, unless the text's script denies it: feeds in Chinese that say `en` are common,
 * and so are English articles in feeds that say `zh`.
 */
export function believedLanguage(claimed: string | null, text: string): string | null {
  if (claimed === null) return null;
  if (!EASTERN_TAG.test(claimed)) return guessLanguage(text) ?? claimed;
  return EASTERN.test(text) || (text.match(/\p{Script=Latn}/gu)?.length ?? 0) < LEAST_LETTERS ? claimed : 'en';
}
