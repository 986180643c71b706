import type { Figure, PriceRow } from '../../contract/lens.ts';
import { columnHead } from './table/table-lines.ts';

const DAY_MS = 24 * 60 * 60_000;
const dayAt = (hours: number) => (time: number): string => new Date(time + hours * 60 * 60_000).toISOString().slice(0, 10);
/** The day in China, where yuan are asked. */
const chineseDay = dayAt(8);
/** The day in Greenwich: between that of who quotes in America and that of who does in Asia. */
const greenwichDay = dayAt(0);
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Goods that are quoted, by the nouns of their names: a quote of anything else ("not below", "land", "the market") is a figure, and no product. */
const GOODS = /\b(?:oxides?|metals?|alloys?|carbonates?|chlorides?|nitrates?|fluorides?|oxalates?|concentrates?|magnets?|blanks?|blocks?|ores?|monazite|xenotime|bastnae?site|ionic clay|scrap|swarf|powders?|ferro\w*|ferro-\w+|mischmetal|NdPr|PrNd|Pr-Nd|NdFeB|SmCo|SEG\+?|[NF]?\d\d[MHSUEA]{0,2}H?|rare earths?|REO|TREO|APT|ammonium paratungstate|tungsten|antimony|gallium|germanium|indium|bismuth|ingots?|cobalt|nickel|lithium|graphite|copper|gold|zircon|rutile|ilmenite|yttrium|scandium|lanthanum|cerium|praseodymium|neodymium|samarium|europium|gadolinium|terbium|dysprosium|holmium|erbium|thulium|ytterbium|lutetium|(?:hydrochloric|sulphuric|sulfuric|oxalic|nitric) acid|caustic soda)\b|[镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥钇钪钨锑镓锗铟铋钴镍锂铜锡钼钛]|稀土|氧化|碳酸|金属|合金|磁|毛坯|废料|矿|锭|石墨|草酸|盐酸|硫酸|液碱|独居石/i;
const MASS = /^(?:t|kg|g|lb|oz|mtu)$/;

const isGoods = ({ words, entityIds }: Figure['subject']): boolean => entityIds.some((id) => /^(?:product|metal|element):/.test(id)) || GOODS.test(words);

/** The day that a price is of: one named in its sentence, else the first that title or text names as theirs, else that of publication where the money of the quote is: a day that is the same whoever reads it. */
function asOf(price: Figure, days: readonly Figure[], publishedAt: number | null): string | null {
  const past = days.filter(({ low }) => publishedAt === null || low <= chineseDay(publishedAt + DAY_MS));
  const here = days.filter(({ sentence }) => sentence.field === price.sentence.field && sentence.start === price.sentence.start);
  const named = here.findLast(({ place }) => place.end <= price.place.start) ?? here[0] ?? past.find(({ role }) => role === 'as-of') ?? past.find(({ place }) => place.field === 'title' || place.start < 200);
  if (named) return named.low;
  if (publishedAt === null) return null;
  return price.currency === 'CNY' ? chineseDay(publishedAt) : greenwichDay(publishedAt);
}

const LOW = /^(?:low|min)|^最?低/i;
const HIGH = /^(?:high|max)|^最?高/i;
const MIDDLE = /^(?:avg|average|mean|mid)|^(?:均|平均|中间)/i;

/** A line of a daily list gives one quote in columns of its low, its high and perhaps its average. */
function joinColumns(prices: readonly Figure[], text: string): Figure[] {
  const joined: Figure[] = [];
  let whole: { readonly low: Figure; readonly line: number } | null = null;
  for (const price of prices) {
    const head = price.place.field === 'text' ? columnHead(text, price.place.start) : '';
    const line = text.lastIndexOf('\n', price.place.start - 1);
    const last = joined.at(-1);
    const isOfLast = whole !== null && whole.line === line && whole.low.subject.words === price.subject.words && whole.low.unit?.normal === price.unit?.normal;
    if (isOfLast && HIGH.test(head) && last && last === whole?.low) joined[joined.length - 1] = { ...last, high: price.high };
    else if (!(isOfLast && MIDDLE.test(head))) joined.push(price);
    if (LOW.test(head)) whole = { low: price, line };
  }
  return joined;
}

/** Behind a price of before: "CNY 4,700 ($768.51) a week ago". */
const AGO = /^\)?(?: \([^()]{1,16}\))?(?: per \w+(?: ton)?| ?\/\w+)? (?:a (?:day|week|month|quarter|year) (?:ago|earlier|before)|(?:last|the previous|the prior|the preceding) (?:day|week|month|quarter|year))\b/i;
/** In front of a price that another is compared with: 较去年6月196.5万元/吨的均价. */
const COMPARED = /[较比](?:去年|上年|前年|年初|年底|上[月周日]|上个月|昨[日天]|前[日一]|此前|\d{1,2}月)[^,，。;；]{0,14}$/;
/** Whether a price was asked before the day that its article is of. */
const isEarlier = ({ qualifiers, place }: Figure, text: string): boolean => qualifiers.includes('from') || (place.field === 'text' && (AGO.test(text.slice(place.end, place.end + 60)) || COMPARED.test(text.slice(Math.max(0, place.start - 28), place.start))));

/** The quoted prices of goods among figures, in their order; what will be asked on a day past publication is none, nor what was asked before; by how much one moved is none. `text` is what the figures were read in. */
export function priceRows(figures: readonly Figure[], publishedAt: number | null, text: string): PriceRow[] {
  const days = figures.filter(({ kind, low, role }) => kind === 'date' && DAY.test(low) && role !== 'effective' && role !== 'expiry' && role !== 'deadline');
  const latest = publishedAt === null ? null : chineseDay(publishedAt + DAY_MS);
  return joinColumns(figures.filter(({ kind }) => kind === 'price'), text).flatMap((figure) => {
    const { id, subject, low, high, currency, per, basis } = figure;
    if (currency === null || per === null || !MASS.test(per) || !isGoods(subject) || isEarlier(figure, text)) return [];
    const day = asOf(figure, days, publishedAt);
    // What will be asked is no quote yet.
    return latest !== null && day !== null && day > latest ? [] : [{ figureId: id, product: subject, low, high, currency, per, basis, asOf: day }];
  });
}
