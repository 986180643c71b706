import { matchesOf } from '../matches.ts';
import type { EntityMention } from '../../../contract/gazetteer.ts';
import type { Name } from '../english/english-names.ts';

const PROVINCES = '(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省';
const KINDS = '(?<=某)(?:企业|公司|集团)|有限公司|股份|公司|集团|科技|磁业|磁材|新材料?|材料|永磁|稀土|稀金|电子|电机|机电|动力|重工|装备|环保|光电|光学|电气|磁电|循环|再生|资源(?=扎根|董事长|总经理|公司|集团|今年|去年|投资|[的,，])|矿业|钨业|铝业|锗业|钼业|铜业|冶炼厂|分离厂|加工厂|磁钢厂|工厂|矿山|矿区|产业链|产业园|工业园|园区|高新区|经开区|开发区|新区|自治县|基地|项目|产业|行业|板块|车间|口岸|海关|港|中心|实验室|研究院|县|市(?!场|值|占)|旗|镇|乡|村|一期|二期|三期|贷(?=["”])';
const OPENS = String.raw`(?<=^|[,。;:、!?"“”\n(]|在|走进|位于|来自|子公司|企业|记者从|的)`;
/** What opens a statement in front of its name. */
const TIMES = '(?:(?:\\p{Script=Han}{2,3}[市县区旗])?(?:经开区|高新区|开发区|工业园区?|产业园区?)(?=\\p{Script=Han}{4})|走进|位于|来自|在|记者从|目前|如今|据了解|其中|今年以来|今年|去年|上半年|下半年|前三季度|[一二三四]季度|截至目前|近年来|近日|同时|此外|据|另一|全资|控股|全[县市区省]|我[县市区省]|该[县市区省]|[1-9\\d]{1,2}至[\\d]{1,2}月,?)*';
const NAME = new RegExp(`${OPENS}${TIMES}((?:(?!在|的|是|有|为|将|已|由|从|对|向|把|被|让|使|和|与|等|及|了|个|家|项|实现|完成|达到|占|投资|引进|建设|推动|推进|生产|销售|采购|出口|进口|增长|下降|总|季度|下线|扎根|坐落|落户|落地|入驻|深耕|缓缓|董事长|[年月日]|同比|环比)\\p{Script=Han}){0,9}(?:${KINDS})(?:公司|集团|项目|产业园|基地|产业)?|${PROVINCES})(?!\\p{Script=Han}{0,2}(?:价|报|均|矿|氧|金属|资源量|以上|以下))`, 'gu');
/** What any of its kind is called. */
const ANY = /^(?:.*子公司|(?:报告|所属|相关)行业.*|上市.*|(?:全?自动化?|智能化?|数字化?|无人|生产|烧结|压型|压制|萃取|机加工?|电镀|涂覆|检测|焙烧|成型|熔炼|充磁|装配|组装)+车间|.{0,2}资源|(?:优质|自然|矿产|水|人力|土地|稀土|矿|公共|社会|教育|闲置|低效|再生)?(?:资源|能源|合金|循环|再生|电机|装备|动力|环保)|(?:新能源|伺服|永磁|驱动|风力?|直驱|特种|普通|微型?)?(?:电机|能源|装备)|(?:[年日月]产|增速|累计|控制|省自然|新能源|关停|资源|拉动|报告期|建(?!德|昌|宁)|届时|[一二三]期|高于|低于|力争|治理|新建|全部|归属|视|公司|集团|工业强|城|主导|全省|全市|全县|全区|全国|我|本|该|新增|打造|培育|发展|支持|围绕|依托|通过|加快|聚焦|做大|带动|随着|受|因|据|预计|若|如|以|按|当|而|但).*|.?[县市旗镇乡村港]|.*(?:价格|市场)|(?:该|本|我|全|各|整个|上市|重点|相关|新|老|一个|多个|主要|国内|全国|传统|新兴|工业|其他|规上|龙头|中小|下游|上游|终端|同|两个|三个|产品|原|大|小|国家|省|市|县|二级|我们)*(?:有限公司|公司|股份|集团|科技|材料|新材料?|磁材|永磁|稀土|电子|矿业|工厂|矿山|矿区|基地|项目|产业|行业|板块|车间|口岸|海关|港|中心|实验室|研究院|县|市|旗|镇|乡|村|一期|二期|三期)|.*(?:材料|稀土|永磁|磁材|电子)(?:价格?|市场)?)$/;
/** 东立稀土: two characters and what is dealt in; but 轻稀土 and 烧结永磁 are goods. */
const DEALER = /^\p{Script=Han}{2}(?:稀土|永磁|磁材|新?材料?|电子|资源)$/u;
const NO_DEALER = /^[轻中重国全我海外美缅氯碳离混废本该各上高工老大小下产市供进出原新]|^(?:烧结|粘结|稀土|优质|关键|战略|传统|相关|特种|功能|先进|部分|主流|其他|东南|马来|越南|印度|澳大|巴西|日本|韩国|欧洲|北美|民用|军工|汽车|风电|包装|建筑|磁性|复合|靶向|金属|消费|钕铁|钐钴|铁氧|电池|负极|正极|半导|发光|储氢|抛光|纳米|陶瓷|光学|多种|此类|集聚|聚集|发展|做大|做强|培育|推动|支持|围绕|聚焦|依托|布局|深耕|涉及|生产|销售|出口|进口|采购|使用|矿产|人力|自然|土地|优势|独特|丰富|头部|样本|两种|另外|随着|对于|包括)/;
/** Companies, by the end of their names. */
export const HAN_COMPANY = /(?:公司|集团|科技|磁业|新材|磁材|永磁|电子|矿业|钨业|铝业|锗业|稀土|稀金|股份|循环|再生|资源|电机|机电|动力|重工|装备|能源|环保|光电|光学|电气|磁电|合金|厂)$/;
const TAIL = /(?<=.{2})(?:股份有限公司|有限公司|股份|公司|集团|分离厂|冶炼厂|加工厂|磁钢厂)$/;

/** 鸿泰公司 stays whole: two characters alone are no name. */
function shortOf(name: string): string {
  const short = name.replace(TAIL, '');
  return short.length === 2 && name.endsWith('公司') && !name.endsWith('有限公司') ? name : short;
}

/** The names that open statements of a Chinese text. */
export function hanNames(text: string): Name[] {
  const found: Name[] = [];
  for (const { 0: whole, 1: name = '', index } of matchesOf(text, NAME)) {
    if (ANY.test(name) && !(DEALER.test(name) && !NO_DEALER.test(name)) && !/^(?:产业园|工业园|园区|高新区|经开区|开发区)$/.test(name)) continue;
    const start = index + whole.length - name.length;
    found.push({ start, end: index + whole.length, short: shortOf(name), head: /(?:公司|集团|园区?|区|项目|基地|县|市|镇|村|厂|产业)$/.exec(name)?.[0] ?? '公司' });
  }
  return found;
}

/** To whom or from whom something goes, or with whom something is compared. */
const BESIDE = /[对向给与和同从被把比较于由让及、]$|收购|认购|供应给|来自$/;

/** The names of a text with the companies that are known, wherever they stand. */
export function withKnownCompanies(names: readonly Name[], { text, mentions }: { readonly text: string; readonly mentions: readonly EntityMention[] }): Name[] {
  const known = mentions.filter(({ entityId, start, end }) => entityId.startsWith('company:') && /^\p{Script=Han}{2}/u.test(text.slice(start, end)) && !BESIDE.test(text.slice(Math.max(0, start - 4), start)) && names.every((name) => name.end <= start || name.start >= end));
  return [...names, ...known.map(({ start, end }) => ({ start, end, short: shortOf(text.slice(start, end)), head: '公司' }))].toSorted((one, other) => one.start - other.start);
}
