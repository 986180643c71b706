/** What a figure before was said of, in the same sentence or one before. */
export interface Said {
  readonly words: string;
  readonly kind: string;
  /** Normal form; null where there is none. */
  readonly unit: string | null;
}

/** Where a figure stands, whose own words name nothing or what was named before. */
export interface CarriedPlace {
  readonly kind: string;
  readonly unit: string | null;
  /** Its sentence's, the nearest last. */
  readonly here: readonly Said[];
  /** Those of the sentences before, the nearest last. */
  readonly before: readonly Said[];
  /** The product that was named last before the figure; null where none was. */
  readonly product: string | null;
  /** The product named since the figure before; null where none was. */
  readonly nearer?: string | null;
}

const PRONOUN = /^(?:it|they|we|I|he|she|this|that|these|those|there|the (?:figure|number|latter|former|same)|(?:[\w-]+ ){1,3}(?<!\b(?:around|from|of|to|by|with|for|in|on|[a-z]+ing) )(?:it|they|we)$|(?:\w+ )?ones?|others?|(?:the )?(?:number|figure|proportion|ratio|total)(?: (?:has |have )?(?:[a-z]+ed|rose|grew|fell))?)(?:$| (?:is|was|were|are|has|have|had|will|would|may|can|could|should|also|then|now|still|since|further|alone|paid|spent|sold|bought|made|built|[a-z]+ed)\b)/i;
/** What became of a mass, said without what it is of: "264 tons sold". */
const DEED = /^(?:sold|produced|shipped|delivered|processed|exported|recovered|mined)$/;
/** Those who deal, and what they ask: a price of theirs is that of what is dealt in. */
const DEALING = /^(?:(?:most|some|many|several|one|two|three|a few|other|large|small|big|major|chinese|us|eu|a|european|japanese|asian|western|domestic|overseas|local|spot|export|import|latest|current|recent|mainstream|fob china|fob|cif|market|traded|transaction|firm|t|mt|kg|december|january) )*(?:sellers?|buyers?|exporters?|importers?|traders?|suppliers?|producers?|consumers?|holders?|recyclers?|factory|factories|mills?|plants?|coaters?|magnet makers?|offers?|offer prices?|bids?|deals?|trades?|transactions?|transaction prices?|quotes?|quotations?|quoted prices?|spot prices?|market prices?|the market|market|prices?|price|levels?|delivery|deliveries|shipment|tender|participants?|sources|lots?|parcels?|cargoes|material)(?: (?:are|were|was|have|had|offers?|firmed|heard|talked|indicated|asked|asking|firm|changing hands|changed hands|asks?|quotes?|seeks?))?$/i;
/** "In Europe the same material was quoted", "on a FOB basis the oxide was unchanged": the goods told last. */
const SAME_GOODS = /^(?:[A-Z]\w+ )?(?:the )?same (?:material|product|grade|oxide|metal)$|\bbasis the (?:oxide|metal)$/;
/** "A US thermal-coatings producer", that paid a price for what was told of. */
const DEALER = /^(?:an? |one |some |another )?(?:[\w-]+ ){1,4}(?:traders?|buyers?|sellers?|consumers?|producers?|end[- ]users?)$/i;
const ALONE_DEALER = /^(?:traders?|buyers?|sellers?|stockists?|holders|consumers?|importers?|exporters?|separators?)$/i;
const HAN_DEALING = /^(?:不含税|周内|日内|盘中|月内|最高|最低|今日|昨日|本周|目前|当前|主流|市场|现货|实际|最新|部分|个别|国内|散单|含税|周内|厂家|贸易商|商家|大厂|主流市场)*(?:成交价格?|成交均价|成交|报价|报盘|询盘|询价|价格|主流价|现价|售价|采购价|要价|出货价?|触及|探至|高点|低点|折合(?:人民币|美元)?)(?:在|于|为|维持|集中)?$/;

/** Those who ask, alone. */
const HAN_DEALER = /^(?:部分|个别|少数|其他|多数)?(?:大厂|厂家|贸易商|商家|工厂|磁材厂|上游|下游|持货商|供应商|分离厂|金属厂|冶炼厂|卖方|买方)$/;
const HAN_ASKED = /^[^,]{0,10}(?:报价|成交价?|压价|询价|要价|出货价|还价|递价|实际)$/;
/** Characters of goods. */
export const HAN_PRODUCT = /[镧铈镨钕钐铕钆铽镝钬铒铥镱镥钇钪镓锗锑钨锂钴镍]|磁|矿|废料|稀土|石墨/;

/** The words that a figure's subject stands for, where its own are a pronoun, a dealer in what is priced, or none; else the words themselves. */
export function carriedSubject(words: string, { kind, unit, here, before, product, nearer = null }: CarriedPlace): string {
  const isPrice = kind === 'price' || (kind === 'change' && unit !== null && /^[A-Z]{3}\/(?:t|kg|g|lb|oz)$/.test(unit));
  if (kind === 'change' && unit === '%' && /^(?:市场)?(?:均价|价格|报价)$/.test(words)) return (nearer === null ? lastPriced(here) : `${nearer}${words}`) ?? words;
  if (isPrice && (HAN_DEALING.test(words) || HAN_DEALER.test(words) || (HAN_ASKED.test(words) && !HAN_PRODUCT.test(words)))) {
    return nearer ?? lastPriced(here) ?? product ?? lastPriced(before) ?? words;
  }
  if (isPrice && (SAME_GOODS.test(words) || DEALING.test(words) || DEALER.test(words) || / (?:said|says|added|that) (?:he|she|it|they|we|I)$/.test(words) || /^(?:anyone|cash(?! costs?\b))\b/i.test(words))) return lastPriced(here) ?? product ?? lastPriced(before) ?? words;
  // A seller's 150 kg are of the goods that are spoken of.
  if (kind === 'mass' && (DEALER.test(words) || ALONE_DEALER.test(words))) return lastPriced(here) ?? product ?? lastPriced(before) ?? words;
  if (DEED.test(words) && kind === 'mass') {
    const thing = [...before, ...here].findLast((one) => one.kind === 'mass' && one.unit === unit && one.words !== '' && !PRONOUN.test(one.words))?.words.replace(/ (?:produced|sold|shipped|production|output|sales)$/i, '');
    return thing === undefined ? words : `${thing} ${words}`;
  }
  if (!PRONOUN.test(words) && !/ (?:said|says|added|that) (?:he|she|it|they|we|I)$/.test(words) && words !== '') return words;
  if (words === '' && kind !== 'count' && unit === null) return words;
  const all = [...before, ...here].filter((one) => one.words !== '' && !PRONOUN.test(one.words));
  const alike = words === '' || isAmount(unit) ? all.findLast((one) => one.unit === unit && (one.kind === kind || kind === 'change' || one.kind === 'change' || kind === 'count')) : undefined;
  if (words === '') return alike?.words ?? (kind === 'count' && unit === null ? (all.findLast((one) => one.kind === 'count' && one.unit !== null)?.words ?? '') : '');
  return alike?.words ?? (kind === 'count' && unit === null ? all.findLast((one) => one.kind === 'count')?.words : undefined) ?? thingLast(all, unit) ?? words;
}

const MEASURE = /(?<=\w)(?<!^(?:total|annual|average|planned|initial|\w+ing|\w+ed)) (?:(?:total|annual|planned|average|initial) )*(?:costs?|prices?|investment|budget|area|output|capacity|output value|sales|revenue|people|employees|payback|life)$/i;
/** What was told of last; without what was measured of it, where another thing is measured now. */
function thingLast(all: readonly Said[], unit: string | null): string | undefined {
  const last = all.at(-1);
  return last === undefined || last.unit === unit || unit === '%' || unit === null ? last?.words : last.words.replace(MEASURE, '');
}

const isAmount = (unit: string | null): boolean => unit !== null && unit !== '%' && unit !== 'pp';

const lastPriced = (said: readonly Said[]): string | null => said.findLast((one) => one.unit !== null && /^[A-Z]{3}\//.test(one.unit) && one.words !== '' && !DEALING.test(one.words))?.words ?? null;
