import type { SubjectPlace } from './english-place.ts';

const CLAUSE = /[，,。；;：:\n(（|\t]|(?<=\p{Script=Han}) (?=\p{Script=Han})/u;
const OPENING = /^(?:\d{4}年(?:度)?|(?:公司|企业|园区|项目)(?=目前|现有|预计|拟|计划)|建成后|投产后|达产后|年产(?=.)|可新增|每[天日年月](?:可)?(?:处理|生产|消耗)?|可处理|新引进|该公司(?=.{2})|其中|目前|今年以来|今年|去年|本周|本月|上周|上月|当日|昨日|今日|当前|同时|此外|另外|而且|并且|而|但|且|并|则|也|还|预计|据[^，,]{0,12}(?:统计|显示|介绍|数据|了解)|截至[^，,]{0,12}(?:末|底|日|月|年)|截至|截止|到(?!位)|将|计划|力争|全年|上半年|下半年|前[一二三四\d]季度|前\d{1,2}个?月|(?:全[县市区省]|园区|我[市县区省])(?=实施|新增|共|现有|累计|已|完成)|实施|第?[一二三四1-4]季度|\d{4}年(?:度)?|\d{1,2}月(?:份)?(?:\d{1,2}日)?|[一二三四五六七八九十]+月(?:份)?|年内|年?[底末初]前?|前(?=将|$)|期间|时期|近年来|累计|共|共计|总共|同比|环比|分别|平均|我国|全国共|较[^，,]{0,8}(?:日|月|年|期|周)|比[^，,]{0,6}(?:年|月|期|日)|与[^，,]{0,8}相比|现有|拥有|已有|有|已|的|新增|各类|等|用于|年产|可提供|提供|聚集|带动|周[一二三四五六日末]|[\s、"“”‘’《》\d.\-~至]|到(?!位))+/;
const CLOSING = /(?:(?<![签合节])约|[\s、"“”:：（(近超逾达为是占至到由从在仅共已有涨跌报增降升较比的了以将含用拥]|实现|完成|达到|超过|突破|低于|高于|不到|不足|不超过|不低于|不高于|不少于|增长|下降|上涨|下跌|提高|降低|增加|减少|上升|回落|上调|下调|收于|收报|调整|现有|拥有|包括|其中|分别|同比|环比|累计|合计|共计|总计|达成|提升|涨幅|跌幅|增幅|降幅|约合|大约|升至|降至|增至|升|降|位居|排名|居|列|位列|稳居|名列|跃居|进入|全国|全省|全市|全球|世界|行业|前|第|不含税|含税|左右|年均|平均|将近|接近|仅为|多达|最高|最低|可达|投资约|可|年|新增|涉及|配备|具备|形成|有望|总共|建成|成交在|成交于|维持|维持在|保持|保持在|稳定在|报价在|集中在|已经|或|按|每增减|增减|大幅|小幅|创|高达|投入(?=\d)|下滑|缩减|缩短|微涨|微跌|年产|报收|震荡上行|有望|加快|放缓|转为|不超|上探|下探|单周|单日|周(?=$)|震荡下行|稳中有升)+$/;

function cleaned(words: string): string {
  let text = words.replace(/^.{2,6}(?<![国所拥具含持没自])有(?![望限色效关所])(?=.{2})/, '').replace(/[(（][^()（）]*[)）]/g, '').replace(/\[\d{1,3}\]|[“”"‘’《》]/g, '').replace(/^.*每(?:公?吨|公斤|千克|克|台|辆|平方米|千瓦时)(?:含|耗|消耗|使用)?/, '').replace(/(?<=.)(?:前[一二三四]季度|第?[一二三四]季度|[上下]半年|\d{4}年(?:度)?|1?\d月份?|今年以来|今年|去年)/g, '').replace(/^(.{0,14}?)(?:预计)?(?:累计)?(?:完成(?!投资$)|实现)(?=.{2})/, '$1').replace(/^全[区市县省](?:累计)?(?=完成投资$)/, '').replace(/^.*(?:以[^,，。]{2,12}(?:方式|形式)|(?:以|用|使用)(?:自有|募集|自筹|超募)资金)/, '').replace(/^.*(?:采购(?![量额价总成经指均]|金额)|收购(?![价额量均总])|购入|买入|售出|持有|发放|解决|减免|化解|兑现|转化(?!率)|推进)(?=.{2})/, '').replace(/^(?:拟|将|再|已)?(?:向|对|给)[^,，]{2,16}?(?=增资|注资|出资|贷款|投资$|供货|供应|发行)/, '').replace(/^对[^,，]{2,14}(?=贡献率|贡献度|拉动)/, '').replace(/^拟(?:向|以)?(?=.{2})/, '').replace(/(?<=^.{2,})(?:因|受|由于)[^,，]{2,}$/, '').replace(/^.{2,}(?:投产|达产|建成|实施)后(?=.{2})/, '').replace(/^约定.*?(?:供应|采购|购买|销售)(?=.{2})/, '').replace(/^(?:公司|企业|集团)(?:已|将|拟|共|本期)*(?:收到|取得|获得|支付|发生|计提)(?=.{2})/, '').replace(/^(?:园区|全[县市区省]|公司|企业)(?:已)?累计(?=.{2})/, '').replace(/^为[^,，]{0,10}?(?:节约|降低|减少|节省|争取|提供)(?=.{2})/, '').trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(OPENING, '').replace(CLOSING, '').trim();
  }
  return /^(?:由|从|与)?(?:上年|去年|前年)?(?:同期|上期|期末|期初)$|^(?:历时|耗时|投入|斥资|出资|拿出|用时)$|^(?:约|大约|仅|均)?(?:是|为|即|相当于|等于|占|高于|低于|高出|较|比|与)|(?:投产|达产|建成|之|完成|调整)后$|^(?:合计|共|累计|拟)*(?:派发|发放|支付|获得|支出|分派|派)$/.test(text) ? '' : text;
}

/** The noun behind a figure and its measure word: 企业 of 42家企业. */
function nounBehind(after: string): string {
  const rest = /^(?:以上|左右|以下)?(?:的)?([\p{Script=Han}A-Za-z]{1,12})/u.exec(after)?.[1]?.replace(/^[道项名位](?=[\p{Script=Han}]{2})/u, '') ?? '';
  const noun = rest.split(/(?:左右|以上|以下|以内|上下|内|来自|已|将|被|参加|进行|实现|达到|完成|建设|分别|为|是|在|可|用于|位于|,|获|和|与|及|通过|集中|均|都|提振|带动|影响|支撑|推动|减免|解决|落实|争取|变成|变为|成为|经过|减少|提升|提高|增加|扩大|缩短|降至|降到|(?<![性功储产节智电新热动核])能|开工|投产|获得|签约|入驻|落户|居|恢复|复工|历时|耗时|投入|供应|出口|联合|印发|竣工|投产|建成|从事|持有|升|上涨|下跌|增长|下降)/)[0]?.replace(/中$/, '') ?? '';
  return /^(?:的|后|前|起|开|多|余|改|收|来|新高|之|第|同比|环比|涨|跌|增|降|较|每|并|且|而|但|由|由于|召开|举行|至|到|时)/.test(noun) || noun.length < 2 ? '' : noun;
}

/** What those that are counted do: 6家减产. */
const STATE = /^(?:减产|停产|检修|复产|满产|增产|亏损|盈利|扭亏|倒闭|开工|正常|扩产|转产|关停|半停产)/;

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
  // 1万吨磁材项目: known by what it is to make.
  const works = kind === 'mass' && !/[年日月]产$/.test(clause.trim()) ? /^(?:级)?(?:的)?([\p{Script=Han}]{2,12}?(?:项目|生产线|产线|基地|工厂|工程))/u.exec(after)?.[1] : undefined;
  if (works !== undefined) return works;
  // 完成年度任务的94.9%: a part of what was set is said of what was told before.
  if (earlier && earlier.words !== '' && /^(?:已|也|并)?(?:完成|占|达到?|为)?(?:了)?(?:全年|年度|年初|全市|全县|预期|既定|考核)?(?:的|下达)?(?:计划|目标|预算|任务|投资计划|目标任务|任务目标|年度计划|投资任务)(?:数|指标)?的?$/.test(clause.trim())) return earlier.words;
  // 建设年产1.2万吨磁材项目, 采购150吨金属镨钕: what is made or dealt in follows its mass.
  if (kind === 'mass' && /(?:年产|日产|月产|产出|生产|销售|采购|出口|进口|供应|交付|处理|回收|成交|投放|收储|拍卖|招标|中标|使用|消耗|少开采|开采|减排)(?:了|约|超|近|各类)?$/.test(clause.trim())) {
    const noun = nounBehind(after);
    if (noun !== '') return noun;
  }
  // 9.2亿元用于磁组件项目: what money is for follows it.
  const use = kind === 'money' && (own === '' || /^(?:其余|剩余|余下|其中|总额)$/.test(own)) ? /^(?:资金)?(?:将|拟|全部|主要)?(?:用于|投向|投入|补充)(?:支持|建设)?([\p{Script=Han}]{2,16}?)(?:建设|等|$|[,，。;；、])/u.exec(after)?.[1] : undefined;
  if (use !== undefined) return use;
  // 对引进的工程师每月补贴3000元: who gets it.
  const paid = kind === 'money' ? /^对(?:.*的)?([^的]{2,10}?)(?:每[年月人])?(?:给予|补贴|奖励|补助|发放|一次性)+(?:最高|约)?$/.exec(clause.trim())?.[1] : undefined;
  if (paid !== undefined) return paid;
  // 企业94家,其中投产71家: a state of what was counted before.
  const state = kind === 'count' && earlier?.kind === 'count' && own.length === 2 && nounBehind(after) === '' ? /(?:企业|项目|工厂|产线|基地|专利)$/.exec(earlier.words)?.[0] : undefined;
  if (state !== undefined && /^(?:投产|在建|建成|竣工|开工|新建|续建|签约|拟建|停产|试产|复工|授权|有效|入库|规上)$/.test(own)) return `${own}${state}`;
  if (kind === 'share' && /^(?:的)?(?:股权|股份|权益|份额)/.test(after)) return nounBehind(after).slice(0, 2);
  if (kind === 'count' || kind === 'share' || (kind === 'mass' && own === '') || (kind === 'money' && own === '')) {
    const noun = nounBehind(after);
    const isState = kind === 'count' && (clause.trim().endsWith('的有') || STATE.test(noun));
    if (isState && earlier?.kind === 'count' && earlier.words !== '') return earlier.words;
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
