/** Countries in both languages: the gazetteer names places of the field alone. China is in every text, and left out. */
const COUNTRIES: readonly (readonly [string, string])[] = [
  ['australia', 'Australian?|澳大利亚|澳洲'], ['japan', 'Japan(?:ese)?|日本'], ['malaysia', 'Malaysian?|马来西亚'], ['vietnam', 'Viet ?nam(?:ese)?|越南'],
  ['india', 'Indian?|印度(?!尼)'], ['brazil', 'Brazil(?:ian)?|巴西'], ['canada', 'Canad(?:a|ian)|加拿大'], ['estonia', 'Estonian?|爱沙尼亚'], ['france', 'France|French|法国'],
  ['germany', 'German[ys]?|德国'], ['united-kingdom', 'Britain|British|United Kingdom|英国'], ['angola', 'Angolan?|安哥拉'], ['kazakhstan', 'Kazakh(?:stan)?|哈萨克斯坦'],
  ['south-korea', 'South Korean?|韩国'], ['thailand', 'Thai(?:land)?|泰国'], ['laos', 'Lao(?:s|tian)|老挝'], ['indonesia', 'Indonesian?|印度尼西亚|印尼'], ['russia', 'Russian?|俄罗斯'],
  ['ukraine', 'Ukrain(?:e|ian)|乌克兰'], ['saudi-arabia', 'Saudi|沙特'], ['south-africa', 'South African?|南非'], ['tanzania', 'Tanzanian?|坦桑尼亚'], ['malawi', 'Malawian?|马拉维'],
  ['madagascar', 'Madagascar|Malagasy|马达加斯加'], ['sweden', 'Swed(?:en|ish)|瑞典'], ['norway', 'Nor(?:way|wegian)|挪威'], ['poland', 'Poland|Polish|波兰'], ['netherlands', 'Netherlands|Dutch|荷兰'],
  ['philippines', 'Philippines?|Filipino|菲律宾'], ['mexico', 'Mexic(?:o|an)|墨西哥'], ['argentina', 'Argentin(?:a|ian|e)|阿根廷'], ['peru', 'Peru(?:vian)?|秘鲁'], ['bolivia', 'Bolivian?|玻利维亚'], ['colombia', 'Colombian?|哥伦比亚'],
  ['denmark', 'Denmark|Danish|丹麦'], ['finland', 'Finland|Finnish|芬兰'], ['spain', 'Spain|Spanish|西班牙'], ['italy', 'Ital(?:y|ian)|意大利'], ['portugal', 'Portug(?:al|uese)|葡萄牙'], ['austria', 'Austrian?|奥地利'], ['switzerland', 'Switzerland|Swiss|瑞士'],
  ['czechia', 'Czech(?:ia)?|捷克'], ['hungary', 'Hungar(?:y|ian)|匈牙利'], ['romania', 'Romanian?|罗马尼亚'], ['serbia', 'Serbian?|塞尔维亚'], ['iran', 'Iran(?:ian)?|伊朗'], ['israel', 'Israeli?|以色列'], ['egypt', 'Egypt(?:ian)?|埃及'], ['uae', 'UAE|Emirat(?:es|i)|阿联酋'],
  ['nigeria', 'Nigerian?|尼日利亚'], ['kenya', 'Kenyan?|肯尼亚'], ['uganda', 'Ugandan?|乌干达'], ['burundi', 'Burundi(?:an)?|布隆迪'], ['congo', 'Congo(?:lese)?|刚果'], ['zambia', 'Zambian?|赞比亚'], ['zimbabwe', 'Zimbabwean?|津巴布韦'], ['namibia', 'Namibian?|纳米比亚'],
  ['mozambique', 'Mozambi(?:que|can)|莫桑比克'], ['kyrgyzstan', 'Kyrgyz(?:stan)?|吉尔吉斯'], ['uzbekistan', 'Uzbek(?:istan)?|乌兹别克'], ['bangladesh', 'Bangladeshi?|孟加拉'], ['sri-lanka', 'Sri Lankan?|斯里兰卡'], ['cambodia', 'Cambodian?|柬埔寨'],
  ['singapore', 'Singapore(?:an)?|新加坡'], ['new-zealand', 'New Zealand(?:er)?|新西兰'], ['papua-new-guinea', 'Papua New Guinea|巴布亚新几内亚'], ['belgium', 'Belgi(?:um|an)|比利时'], ['pakistan', 'Pakistani?|巴基斯坦'], ['taiwan', 'Taiwan(?:ese)?|台湾'], ['mongolia', 'Mongolian?|(?<!内)蒙古'], ['chile', 'Chilean?|智利'], ['turkey', 'Türkiye|Turk(?:ey|ish)|土耳其'],
];

/** The forms of each in letters, or in characters, as a group of its own. */
function groups(isHan: boolean): string {
  return COUNTRIES.map(([, forms]) => `(${forms.split(/\|(?![^(]*\))/).filter((form) => /\p{Script=Han}/u.test(form) === isHan).join('|')})`).join('|');
}

/** One pass for all of them. What parts words stands in it once: a class of all letters takes as long to make as a page to search. */
const PATTERN = new RegExp(`(?<!\\p{L})(?:${groups(false)})(?!\\p{L})|${groups(true)}`, 'gu');

/** `country:malaysia`, each once, in the order of the text. */
export function countriesIn(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(PATTERN)) {
    const at = match.slice(1).findIndex((part) => part !== undefined);
    const name = COUNTRIES[at % COUNTRIES.length]?.[0];
    if (name) found.add(`country:${name}`);
  }
  return [...found];
}
