import { matchesOf } from '../matches.ts';
import { HAN_PRODUCT } from '../subject/carried-subject.ts';
import type { SubjectPlace } from '../english/english-place.ts';
import { nounBehind } from './han-noun.ts';
import { goodsIn, withHanOwner } from './han-owner.ts';
import { hanPhrase } from './han-phrase.ts';

const CLAUSE = /[，,。；;：:\n(（|\t•]|-{2,}|——|(?<=\p{Script=Han}) (?=\p{Script=Han})|\s{2,}|(?<=\p{Script=Han}|\[\d\]|^)\s*[-—–]\s+(?=\p{Script=Han}|\d{4}年)/u;

/** Where a figure stands, with its statement and what that names. */
interface HanPlace extends SubjectPlace {
  /** From the comma before, or the figure before, to the figure. */
  readonly clause: string;
  /** Empty where it names nothing. */
  readonly own: string;
}

/** A way to find what a figure is said of; null where it is of no use in that place. */
type Rule = (place: HanPlace) => string | null;

const FUND = '基金|资金|贷款|补贴|补助|债券|奖励|授信|融资|订单|专款';
const FUND_BEHIND = new RegExp(`^(?:元|的)?([\\p{Script=Han}]{0,8}(?:${FUND}))`, 'u');
const GIVES = /(?:设立|成立|安排|发放|获得?|落实|拨付|筹集|投放|提供|新增)(?:了|专项)?(?:总?规模)?(?:约|近|超|逾|达)?$/;
/** 设立5亿元产业基金, 获得2亿元贷款: the money's own noun follows it. */
const fund: Rule = ({ kind, clause, after }) => (kind === 'money' && GIVES.test(clause) ? (FUND_BEHIND.exec(after)?.[1] ?? null) : null);

const HAD = /^(?:总|计划|项目)?(?:投资(?:额)?|占地(?:面积)?|(?:总)?建筑面积|面积|注册资本|产能|年产能|合同金额|年产值)$/;
const HAVER = /^(?:左右|以上)?的(?:年产[\d.]+[万亿]?[吨台套件])?(\p{Script=Han}{2,12}?(?:项目|产业园|园区|工业园|基地|工厂|生产线|产线|公司|中心|工程))/u;
/** 总投资26亿元的永磁电机产业园: what has it follows it. */
const hadBehind: Rule = ({ kind, own, after }) => {
  const haver = (kind === 'money' || kind === 'level' || kind === 'mass') && HAD.test(own) ? HAVER.exec(after)?.[1] : undefined;
  return haver === undefined ? null : `${/(?:.{2})?(?:项目|园区|基地|工厂|产线|公司|中心|工程)$/.exec(haver)?.[0] ?? haver.slice(-3)}${own}`;
};

/** 1万吨磁材项目: known by what it is to make. */
const works: Rule = ({ kind, clause, after }) => (kind === 'mass' && !/[年日月]产$/.test(clause) ? (/^(?:级)?(?:的)?([\p{Script=Han}]{2,12}?(?:项目|生产线|产线|基地|工厂|工程))/u.exec(after)?.[1] ?? null) : null);

/** 完成年度任务的94.9%: a part of what was set is said of what was told before. */
const partOfPlan: Rule = ({ earlier, clause }) => (earlier && /^(?:已|也|并)?(?:完成|占|达到?|为)?(?:了)?(?:全年|年度|年初|全市|全县|预期|既定|考核)?(?:的|下达)?(?:计划|目标|预算|任务|投资计划|目标任务|任务目标|年度计划|投资任务)(?:数|指标)?的?$/.test(clause) ? earlier.words : null);

const DEALS = /(?:年产|日产|月产|产出|生产|销售|采购|出口|进口|供应|交付|处理|回收|成交|投放|收储|拍卖|招标|中标|使用|消耗|满载|装载|装满|运来|运送|少开采|开采|减排|依托|凭借|坐拥|具备)(?:了|约|超|近|各类)?$/;
/** 建设年产1.2万吨磁材项目, 采购150吨金属镨钕: what is made or dealt in follows its mass. */
const dealtIn: Rule = ({ kind, clause, after }) => ((kind === 'mass' || (kind === 'share' && /(?:依托|凭借|坐拥)(?:约|近|超|逾)?$/.test(clause))) && DEALS.test(clause) ? nounBehind(after).replace(/(?<=..)的.*$/u, '') : null);

/** 纯度99.9%以上的氧化镨钕, 直径超过300毫米的靶材: the goods whose quality it is follow it, or the next. */
const qualityOf: Rule = ({ kind, clause, after }) => {
  const behind = kind === 'level' ? /^(?:及|或)?(?:以上|以下|左右)?(?:、[^，,。；;、]{2,16}?)?的(?=\p{Script=Han})/u.exec(after) : null;
  const quality = behind === null ? undefined : /(纯度|品位|含量|浓度|收率|直径|粒径|厚度|(?:工作|最高)?温度|磁能积|矫顽力|重量占比)(?:为|达到?|在|约|高达|不?超过?|高于|低于|大于|小于)*$/.exec(clause)?.[1];
  const goods = quality === undefined || behind === null ? '' : nounBehind(after.slice(behind[0].length - 1));
  return goods === '' || quality === undefined ? null : `${goods}${quality}`;
};

/** 65%品位钨精矿: whose grade it is follows it. */
const gradeOf: Rule = ({ kind, unit, own, after }) => {
  const goods = (kind === 'level' || kind === 'share') && unit === '%' && !own.endsWith('品位') ? /^(?:以[上下])?品位(?:的)?([\p{Script=Han}]{1,6}?(?:精矿|矿石|原矿|矿))/u.exec(after)?.[1] : undefined;
  return goods === undefined ? null : `${goods}品位`;
};

/** 9.2亿元用于磁组件项目: what money is for follows it. */
const purpose: Rule = ({ kind, own, after }) => (kind === 'money' && (own === '' || /^(?:其余|剩余|余下|其中|总额)$/.test(own)) ? (/^(?:资金)?(?:将|拟|全部|主要)?(?:用于|投向|投入|补充)(?:支持|建设)?(?:年产[\d.]+[万亿]?[吨台套件])?([\p{Script=Han}]{2,16}?)(?:建设|等|$|[,，。;；、])/u.exec(after)?.[1] ?? null) : null);

/** 对引进的工程师每月补贴3000元, 对博士给予40万元购房补贴: who gets it, and what. */
const receiver: Rule = ({ kind, clause, after }) => {
  const [, who, deed = ''] = kind === 'money' ? (/^对(?:.*的)?([^的]{2,10}?)(?:每[年月人])?((?:分别)?(?:给予|补贴|奖励|补助|发放|一次性)+)(?:最高|约)?$/.exec(clause) ?? []) : [];
  if (who === undefined) return null;
  const what = /^(?:以内|以下)?(?:[、和或至到][\d.]+[万亿]?元)?(?:的)?([\p{Script=Han}]{0,5}(?:补贴|补助|奖励|津贴|资助|奖补|经费|贷款|贴息))/u.exec(after)?.[1] ?? /补贴|奖励|补助/.exec(deed)?.[0] ?? '';
  return `${who}${what}`;
};

const GETS = /(?:为期|备有|走进|建有|拥有|设有|具有|建成|储备|签订|延长|给予|安排)$|(?:产业园|园区|县|市|村|镇|厂区)$/;
const STATES = /^(?:办结|批准|驳回|解决|整改|投产|在建|建成|竣工|开工|新建|续建|签约|拟建|停产|试产|复工|授权|有效|入库|规上|上市|国家级|省级|市级|县级)$/;
/** 企业94家,其中投产71家: a state of what was counted before. */
const inState: Rule = ({ kind, own, earlier, after }) => {
  if (kind !== 'count' || earlier?.kind !== 'count') return null;
  // 稀土企业143家,其中规上企业61家: of the kind that was told.
  const [, sort, noun] = /^(规上|投产|在建|上市|新建|新引进|高新技术)(企业|项目)$/.exec(own) ?? [];
  const told = noun === undefined ? undefined : new RegExp(`(稀土|磁材|永磁|重点|工业|产业链|磁性材料)(?:上下游|相关|产业)?${noun}$`).exec(earlier.words)?.[0].replace(/(?:上下游|相关|产业)(?=企业|项目)/, '');
  if (told !== undefined) return `${sort}${told}`;
  if (!STATES.test(own) || nounBehind(after) !== '') return null;
  const counted = /(?:问题|诉求|事项|申请|案件|合同|许可|企业|项目|工厂|产线|基地|专利|平台|中心|实验室|集群|机构)$/.exec(earlier.words)?.[0];
  return counted === undefined ? null : `${own}${counted}`;
};

/** 伦敦期铅收于每吨2795美元，周一收盘价是每吨2784美元: again of what was told. */
const ON_A_DAY = /^(?:该合约|合约)?(?:的)?(?:周[一二三四五六日]|昨[日天]|前一?[日天]|上日)?(?:的)?(?:收盘价|最后报价|收盘|收报|最新价|价)?$/;
const onDay: Rule = ({ kind, own, clause, earlier }) => (kind === 'price' && (earlier?.kind === 'price' || earlier?.kind === 'change') && clause !== '' && ON_A_DAY.test(own) && /^(?:该合约|合约|周[一二三四五六日]|昨|前[一日]|上日|收盘|最后|最新)/.test(clause) ? earlier.words : null);

/** 51%的股权 */
const stake: Rule = ({ kind, after }) => (kind === 'share' && /^(?:的)?(?:股权|股份|权益|份额)/.test(after) ? nounBehind(after).slice(0, 2) : null);

/** What those that are counted do: 6家减产. */
const STATE = /^(?:下跌|上涨|下滑|增长|涨停|跌停|(?:实现)?正增长|减产|停产|检修|复产|满产|增产|亏损|盈利|扭亏|倒闭|开工|正常|扩产|转产|关停|半停产)/;

/** 稀土产业链128家规上企业, 西方11个在建项目, 下游4个断面: where those are, right in front of how many. */
const WHERE = /(?:^|[,，、])(?:目前|去年|今年)?((?!在|从|由|对|其中)\p{Script=Han}{0,6}(?:产业链|产业|[东西南北]方|欧洲|海外|国外|[上中下]游|产业园|园区|开发区|高新区|矿区|厂区))(?:现?有|共有|的)?$/u;
const placed: Rule = ({ kind, clause, after }) => {
  const where = kind === 'count' ? WHERE.exec(clause)?.[1] : undefined;
  const noun = where === undefined ? '' : nounBehind(after);
  return noun === '' || where === undefined || noun.includes(where) ? null : `${where}${noun}`;
};

/** 其一期1500吨产线: the works of that stage. */
const stage: Rule = ({ kind, own, after }) => {
  const works = kind === 'mass' && /^[一二三四]期$/.test(own) ? /^(?:级)?(?:的)?(产线|项目|装置|工程)/.exec(after)?.[1] : undefined;
  return works === undefined ? null : `${own}${works}`;
};

/** 大股东某集团持股34.28%，本期质押1,500万股: whose shares. */
const pledged: Rule = ({ own, lead }) => {
  const who = /^(?:本期|已|累计)?质押$/.test(own) ? /^(?:.*[,，;；])?(?:其中|公司|第一大股东|实际控制人)*(\p{Script=Han}{2,12}?)(?:合计)?(?:持股(?!比例)|持有)/u.exec(lead)?.[1] : undefined;
  return who === undefined ? null : `${who}质押`;
};

/** 42家企业, 近八成的订单: the noun behind, where none stands in front or what does has it. */
const behind: Rule = ({ kind, own, clause, earlier, after }) => {
  if (kind !== 'count' && kind !== 'share' && !((kind === 'mass' || kind === 'money') && own === '')) return null;
  const noun = nounBehind(after);
  const isState = kind === 'count' && (clause.endsWith('的有') || STATE.test(noun));
  if (isState && earlier?.kind === 'count' && earlier.words !== '') {
    const state = STATE.exec(noun)?.[0];
    return state !== undefined && /(?:企业|工厂|集群|项目|个股|公司|矿山|产线)$/.test(earlier.words) ? `${state}${earlier.words.length > 5 ? earlier.words.slice(-4) : earlier.words}` : earlier.words;
  }
  return kind === 'count' || own === '' || after.startsWith('的') ? noun : null;
};

/** 为期90天的专项检查, 2个月左右的低价库存: of what it is follows it. */
const lengthOf: Rule = ({ kind, unit, own, clause, after }) => {
  const noun = kind === 'level' && unit !== '%' && (own === '' || GETS.test(clause)) ? /^(?:左右|以上|以下|以内)?的(?=\p{Script=Han}{2})/u.exec(after) : null;
  return noun === null ? null : nounBehind(after.slice(noun[0].length));
};

/** 一台10兆瓦直驱风机: what is of that size. */
const machine: Rule = ({ kind, clause, after }) => (kind === 'level' && /(?:^|[,，])?[一每单]?(?:台|座|套|架|辆)$/.test(clause) ? nounBehind(after).replace(/(?:约|仅|平均).*$/, '') : null);

/** 无指标开采的，处10万元以上100万元以下罚款: for what. */
const fine: Rule = ({ lead, clause, after }) => (/^(?:以上|以下)?(?:的)?罚款/.test(after) ? `${/处(\p{Script=Han}{2,6})$/u.exec(clause)?.[1] ?? /^(?:[一二三四五六七八九十]、)?(?:对)?(?!情节|逾期|造成|拒不|没有|违反|对)(\p{Script=Han}{2,12})的[,，]/u.exec(lead)?.[1] ?? ''}罚款` : null);

/** 居全省第一位: of what was told before. */
const ranked: Rule = ({ kind, clause, earlier }) => (kind === 'rank' && /^(?:稳|高|位|均|分别)?(?:居|列|位|排名)/.test(clause) ? (earlier?.words ?? null) : null);

/** 拟以2.38亿元收购某公司股权: what the money is paid for. */
const price: Rule = ({ kind, clause, after }) => {
  const [, deed, what = ''] = kind === 'money' && /(?:以|出资|斥资|作价|耗资)(?:约|近|超|现金|不超过)*$/.test(clause) ? (/^(?:现金|的价格|对价|(?:的)?(?:自有|自筹|募集)?资金)?(收购|购买|受让|认购|竞得|拿下|回购)([\p{Script=Han}]{0,16})/u.exec(after) ?? []) : [];
  return deed === undefined ? null : `${deed}${what}`;
};

/** 对德1021吨, of what was exported */
const towards: Rule = ({ kind, own, clause, earlier }) => (kind === 'mass' && /^(?:其中)?[对向往]\p{Script=Han}{1,4}$/u.test(clause) && earlier !== null && /出口|销/.test(earlier.words) ? `${earlier.words.replace(/[对向往].{1,4}$/, '')}${own === '' ? clause : own}` : null);

/** 36岁的农桂英 */
const aged: Rule = ({ kind, after }) => {
  const who = kind === 'count' || kind === 'level' ? /^岁的?(\p{Script=Han}{2,3}?)(?=[,，。、]|结束|说|在|是|来|正|从|告|拿|把|已|站|蹲|坐|指)/u.exec(after)?.[1] : undefined;
  return who === undefined ? null : `${who}年龄`;
};

/** 含13%增值税 */
const tax: Rule = ({ kind, after }) => (kind === 'level' ? (/^(?:的)?((?:增值|所得|资源|出口|进口|消费)?(?:关)?税)(?!率)/.exec(after)?.[1] ?? null) : null);

/** 占地180亩 */
const ground: Rule = ({ kind, lead, clause }) => (kind === 'level' && /占地(?:面积)?(?:约|近|超|为)?$/.test(clause) ? `${lead.includes('项目') ? '项目' : ''}占地面积` : null);

/** 首批500吨: of what was told of. */
/** 氧化铈(≥99.9%): of what stands before the bracket. */
const inBracket: Rule = ({ kind, unit, own, lead }) => {
  const goods = own === '' && kind === 'level' && unit === '%' ? hanPhrase(/(?<![\d.万亿])(\p{Script=Han}{2,10})[(（][≥>＞]?$/u.exec(lead)?.[1] ?? '') : '';
  return !HAN_PRODUCT.test(goods) ? null : `${goods}纯度`;
};

/** 受理申请之日起45个工作日内进行审查, 应在18个月内完成技术改造: what is to be done within that time. */
const within: Rule = ({ kind, unit, clause, after }) => {
  const deed = kind === 'level' && unit !== '%' && /(?:起|[应须]在|[应须]于|期限为?)(?:不超过)?$/.test(clause) ? /^(?:以|之)?内(?:予以|进行|作出|做出|完成|提交|办理)?(\p{Script=Han}{2,8}?)(?=$|[,，。;；、])/u.exec(after)?.[1] : undefined;
  return deed === undefined ? null : `${deed}期限`;
};

/** 累计投入7.93亿元 of a project that was told with what it costs. */
const spent: Rule = ({ kind, own, clause, earlier }) => {
  const deed = kind === 'money' && own === '' ? /(?:已|累计|共)(投入|拨付|支付|到位)$/.exec(clause)?.[0] : undefined;
  const thing = deed === undefined ? undefined : /^(.*(?:项目|工程|基地|产业园|产线|生产线|工厂))(?:计划)?(?:总投资|投资额?|总预算)$/.exec(earlier?.words ?? '')?.[1];
  return thing === undefined || deed === undefined ? null : `${thing}${deed}`;
};

const batch: Rule = ({ kind, own, earlier, product }) => (kind === 'mass' && earlier?.kind !== 'level' && /^(?:首批|首单|余下|其余|剩余|第[一二三四]批)$/.test(own) ? ((earlier?.kind === 'mass' ? earlier.words : product) ?? null) : null);

/** 9月出口211吨, behind 出口氧化锑: the same again. */
const same: Rule = ({ own, earlier }) => (earlier && own.length >= 2 && own.length < earlier.words.length && /^(?:累计)?(?:出口|进口|产量|销量|采购|中标)$/.test(own) && earlier.words.startsWith(own) ? earlier.words : null);

const TRADED = /((?:(?:中国|我国|全国|对\p{Script=Han}{1,3})(?=\p{Script=Han}{2}))?(?:(?![的了和与及在为是将由从到,])\p{Script=Han}){0,6}?(?:稀土|永磁体?|磁铁|磁体|磁材|精?矿|氧化物|锑|钨|镓|锗|石墨)(?:(?![的了和与及在为是将由从到,])\p{Script=Han}){0,4}?)(出口|进口)|(出口|进口)((?:(?![的了和与及在为是将由从到,])\p{Script=Han}){0,4}(?:稀土|磁铁|磁体|磁材|精?矿|氧化物|锑|钨|镓|锗|石墨)(?!\p{Script=Han}))/gu;
/** 我国磁材出口量回升，全年累计出口31200吨: of the goods that were told. */
const tradeOf: Rule = ({ own, lead }) => {
  const [, how = ''] = /^(?:累计|合计)?(出口|进口)(?:量|总量|额|金额|总额)?$/.exec(own) ?? [];
  if (how === '') return null;
  const told = matchesOf(lead, TRADED).findLast((one) => one[1] !== undefined ? true : one[4] !== undefined);
  const goods = told?.[1] ?? told?.[4];
  return goods === undefined ? null : `${goods}${own}`;
};

/** What its own statement names; of one character only where there is nothing else. */
const METAL = /^[锑钨锗镓铟铋锂钴镍钼钽铌钛镁铍铪锆锡铜铝铅锌金银铂钯钒锰铬]$/;
const named: Rule = ({ kind, own, earlier }) => (own.length >= 2 || earlier === null || (/^(?:price|mass|change)$/.test(kind) && METAL.test(own)) ? own : null);

const again: Rule = ({ earlier }) => earlier?.words ?? null;

/** The statements before, the nearest first. */
const before: Rule = ({ lead }) => {
  for (const part of lead.split(CLAUSE).toReversed()) {
    const words = hanPhrase(part.replace(/[\d.,%万亿]+[元吨家个]?/g, ''));
    if (words.length >= 2 || METAL.test(words)) return words;
  }
  return null;
};

/** From what tells for certain to what is but likely. */
const RULES: readonly Rule[] = [aged, fund, hadBehind, within, stage, works, spent, partOfPlan, dealtIn, gradeOf, qualityOf, purpose, receiver, inState, stake, pledged, placed, ranked, towards, price, lengthOf, machine, fine, tax, inBracket, ground, batch, same, onDay, tradeOf, behind, named, again, before, ({ after }) => nounBehind(after)];

const LISTED = /(挂牌价|收购价|出厂价|指导价)格?[:：]/;
const BARE_GOODS = /^(?:氧化物|金属|合金|碳酸盐)$/;
/** In a list of posted prices, and under the head of a line: 【镨钕】金属76.3万元/吨. */
function listed(words: string, { kind, lead, topic }: SubjectPlace): string {
  const goods = /^(?:累计)?(出口|进口)((?:稀土|永磁|磁材|氧化|碳酸|金属|镨钕|钕铁硼)\p{Script=Han}{0,6})$/u.exec(words);
  if (goods) return `${goods[2] ?? ''}${goods[1] ?? ''}`;
  const traded = topic !== null && HAN_PRODUCT.test(topic) && !HAN_PRODUCT.test(words) ? /^((?:[对向自从].{2,4})?)((?:累计)?(?:出口|进口)(?:[额量]|金额|总量|总额)?)$/.exec(words) : null;
  if (traded) return `${traded[1] ?? ''}${topic}${traded[2] ?? ''}`;
  if (kind === 'price' && topic !== null && BARE_GOODS.test(words)) return `${topic}${words}`;
  const told = kind === 'price' && topic !== null && !HAN_PRODUCT.test(words) ? goodsIn(lead.slice(-60)) : null;
  if (told !== null && /(?:成交|均价|报价?|价|付现|到厂)$/.test(words)) return `${told}${words}`;
  // 40H: of the magnets that were told; APT heads no line, and is what it is.
  if (kind === 'price' && /^[A-Za-z\d]{2,6}$/.test(words)) return /\d/.test(words) ? `${goodsIn(lead.slice(-60)) ?? ''}${words}` : words;
  if (topic !== null && HAN_PRODUCT.test(topic) && !HAN_PRODUCT.test(words) && !words.includes('价差') && (kind === 'price' || /(?:成交|报|价|品位|付现|到厂)$/.test(words))) return /^(?:欧洲|国内|国外|海外|日本|美国|欧美)$/.test(words) ? `${words}${topic}` : topic;
  const posted = kind === 'price' && words.length >= 3 && words.length <= 5 ? LISTED.exec(lead)?.[1] : undefined;
  return posted === undefined || words.includes('价') ? words : `${words}${posted}`;
}

const BOUGHT = /(采购|收储|拍卖)(?:了|约|超)?$/;
/** 招标采购200吨氧化镨钕: what is done with the goods. */
function withDeed(words: string, { kind, lead }: SubjectPlace): string {
  if (kind !== 'mass') return words;
  const deed = HAN_PRODUCT.test(words) && words.length >= 4 ? BOUGHT.exec(lead.endsWith(words) ? lead.slice(0, -words.length) : lead)?.[1] : undefined;
  return deed === undefined || words.includes(deed) ? words : `${words}${deed}`;
}

/** The words that a figure of a Chinese sentence is said of; empty where none are found. */
export function chineseSubject(place: SubjectPlace): string {
  const { lead, earlier } = place;
  const since = earlier ? lead.slice(earlier.end) : lead;
  // Behind a bracket that holds the figure before goes on what stands before it.
  const isPast = /^[^(（]*[)）]/.test(since) && !/^[^(（]*[)）][,，;；、]/.test(since);
  const written = (isPast ? lead.replace(/[(（][^()（）]*[)）]/g, '') : since).replace(/[(（][^()（）]{0,20}[)）]/g, '').split(CLAUSE).at(-1) ?? '';
  const full: HanPlace = { ...place, clause: written.trim(), own: hanPhrase(written) };
  for (const rule of RULES) {
    const words = rule(full);
    if (words !== null && words !== '') return withDeed(listed(withHanOwner(words, place), place), place);
  }
  return place.topic !== null && /^(?:price|change)$/.test(place.kind) ? place.topic : '';
}
