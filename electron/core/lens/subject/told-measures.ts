import { matchesOf } from '../matches.ts';
/** What is dealt in, of which a text tells a measure: a pattern's alternatives. */
const GOODS = 'rare[- ]earths?|rare[- ]earth (?:magnets?|oxides?|metals?|products?|minerals?|compounds?|ores?|permanent magnets?)|permanent magnets?|magnets?|NdFeB(?: magnets?)?|neodymium|praseodymium|dysprosium|terbium|yttrium|gallium|germanium|antimony|tungsten|molybdenum|graphite|cobalt|lithium(?: carbonate| hydroxide)?|spodumene(?: concentrate)?|zircon|rutile|uranium|nickel|copper|manganese|NdPr(?: oxide)?|TREO|REO|APT|ferro-\\w+|nonferrous metals?|non-ferrous metals?|scandium|niobium|tantalum|titanium|zirconium|vanadium|beryllium|indium|bismuth|tellurium';
const MEASURE = 'exports?|imports?|production|output|sales|shipments?|demand|consumption|supply|inventor(?:y|ies)|stocks?|quotas?|prices?';
const BARE = new RegExp(`^(?:total |overall |annual |monthly |quarterly |domestic )?(${MEASURE})$`, 'i');
const TRADED = /^(exports?|imports?|shipments?|sales) (?:to|from) /i;
const IN_FRONT = new RegExp(`\\b(${GOODS}) (${MEASURE})\\b`, 'gi');
const BEHIND = new RegExp(`\\b(${MEASURE}) of (?:the |its |all |these )?((?:light |heavy |medium |mixed |refined |raw )?(?:${GOODS}))\\b`, 'gi');

const HAN_GOODS = '稀土永磁体?|稀土磁[铁体]|稀土功能材料|稀土精矿|稀土氧化物|稀土化合物|稀土|钕铁硼|永磁体|磁材|氧化[镧铈镨钕钐铕钆铽镝钬铒铥镱镥钇钪]+|碳酸锂|氢氧化锂|锑[锭品]?|钨精矿|钨品?|镓|锗|石墨|钼精矿';
const HAN_MEASURE = '出口|进口|产量|销量|价格|均价|库存|需求';
const HAN_BARE = new RegExp(`^(?:累计|总|全年|单月)?(${HAN_MEASURE})(?:量|额|总量|总额)?$`);
const HAN_TRADED = /^[对向自从]\p{Script=Han}{1,6}?的?(出口|进口)(?:量|额)?$/u;
const HAN_TOLD = new RegExp(`(${HAN_GOODS})(?:产品)?(?:累计)?(${HAN_MEASURE})|(出口|进口)(${HAN_GOODS})`, 'g');

/** Times that a text tells a measure of some goods, and how much more often than of others, so that it is of those where it names none. */
const FEWEST = 1;
const MOST_OTHERS = 0.5;

const stemOf = (word: string): string => word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '').replace(/-/g, ' ');

/** Of which goods a text tells what it measures: of rare earths, where it says "exports" alone. */
export class ToldMeasures {
  readonly #text: string;
  #counts: Map<string, Map<string, { count: number; readonly goods: string }>> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** A bare measure with the goods that the text tells it of elsewhere; other words, and those of several goods, as they are. */
  fuller(words: string): string {
    const isHan = /\p{Script=Han}/u.test(words);
    const measure = (isHan ? (HAN_BARE.exec(words) ?? HAN_TRADED.exec(words)) : (BARE.exec(words) ?? TRADED.exec(words)))?.[1];
    if (measure === undefined) return words;
    const goods = this.#goodsOf(isHan ? measure : stemOf(measure));
    return goods === null ? words : isHan ? `${goods}${words}` : `${goods} ${words}`;
  }

  #goodsOf(measure: string): string | null {
    this.#counts ??= this.#counted();
    const told = [...(this.#counts.get(measure)?.values() ?? [])].toSorted((one, other) => other.count - one.count);
    const [first, ...others] = told;
    if (!first || first.count < FEWEST) return null;
    return others.reduce((sum, { count }) => sum + count, 0) > first.count * MOST_OTHERS ? null : first.goods;
  }

  #counted(): Map<string, Map<string, { count: number; readonly goods: string }>> {
    const counts = new Map<string, Map<string, { count: number; readonly goods: string }>>();
    const add = (measure: string, goods: string): void => {
      const of = counts.get(measure) ?? new Map<string, { count: number; readonly goods: string }>();
      counts.set(measure, of);
      const known = of.get(stemOf(goods));
      if (known) known.count += 1;
      else of.set(stemOf(goods), { count: 1, goods: goods.replace(/(?<=rare)-(?=earth)/i, ' ') });
    };
    for (const [, goods = '', measure = ''] of matchesOf(this.#text, IN_FRONT)) add(stemOf(measure), goods);
    for (const [, measure = '', goods = ''] of matchesOf(this.#text, BEHIND)) add(stemOf(measure), goods);
    for (const [, goods, measure, trade, other] of matchesOf(this.#text, HAN_TOLD)) add(measure ?? trade ?? '', goods ?? other ?? '');
    return counts;
  }
}
