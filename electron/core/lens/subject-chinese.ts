import type { SubjectPlace } from './subject-english.ts';

const CLAUSE = /[，,。；;：:\n(（|\t]/;
const OPENING = /^(?:\d{4}年(?:度)?|(?:公司|企业|园区|项目)(?=目前|现有|预计|拟|计划)|建成后|投产后|达产后|年产(?=.)|可新增|每[天日年月](?:可)?(?:处理|生产|消耗)?|可处理|新引进|该公司(?=.{2})|其中|目前|今年以来|今年|去年|本周|本月|上周|上月|当日|昨日|今日|当前|同时|此外|另外|而且|并且|而|但|且|并|则|也|还|预计|据[^，,]{0,12}(?:统计|显示|介绍|数据|了解)|截至[^，,]{0,12}(?:末|底|日|月|年)|截至|截止|到|将|计划|力争|全年|上半年|下半年|前[一二三四\d]季度|第?[一二三四1-4]季度|\d{4}年(?:度)?|\d{1,2}月(?:份)?(?:\d{1,2}日)?|[一二三四五六七八九十]+月(?:份)?|年内|年?[底末初]前?|前(?=将|$)|期间|时期|近年来|累计|共|共计|总共|同比|环比|分别|平均|我国|全国共|较[^，,]{0,8}(?:日|月|年|期|周)|比[^，,]{0,6}(?:年|月|期|日)|与[^，,]{0,8}相比|现有|拥有|已有|有|已|的|新增|各类|等|用于|年产|可提供|提供|聚集|带动|周[一二三四五六日末]|[\s、"“”‘’《》\d.\-~至到])+/;
const CLOSING = /(?:(?<![签合节])约|[\s、"“”:：（(近超逾达为是占至到由从在仅共已有涨跌报增降升较比的了以将含用拥]|实现|完成|达到|超过|突破|低于|高于|不到|不足|不超过|不低于|不高于|不少于|增长|下降|上涨|下跌|提高|降低|增加|减少|上升|回落|上调|下调|收于|收报|调整|现有|拥有|包括|其中|分别|同比|环比|累计|合计|共计|总计|达成|提升|涨幅|跌幅|增幅|降幅|约合|大约|升至|降至|增至|升|降|位居|排名|居|列|位列|稳居|名列|跃居|进入|全国|全省|全市|全球|世界|行业|前|第|不含税|含税|左右|年均|平均|将近|接近|仅为|多达|最高|最低|可达|投资约|可|年|新增|涉及|配备|具备|形成|有望|总共|建成|成交在|成交于|维持|维持在|保持|保持在|稳定在|报价在|集中在|已经|或|按|每增减|增减|大幅|小幅|创|高达|投入(?=\d)|下滑|缩减|缩短|微涨|微跌|年产|报收|震荡上行|震荡下行|稳中有升)+$/;

function cleaned(words: string): string {
  let text = words.replace(/^.{2,6}(?<![国所拥具含持没])有(?=.{2})/, '').replace(/[(（][^()（）]*[)）]/g, '').replace(/\[\d{1,3}\]|[“”"‘’《》]/g, '').replace(/^.*每(?:公?吨|公斤|千克|克|台|辆|平方米|千瓦时)(?:含|耗|消耗|使用)?/, '').replace(/(?<=.)(?:前[一二三四]季度|第?[一二三四]季度|[上下]半年|\d{4}年(?:度)?|1?\d月份?|今年以来|今年|去年)/g, '').replace(/^(.{0,14}?)(?:预计)?(?:累计)?(?:完成|实现)(?=.{2})/, '$1').trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(OPENING, '').replace(CLOSING, '').trim();
  }
  return /^(?:上年|去年|前年)?(?:同期|上期|期末|期初)$|^(?:历时|耗时|投入|斥资|出资|拿出|用时)$|^(?:是|为|相当于|等于|占|高于|低于|高出|较|比|与)|(?:投产|达产|建成|之|完成|调整)后$/.test(text) ? '' : text;
}

/** The noun behind a figure and its measure word: 企业 of 42家企业. */
function nounBehind(after: string): string {
  const rest = /^(?:以上|左右|以下)?(?:的)?([\p{Script=Han}A-Za-z]{1,12})/u.exec(after)?.[1] ?? '';
  const noun = rest.split(/(?:左右|以上|以下|以内|上下|内|来自|已|将|被|参加|进行|实现|达到|完成|建设|分别|为|是|在|可|用于|位于|,|获|和|与|及|通过|集中|均|都|能|开工|投产|获得|签约|入驻|落户|居|恢复|复工|历时|耗时|投入|供应|出口|联合|印发|竣工|投产|建成|从事|持有|升|上涨|下跌|增长|下降)/)[0]?.replace(/中$/, '') ?? '';
  return /^(?:的|后|前|起|开|多|余|改|收|来|新高|之|第|同比|环比|涨|跌|增|降|较|每|并|且|而|但|由|由于|召开|举行|至|到|时)/.test(noun) || noun.length < 2 ? '' : noun;
}

/** Verbs that stand between what is counted and what has it: behind them the noun follows the figure. */
const HAS = /(?:有|涉及|共|拥有|包括|建成|引进|培育|新增|办结|完成|实施|推进|带动|组织|达成|签约|收购|提供|分|需|约|仅|达|超过|投入|聚集|集聚|覆盖|列出|吸引|建设|设立|获|授权|占|近|逾|全球|其中|入驻|新建|参与|来自|出台|推出)$/;

/** The words that a figure of a Chinese sentence is said of; empty where none are found. */
export function chineseSubject({ lead, after, kind, earlier }: SubjectPlace): string {
  const since = earlier ? lead.slice(earlier.end) : lead;
  const clause = since.replace(/[(（][^()（）]{0,20}[)）]/g, '').split(CLAUSE).at(-1) ?? '';
  const own = cleaned(clause);
  // 设立5亿元产业基金, 获得2亿元贷款: the money's own noun follows it.
  if (kind === 'money' && /(?:设立|成立|安排|发放|获得?|落实|拨付|筹集|投放|提供|新增)(?:了|专项)?(?:约|近|超|逾|总规模)?$/.test(clause.trim()) && /^(?:元|的)?[\p{Script=Han}]{0,8}(?:基金|资金|贷款|补贴|补助|债券|奖励|授信|融资|订单|专款)/u.test(after)) {
    const fund = /^(?:的)?([\p{Script=Han}]{0,8}(?:基金|资金|贷款|补贴|补助|债券|奖励|授信|融资|订单|专款))/u.exec(after)?.[1];
    if (fund !== undefined) return fund;
  }
  if (kind === 'share' && /^(?:的)?(?:股权|股份|权益|份额)/.test(after)) return nounBehind(after).slice(0, 2);
  if (kind === 'count' || kind === 'share' || (kind === 'mass' && own === '') || (kind === 'money' && own === '')) {
    const noun = nounBehind(after);
    const isFollowed = kind === 'count' || (kind === 'share' && after.startsWith('的')) || own === '';
    if (noun !== '' && isFollowed && (own === '' || HAS.test(clause.trim()) || kind === 'count' || after.startsWith('的'))) return noun;
  }
  if (own.length >= 2 || (own !== '' && earlier === null)) return own;
  if (earlier && earlier.words !== '') return earlier.words;
  for (const part of lead.split(CLAUSE).toReversed()) {
    const words = cleaned(part.replace(/[\d.,%万亿]+[元吨家个]?/g, ''));
    if (words.length >= 2) return words;
  }
  return nounBehind(after);
}
