/** Countries in both languages: the gazetteer names places of the field alone. China is in every text, and left out. */
const COUNTRIES: readonly (readonly [string, string])[] = [
  ['australia', 'Australian?|澳大利亚|澳洲'], ['japan', 'Japan(?:ese)?|日本'], ['malaysia', 'Malaysian?|马来西亚'], ['vietnam', 'Viet ?nam(?:ese)?|越南'],
  ['india', 'Indian?|印度(?!尼)'], ['brazil', 'Brazil(?:ian)?|巴西'], ['canada', 'Canad(?:a|ian)|加拿大'], ['estonia', 'Estonian?|爱沙尼亚'], ['france', 'France|French|法国'],
  ['germany', 'German[ys]?|德国'], ['united-kingdom', 'Britain|British|United Kingdom|英国'], ['angola', 'Angolan?|安哥拉'], ['kazakhstan', 'Kazakh(?:stan)?|哈萨克斯坦'],
  ['south-korea', 'South Korean?|韩国'], ['thailand', 'Thai(?:land)?|泰国'], ['laos', 'Lao(?:s|tian)|老挝'], ['indonesia', 'Indonesian?|印度尼西亚|印尼'], ['russia', 'Russian?|俄罗斯'],
  ['ukraine', 'Ukrain(?:e|ian)|乌克兰'], ['saudi-arabia', 'Saudi|沙特'], ['south-africa', 'South African?|南非'], ['tanzania', 'Tanzanian?|坦桑尼亚'], ['malawi', 'Malawian?|马拉维'],
  ['madagascar', 'Madagascar|Malagasy|马达加斯加'], ['sweden', 'Swed(?:en|ish)|瑞典'], ['norway', 'Nor(?:way|wegian)|挪威'], ['poland', 'Poland|Polish|波兰'], ['netherlands', 'Netherlands|Dutch|荷兰'],
  ['belgium', 'Belgi(?:um|an)|比利时'], ['pakistan', 'Pakistani?|巴基斯坦'], ['taiwan', 'Taiwan(?:ese)?|台湾'], ['mongolia', 'Mongolian?|(?<!内)蒙古'], ['chile', 'Chilean?|智利'], ['turkey', 'Türkiye|Turk(?:ey|ish)|土耳其'],
];

/** One pass for all of them. */
const PATTERN = new RegExp(COUNTRIES.map(([, forms]) => `(${forms.split(/\|(?![^(]*\))/).map((form) => (/\p{Script=Han}/u.test(form) ? form : `(?<![\\p{L}])${form}(?![\\p{L}])`)).join('|')})`).join('|'), 'gu');

/** `country:malaysia`, each once, in the order of the text. */
export function countriesIn(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(PATTERN)) {
    const at = match.slice(1).findIndex((part) => part !== undefined);
    const name = COUNTRIES[at]?.[0];
    if (name) found.add(`country:${name}`);
  }
  return [...found];
}
