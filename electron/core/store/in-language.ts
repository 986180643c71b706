/**
 * Whether an article is in a language, as constant SQL over `articles a` and `feeds f`: one that names none is in that of its feed.
 * `wanted`: SQL of a BCP 47 tag in small letters; `zh` also means `zh-CN`.
 */
export function inLanguage(wanted: string): string {
  const lang = 'lower(coalesce(a.lang, f.lang))';
  return `(${lang} = ${wanted} OR substr(${lang}, 1, length(${wanted}) + 1) = ${wanted} || '-')`;
}
