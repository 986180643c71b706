/** What is built, dug or held, and has measures. */
const THING = /(?:(?![的了和与及在为是有等个家条、将由对把被从向至到一二三四五六七八九十两共计其该这])\p{Script=Han}){0,6}(?:项目|矿体|矿床|生产线|产线|装置|工厂|基地|产业园|园区|矿区|矿山|机组|电站|工程|设备|风机|钻孔|孔)(?!\p{Script=Han}{0,2}(?:深|径|隙|建设))/gu;
/** Measures of such a thing, that say little without it. */
const MEASURE = /^(?:项目)?(?:总|年|日|计划|设计|预计|平均|最[大高低]|视)*(?:投资额?|占地(?:面积)?|建筑面积|面积|产能|产量|产值|年产值|营收|税收|利税|工期|建设周期|建设期|周期|寿命|服务年限|厚度|长度?|宽度?|深度?|高度?|走向长度?|倾向延深|延深|规模|处理能力|处理量|生产能力|产出|进度|能耗|电耗|水耗|收率|回收率|良品率|合格率|投入|成本|用工|岗位|就业岗位|就业|员工|投资总额|注册资本|利用小时|发电量|装机容量?|年均净利润|内部收益率|净现值|回收期|投资回收期)$/;

/** At what share of what they could those that are told of work. */
const RATE = /^(?:平均|综合|整体)?(?:开工率?|产能利用率|运行率)$/;
const FIRMS = /(?:(?![的了和与及在为是有等家个据对,，])\p{Script=Han}){0,4}(?:企业|工厂|大厂|厂家|分离厂|金属厂|磁材厂|端)/gu;

/** A bare measure with the thing that the statements before it are about: 高性能磁钢项目开工，占地…，建设周期…; other words as they are. */
export function withHanThing(words: string, lead: string): string {
  if (RATE.test(words)) {
    const firms = [...lead.slice(-40).matchAll(FIRMS)].at(-1)?.[0];
    return firms === undefined || words.includes(firms.slice(-2)) ? words : `${firms.slice(-(2 * words.length - 2))}${words}`;
  }
  if (words.length < 2 || !MEASURE.test(words)) return words;
  const clauses = lead.split(/[,，;；。:：]/);
  const thing = [...clauses.slice(0, -1).join(' ').matchAll(THING)].at(-1)?.[0];
  if (thing === undefined || words.includes(thing.slice(-2))) return words;
  return `${thing.slice(-(2 * words.length - 2))}${words}`;
}
