import { matchesOf } from '../matches.ts';
const GOODS = '(?:烧结|粘结)?钕铁硼(?:磁钢|磁体|毛坯|成品)*|(?:多|高纯)?(?:氧化|碳酸|氯化|金属)[镧铈镨钕钐铕钆铽镝钬铒铥镱镥钇钪锑钨锗镓铟铋锂]+|五氧化二[铌钽钒]|碳酸稀土|稀土(?:精矿|金属|氧化物|盐类|永磁体?|制品|磁钢)|独居石|氟碳铈矿|磁性材料|磁材|永磁体|磁体|抛光(?:材料|粉)|储氢合金|新能源汽车';
const WORKS = '项目|矿体|矿床|生产线|产线|装置|工厂|基地|产业园|园区|矿区|矿山|机组|电站|工程|风机|钻孔|孔|基金|专项资金|许可证|竞拍|分离厂|冶炼厂|陆港';
/** A character of a name: none that joins, counts or parts. */
const LETTER = String.raw`(?:(?![的了和与及在为是有等个家条座栋台套将由对把被从向至到共计其该这已未])\p{Script=Han})`;
const NAMED = String.raw`[“"](?<quoted>[^”"“]{2,20}(?:贷|项目|工程|行动|计划))[”"]`;
const WORK = new RegExp(String.raw`${NAMED}|${LETTER}{0,12}(?:${WORKS})(?:[一二三四]期)?(?!\p{Script=Han}{0,2}(?:深|径|隙|建设))`, 'gu');
const GOOD = new RegExp(String.raw`${LETTER}{0,6}?(?:${GOODS})`, 'gu');
/** What is done with a thing, how much of it, or when, in front of its name. */
const BEFORE = /^.*(?:推出|设立|引进|建设(?!工程)|建成|投资|投入|新建|扩建|启动|开工|取得|获得|签订|采购|计划|位于|来自|走进|关注|拥有|现有|新增|消费|发运|出口|进口|生产(?!线)|销售|年产|实现|完成|包括|涉及|用于|投向|支持|成立|组建|收购|预计|季度|目前|其中|全国|我国|伴生|治理|年度|同期|半年|全年|探明|产出|供应|公司|使用|[万亿][元吨]|[年月日拟总用吨])/u;
const SIZE = '(?:总|年|月|日|计划|设计|预计|平均|综合|本期|远期|视|形象|获批|工程|建设|最[大高低终])*';
/** Measures of what is built or held, that say little without it. */
const OF_WORK = new RegExp(`^(?:项目|已|可)?${SIZE}(?:投资额?|投资总额|占地(?:面积)?|建筑面积|面积|产能|产值|营收|缴税|税收|利税|工期|周期|建设期|寿命|服务年限|厚度|长度?|宽度?|深度?|高度?|走向长度?|倾向延深|延深|规模|处理能力|处理量|生产能力|产出|进度|投入进度|能耗|电耗|水耗|(?:吨|单位)(?:产品)?(?:水耗|能耗|电耗|成本)|收率|回收率|良品率|合格率|利用率|投入|投放|授信|放款|社会资本|(?:惠及|获贷|对应)(?:企业|客户)|成本|用工|岗位|就业岗位|就业|员工|厂房|数量|注册资本|利用小时|发电量|装机容量?|年均净利润|内部收益率|净现值|回收期|投资回收期|品位|产量)$`);
/** Measures of goods. */
const OF_GOODS = new RegExp(`^(?:已|可)?${SIZE}(?:产量|销量|产销率|外销|采购|货值|均价|渗透率|起拍价|库存|品位)$`);

/** At what share of what they could those that are told of work. */
const RATE = /^(?:平均|综合|整体)?(?:开工率?|产能利用率|运行率)$/;
const FIRMS = /(?:(?![的了和与及在为是有等家个据对,，])\p{Script=Han}){0,4}(?:企业|工厂|大厂|厂家|分离厂|金属厂|磁材厂|端)/gu;

/** The last thing of a kind that some words name; null where they name none. */
function lastOf(kind: RegExp, words: string): string | null {
  let last: string | null = null;
  for (const { 0: whole, groups } of matchesOf(words, kind)) {
    const name = groups?.['quoted'] ?? whole.replace(BEFORE, '').replace(/^中(?=稀土[制金精])/, '');
    if (name.length >= 2) last = name;
  }
  return last;
}

/** A bare measure with the thing that the statements before it are about: 高性能磁钢项目开工，占地…，建设周期…; other words as they are. */
export function withHanThing(words: string, lead: string): string {
  if (RATE.test(words)) {
    const firms = matchesOf(lead.slice(-40), FIRMS).at(-1)?.[0];
    return firms === undefined || words.includes(firms.slice(-2)) ? words : `${firms.slice(-(2 * words.length - 2))}${words}`;
  }
  if (words.length < 2) return words;
  const own = lead.lastIndexOf(words);
  const before = own === -1 ? lead.split(/[,，;；。:：、]/).slice(0, -1).join(',') : lead.slice(0, own);
  const thing = (OF_GOODS.test(words) ? lastOf(GOOD, before) : null) ?? (OF_WORK.test(words) ? lastOf(WORK, before) : null);
  return thing === null || words.includes(thing.slice(-2)) || thing.includes(words) ? words : `${thing}${words}`;
}
