/** Languages as people type them; any other is taken for a BCP 47 tag. */
export const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'], ['英文', 'en'], ['英语', 'en'], ['chinese', 'zh'], ['中文', 'zh'], ['汉语', 'zh'], ['japanese', 'ja'], ['日文', 'ja'], ['日语', 'ja'],
  ['german', 'de'], ['德语', 'de'], ['french', 'fr'], ['法语', 'fr'], ['spanish', 'es'], ['西班牙语', 'es'], ['portuguese', 'pt'], ['葡萄牙语', 'pt'], ['russian', 'ru'], ['俄语', 'ru'], ['korean', 'ko'], ['韩语', 'ko'],
]);

/** The tag of a language, in small letters. */
export function languageCode(name: string): string {
  const typed = name.trim().toLowerCase();
  return LANGUAGE_NAMES.get(typed) ?? typed;
}
