/** What sort of thing a unit measures. */
export type UnitSort = 'money' | 'mass' | 'percent' | 'pp' | 'times' | 'level' | 'count';

/** A unit as a number is read with it. */
export interface Unit {
  readonly normal: string;
  readonly sort: UnitSort;
  /** What a number is multiplied by, 10^`shift`, to be in the normal unit: 3 of kt. */
  readonly shift: number;
  /** That it is by the time or piece, where the unit itself says so: `year` of tpa. */
  readonly per: string | null;
}

type Row = readonly [words: string, normal: string, sort: UnitSort, shift?: number, per?: string];

/** English words; a word with a capital in it is taken as it is written alone. */
const ROWS: readonly Row[] = [
  ['yuan|RMB|CNY|renminbi', 'CNY', 'money'],
  ['US dollars|US dollar|U.S. dollars|dollars|dollar|USD|US$|bucks|$', 'USD', 'money'],
  ['cents|cent|US cents|¢', 'USD', 'money', -2],
  ['Australian dollars|Australian dollar|AUD', 'AUD', 'money'],
  ['Canadian dollars|Canadian dollar|CAD', 'CAD', 'money'],
  ['euros|euro|EUR', 'EUR', 'money'],
  ['pounds sterling|GBP', 'GBP', 'money'],
  ['yen|Japanese yen|JPY', 'JPY', 'money'],
  ['Chinese yuan renminbi|yuan renminbi', 'CNY', 'money'],
  ['won|KRW', 'KRW', 'money'], ['Swedish kronor|kronor|SEK', 'SEK', 'money'], ['Norwegian kroner|NOK', 'NOK', 'money'], ['DKK', 'DKK', 'money'], ['Swiss francs|CHF', 'CHF', 'money'], ['rand|ZAR', 'ZAR', 'money'],
  ['MSEK', 'SEK', 'money', 6], ['TSEK|KSEK|kSEK', 'SEK', 'money', 3], ['MNOK', 'NOK', 'money', 6], ['TNOK', 'NOK', 'money', 3], ['MDKK', 'DKK', 'money', 6], ['MEUR', 'EUR', 'money', 6], ['TEUR|KEUR|kEUR', 'EUR', 'money', 3], ['MUSD', 'USD', 'money', 6], ['TUSD|KUSD|kUSD', 'USD', 'money', 3],
  ['rupees|rupee|INR', 'INR', 'money'],
  ['dong|VND', 'VND', 'money'],
  ['ringgit|MYR', 'MYR', 'money'],
  ['rand|ZAR', 'ZAR', 'money'],
  ['baht|THB', 'THB', 'money'],
  ['reais|BRL', 'BRL', 'money'],
  ['roubles|rubles|RUB', 'RUB', 'money'],
  ['tonnes|tonne|tons|ton|REO tonnes|TREO tonnes|tonnes REO|t REO|NdPr tonnes|metric tonnes|metric tonne|metric tons|metric ton|dry tonnes|standard tonnes|standard tons|dry metric tonnes|dry metric tons|wet tonnes|wet metric tonnes|mt|MT|t|physical tons|physical tonnes|wmt|dmt', 't', 'mass'],
  ['short tons|short ton', 'short ton', 'mass'],
  ['kdmt|kwmt|kt|kilotonnes|kilotons|kilotonne', 't', 'mass', 3],
  ['Mt|megatonnes', 't', 'mass', 6],
  ['tpa|tpy|mtpa|mtpy', 't', 'mass', 0, 'year'],
  ['ktpa|ktpy', 't', 'mass', 3, 'year'],
  ['Mtpa|Mtpy', 't', 'mass', 6, 'year'],
  ['tpd', 't', 'mass', 0, 'day'],
  ['tph', 't', 'mass', 0, 'hour'],
  ['kilograms|kilogram|kilogrammes|kilogramme|kilos|kilo|kg|kgs|KG|Kg', 'kg', 'mass'],
  ['grams|gram|grammes|g', 'g', 'mass'],
  ['mg|milligrams', 'mg', 'mass'], ['jin', '斤', 'mass'],
  ['pounds|pound|lbs|lb', 'lb', 'mass'],
  ['ounces|ounce|oz', 'oz', 'mass'],
  ['percent|per cent|pct|pc|percentage', '%', 'percent'],
  ['percentage points|percentage point|percent points|percentage-point|pp|ppt|ppts|points of percentage', 'pp', 'pp'],
  ['basis points|basis point|bps|bp', 'pp', 'pp', -2],
  ['times|fold|x', 'x', 'times'],
  ['Ah|amp-hours|ampere-hours', 'Ah', 'level'], ['mAh', 'mAh', 'level'], ['Wh|watt-hours', 'Wh', 'level'],
  ['kWh|kilowatt-hours|kilowatt hours|kilowatt-hour|kilowatt hour', 'kWh', 'level'],
  ['MWh|megawatt-hours|megawatt hours', 'MWh', 'level'],
  ['GWh|gigawatt-hours|gigawatt hours', 'GWh', 'level'],
  ['TWh|terawatt-hours|terawatt hours', 'TWh', 'level'],
  ['kW|kilowatts|kilowatt', 'kW', 'level'],
  ['MW|megawatts|megawatt', 'MW', 'level'], ['MPa', 'MPa', 'level'], ['kVA', 'kVA', 'level'],
  ['GW|gigawatts|gigawatt', 'GW', 'level'],
  ['kilometres|kilometre|kilometers|kilometer|km', 'km', 'level'],
  ['metres|metre|meters|meter|m', 'm', 'level'],
  ['centimetres|centimeters|cm', 'cm', 'level'],
  ['millimetres|millimeters|mm', 'mm', 'level'],
  ['microns|micron|µm|μm|micrometres', 'µm', 'level'],
  ['nm|nanometres|nanometers', 'nm', 'level'],
  ['feet|foot|ft', 'ft', 'level'],
  ['miles|mile', 'mile', 'level'],
  ['hectares|hectare|ha|Ha|HA', 'ha', 'level'],
  ['acres|acre', 'acre', 'level'],
  ['mu', '亩', 'level'],
  ['square metres|square meters|sq m|sqm|m2|m²|square metre|square meter', 'm2', 'level'],
  ['square kilometres|square kilometers|square kilometre|square kilometer|square km|sq km|km2|km²', 'km2', 'level'],
  ['square feet|sq ft', 'ft2', 'level'],
  ['cubic metres|cubic meters|cubic metre|cubic meter|m3|m³', 'm3', 'level'],
  ['bar|bars', 'bar', 'level'], ['litres|liters|litre|liter|L', 'l', 'level'], ['kiloamperes|kiloampere|kA', 'kA', 'level'], ['µg|μg|micrograms', 'µg', 'mass'],
  ['barrels|barrel|bbl', 'barrel', 'level'],
  ['°C|℃|degrees Celsius|degrees C|degrees', '°C', 'level'],
  ['ppm|parts per million', 'ppm', 'level'],
  ['g/t', 'g/t', 'level'],
  ['tesla', 'T', 'level'],
  ['points|point', 'point', 'level'],
  ['kOe', 'kOe', 'level'],
  ['MGOe', 'MGOe', 'level'],
  ['seconds|second', 'second', 'level'],
  ['minutes|minute|mins|min', 'minute', 'level'],
  ['hours|hour|hrs|h', 'hour', 'level'],
  ['days|day|working days|working day|business day|business days|calendar days', 'day', 'level'],
  ['weeks|week', 'week', 'level'],
  ['months|month', 'month', 'level'],
  ['quarters', 'quarter', 'level'],
  ['years|year|yr|yrs', 'year', 'level'],
  ['decades|decade', 'decade', 'level'],
  ['people|persons|person', 'person', 'count'],
];

/** Chinese, the longest first. */
const HAN_ROWS: readonly Row[] = [
  ['个百分点|百分点', 'pp', 'pp'], ['个基点|基点|个BP', 'pp', 'pp', -2], ['%|个百分比', '%', 'percent'],
  ['人民币元|元人民币|块钱|元', 'CNY', 'money'], ['美元|美金', 'USD', 'money'], ['美分', 'USD', 'money', -2], ['澳大利亚元|澳元', 'AUD', 'money'], ['加拿大元|加元', 'CAD', 'money'], ['欧元', 'EUR', 'money'], ['英镑', 'GBP', 'money'], ['日元', 'JPY', 'money'], ['韩元', 'KRW', 'money'],
  ['越南盾', 'VND', 'money'], ['卢比', 'INR', 'money'], ['港元', 'HKD', 'money'], ['新台币', 'TWD', 'money'], ['林吉特', 'MYR', 'money'], ['卢布', 'RUB', 'money'], ['雷亚尔', 'BRL', 'money'],
  ['公吨|吨', 't', 'mass'], ['公斤|千克', 'kg', 'mass'], ['市斤|斤(?!两|斗|斤)', '斤', 'mass'], ['实物吨|金属吨|标吨|基吨|干吨|湿吨', 't', 'mass'], ['毫克', 'mg', 'mass'], ['微克', 'µg', 'mass'], ['克', 'g', 'mass'], ['磅', 'lb', 'mass'], ['盎司', 'oz', 'mass'],
  ['倍', 'x', 'times'],
  ['千瓦时|度电', 'kWh', 'level'], ['兆瓦时', 'MWh', 'level'], ['吉瓦时', 'GWh', 'level'], ['千瓦', 'kW', 'level'], ['兆瓦', 'MW', 'level'], ['千伏安', 'kVA', 'level'], ['千伏', 'kV', 'level'], ['吉瓦', 'GW', 'level'],
  ['平方公里|平方千米', 'km2', 'level'], ['平方米', 'm2', 'level'], ['立方米', 'm3', 'level'], ['公里|千米', 'km', 'level'], ['厘米', 'cm', 'level'], ['毫米', 'mm', 'level'], ['微米', 'µm', 'level'], ['纳米', 'nm', 'level'], ['米', 'm', 'level'],
  ['公顷', 'ha', 'level'], ['亩', '亩', 'level'], ['英亩', 'acre', 'level'], ['桶', 'barrel', 'level'], ['升(?!级|至|到|高|幅)', 'l', 'level'], ['摄氏度|℃', '°C', 'level'], ['标准立方米', 'm3', 'level'],
  ['个点|点(?!半|整|钟)', 'point', 'level'], ['秒', 'second', 'level'], ['分钟', 'minute', 'level'], ['个小时|小时', 'hour', 'level'], ['个工作日|工作日|个自然日|自然日|天|日(?=内|以内|之内|$)', 'day', 'level'], ['个星期|星期|周(?!年|边|期)', 'week', 'level'], ['个月', 'month', 'level'], ['个季度', 'quarter', 'level'], ['个年度|周年|年(?!级|代|度|产|报|均|底|末|初|中|内)|年(?=内)', 'year', 'level'],
  ['余?人(?!均|工|民|才|员|力|次|大|类)|名(?!单|称|牌|列|为|义)', '人', 'count'], ['人次', '人次', 'count'],
  ['家|个|项|栋|幢|件|台套|台|套|条|座|种|类(?!别)|批次|批|期(?!间|限|货|内|望|末|初)|户|所(?!有|在|以|谓)|辆|艘|起(?!草)|宗|只|支|股(?!权|份|东|价|息|票)|班|轮|处(?!理|于)|口|孔|层|块|大(?!学|幅|量|力|型|于|约|会)|款|部(?!分|门|长|委|署)|份(?!额)|篇|场|次|位(?!于|居|列)|届|间|片|代(?!表|理)|颗|枚|门|节|组(?!织|成|合|建)|对(?!于|比)|步|株|箱|列|架|标段|例|手(?!机|工|段|法|续|术|里|下|上|中|动|握|持)', '', 'count'],
];

const LATIN = new Map<string, Unit>();
for (const [words, normal, sort, shift = 0, per = null] of ROWS) for (const word of words.split('|')) LATIN.set(word, { normal, sort, shift, per });

const escaped = (word: string): string => word.replace(/[.$/]/g, (sign) => `\\${sign}`).replace(/ /g, '[ -]');
const LATIN_WORDS = [...LATIN.keys()].toSorted((one, other) => other.length - one.length).map(escaped).join('|');
const LATIN_UNIT = new RegExp(String.raw`[ -]{0,2}(${LATIN_WORDS})(?![\p{Script=Latin}\d²³])`, 'uy');
const LATIN_ANY_CASE = new RegExp(LATIN_UNIT.source, 'iuy');
const HAN_UNITS: readonly (readonly [RegExp, Row])[] = HAN_ROWS.map((row) => [new RegExp(` ?(?:${row[0]})`, 'y'), row]);
const SIGN = / ?(?:(?:wt|mol|at|vol)\.? ?)?[%‰]|-%/y;
const PER_MILLE: Unit = { normal: '‰', sort: 'level', shift: 0, per: null };
const POINTS: Unit = { normal: 'pp', sort: 'pp', shift: 0, per: null };
const PER_CENT: Unit = { normal: '%', sort: 'percent', shift: 0, per: null };
/** In any case they are the same word; "T", "M" and "G" alone are not. */
const ANY_CASE = /^.{3,}$/;

function latin(word: string): Unit | null {
  const folded = word.replace(/[ -]/g, ' ');
  const exact = LATIN.get(word) ?? LATIN.get(folded);
  if (exact) return exact;
  const lower = folded.toLowerCase();
  for (const [known, unit] of LATIN) if (ANY_CASE.test(known) && known.toLowerCase() === lower) return unit;
  return null;
}

/** The unit that stands at a place of a folded text, and how many characters it takes. */
export function unitAt(text: string, start: number): { readonly unit: Unit; readonly length: number } | null {
  SIGN.lastIndex = start;
  const sign = SIGN.exec(text);
  if (sign) return { unit: sign[0].endsWith('‰') ? PER_MILLE : PER_CENT, length: sign[0].length };
  const next = text[start] === ' ' || text[start] === '-' ? text.charCodeAt(start + 1) : text.charCodeAt(start);
  if (next > 0x2e7f) {
    for (const [pattern, [, normal, sort, shift = 0]] of HAN_UNITS) {
      pattern.lastIndex = start;
      const found = pattern.exec(text);
      if (found) return { unit: { normal: normal || found[0].trim(), sort, shift, per: null }, length: found[0].length };
    }
    if (next !== 0x2103) return null;
  }
  // Analysts write 同比下滑4pct of percentage points.
  if (text.startsWith('pct', start) && /\p{Script=Han}[^。；\n]{0,20}$/u.test(text.slice(Math.max(0, start - 24), start))) return { unit: POINTS, length: text[start + 3] === 's' ? 4 : 3 };
  for (const pattern of [LATIN_UNIT, LATIN_ANY_CASE]) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    const unit = found ? latin(found[1] ?? '') : null;
    if (found && unit) return { unit, length: found[0].length };
  }
  return null;
}

const PERS: readonly (readonly [RegExp, string])[] = [
  [/(?:dry |wet )?(?:metric )?(?:tonnes?|tons?)\b|mt\b|MT\b|dmt\b|wmt\b|t\b|(?:[标干湿基]|金属|实物)?公?吨(?!度)/y, 't'],
  [/kilogram(?:me)?s?\b|kilos?\b|kgs?\b|KG\b|公斤|千克/y, 'kg'],
  [/pounds?\b|lbs?\b|磅/y, 'lb'],
  [/ounces?\b|oz\b|盎司/y, 'oz'],
  [/grams?\b|g\b|克/y, 'g'],
  [/mtu\b|吨度/y, 'mtu'],
  [/lit(?:re|er)s?\b|[lL]\b|升/y, 'l'],
  [/annum\b|years?\b|yr\b|[ya]\b|年/y, 'year'],
  [/months?\b|月/y, 'month'],
  [/weeks?\b|wk\b|周/y, 'week'],
  [/days?\b|d\b|天|日/y, 'day'],
  [/hours?\b|hr?\b|小时/y, 'hour'],
  [/(?:(?:diluted |basic )?(?:common |ordinary )?shares?)\b|股/y, 'share'],
  [/persons?\b|capita\b|head\b|人/y, 'person'],
  [/barrels?\b|bbl\b|桶/y, 'barrel'],
  [/(?:square met(?:re|er)s?|sq ?m|m2|m²)\b|平方米?/y, 'm2'],
  [/(?:cubic met(?:re|er)s?|m3|m³|立方米?)/y, 'm3'],
  [/kwh\b|kilowatt[- ]hours?\b|千瓦时|度/iy, 'kWh'],
  [/mwh\b/iy, 'MWh'],
  [/watts?\b|W\b|瓦/y, 'W'],
  [/pieces?\b|pcs?\b|units?\b|件|台|只|辆|套|个/y, 'piece'],
  [/vehicles?\b|cars?\b/y, 'piece'],
  [/mu\b|亩/y, '亩'],
  [/hectares?\b|ha\b|公顷/y, 'ha'],
];
const SLASH = / ?\/ ?(?:1 ?)?/y;
const PER_WORD = /(?:[ -]per[ -]|[ -]an? |,? ?(?:for )?(?:each|every) |每)/iy;

/** What a unit is per, at a place right behind it: `/t`, "per tonne", "a kilogram", 每吨. */
export function perAt(text: string, start: number): { readonly per: string; readonly length: number } | null {
  for (const opening of [SLASH, PER_WORD]) {
    opening.lastIndex = start;
    const opened = opening.exec(text);
    if (!opened) continue;
    const from = start + opened[0].length;
    for (const [pattern, per] of PERS) {
      pattern.lastIndex = from;
      const found = pattern.exec(text);
      // "4,620 tonnes a week earlier" is no rate.
      if (found && !(opening === PER_WORD && /^ (?:earlier|ago|before|later)\b/.test(text.slice(from + found[0].length, from + found[0].length + 9)))) return { per, length: opened[0].length + found[0].length };
    }
  }
  return null;
}

const EVERY = /每(公吨|吨|公斤|千克|磅|盎司|股|克|升|立方米|人|亩|桶|平方米|千瓦时|瓦|件|台|辆|年|月|天)(?:收益|净资产|盈利|派息|派发|派现|派|分红|现金红利|亏损|[\u4e00-\u9fff]{0,4}(?:成本|费用|售价|加工费|毛利))?(?:为|约|近|超|高达|上涨|下跌|降低|下降|减少|提高|增加|报|仅|合)?(?:了|约|近)?$/;

/** What the price is per that begins at a place, where that stands in front: 每公斤110美元. */
export function perBefore(text: string, start: number): { readonly per: string; readonly length: number } | null {
  const found = EVERY.exec(text.slice(Math.max(0, start - 18), start));
  const word = found?.[1];
  if (!found || word === undefined) return null;
  for (const [pattern, per] of PERS) {
    pattern.lastIndex = 0;
    if (pattern.exec(word)?.[0] === word) return { per, length: found[0].length };
  }
  return null;
}
