import type { FigureKind } from '../../../contract/lens.ts';
import type { Quantity } from './quantity.ts';

const SHARE_BEFORE = /\b(?:account\w* for|represent\w*|mak\w+ up|made up|compris\w+|suppl(?:y|ies|ied)|contribut\w+|share of|stake of|proportion of|shareholding of|holds?|owns?|owned|held|acquired?|acquir\w+|take|took|own|interest of|percentage of|ratio of)(?: (?:about|some|around|nearly|almost|more than|over|less than|at least|a|an|only|roughly|up to|no more than|approximately|just|as much as|a total of|close to|under|its|the))* ?$/i;
const SHARE_AFTER = /^ ?(?:of (?!NdPr|TREO|REO|grade)|NdPr|PrNd|Dy\b|Tb\b|stake|share\b|share of|shareholding|interest|owned|ownership|holding|equity)/i;
const HAN_SHARE_BEFORE = /(?:\p{Script=Han}的|占(?:到|了|据)?|占[^,，。;；]{0,14}|占[^,，。;；]{0,18}(?:的|比重?(?:为|达|约为|的)?)|占比(?:为|达|达到|约|约为|提高到?|升至|降至|提升至)?|比重?(?:分别)?(?:为|达|约|约为|达到|提高到|升至|提升至)?|持股(?:比例)?(?:为|至|升至|降至|增至|约)?|持有[^,，。]{0,14}|股比|份额(?:为|达|约|超过|的)?|收购[^,，。]{0,14}|约有)(?:约|近|超过?|逾|达|不到|不足|不低于|不超过|高达)*$/u;
const HAN_SHARE_AFTER = /^(?:以上|左右)?的(?!增|跌|涨|降|幅|速|品位|纯度|收率|回收率|税率|关税|利率)|^(?:的)?(?:股权|股份|份额|权益)/;
const NO_SHARE = /(?:税率|利率|品位|纯度|收率|回收率|利用率|开工率|合格率|含量|REO=?|TREO=?|毛利率|率(?:为|达|约|超|超过)?)$|\b(?:grade|purity|recovery|rate|utili[sz]ation|margin|yield|content|duty|tariff|coupon)s?(?: (?:of|was|is|at|above|below|to|over|under|stood at|between))* ?$/i;

/** Whether a per cent figure is a part of a whole, by what stands around it. */
export function isShareOf(before: string, after: string): boolean {
  if (NO_SHARE.test(before)) return false;
  return SHARE_BEFORE.test(before) || SHARE_AFTER.test(after) || HAN_SHARE_BEFORE.test(before) || HAN_SHARE_AFTER.test(after);
}

/** What a quantity tells. `direction`: it is by how much something moved, and which way. */
export function figureKind(quantity: Quantity, { before, after, direction, lead }: { before: string; after: string; direction: 'up' | 'down' | null; lead: string }): FigureKind {
  const { unit, currency, per } = quantity;
  const sort = currency === null ? (unit?.sort ?? null) : 'money';
  const isMoved = direction !== null;
  switch (sort) {
    case 'pp':
      return 'change_pp';
    case 'percent':
      if (isMoved) return 'change';
      return isShareOf(before, after) ? 'share' : 'level';
    case 'times':
      return 'ratio';
    case 'money':
      if (isMoved && !/(?:投资|invest\w*|saves?|saving|节省|节约)\D{0,12}$/i.test(before)) return 'change';
      if (per !== null && per !== 'year' && per !== 'month' && per !== 'day' && per !== 'person' && per !== 'week' && per !== 'hour' && (!isArea(per) || isLandPrice(before, after))) return 'price';
      return isShare(before, after) || (quantity.shift === null && /\b(?:[Ss]hares?|[Ss]tock)\b(?! of (?![A-Z]))/.test(lead) && /\b(?:to|at)(?: an?)? $/.test(before)) ? 'price' : 'money';
    case 'mass':
      // 15 mg/L: how much of it is in something, and no mass of it.
      return isMoved ? 'change' : per !== null && /^(?:l|m3|L)$/.test(per) ? 'level' : 'mass';
    case 'level':
      return isMoved ? 'change' : 'level';
    case 'count':
    case null:
      return isMoved && unit !== null ? 'change' : 'count';
    default:
      return sort satisfies never;
  }
}

const isArea = (per: string): boolean => per === '亩' || per === 'ha';
/** 土地出让底价11.5万元/亩 */
const isLandPrice = (before: string, after: string): boolean => /(?:底价|地价|单价|均价|价格|成交价|起拍价|\b(?:land|starting|reserve|unit|transfer) price)[^,，。;；]{0,12}$/.test(before) || /^的?(?:地价|价格|底价)/.test(after);

/** Money for one share: "shares closed at $61.25", 股价报48.9元. */
function isShare(before: string, after: string): boolean {
  return /\b(?:shares?|stock)\b[^.;]{0,40}(?:\bat|\bto)(?: an?)? ?$/i.test(before) || /(?:股价|收盘|收报|收于|[）)][^,，。]{0,4}[涨跌][^。]{0,12}[,，]报)[^,，。]{0,8}$/.test(before) || /(?:^|[，,])(?:最新价?|现?报|收报|收于|收盘价?)于?$/.test(before) || /^ (?:a|per) share\b|^ apiece\b/.test(after);
}
