/** What kind of event a text tells of. A text may tell of several. */
export type Topic = 'prices' | 'results' | 'control' | 'quota' | 'takeover' | 'supply' | 'funding' | 'plant' | 'accident' | 'trade' | 'research' | 'people' | 'court' | 'stockpile' | 'permit' | 'resource' | 'recap';

/** Bits of a stored signature: new ones go to the end. */
export const TOPICS: readonly Topic[] = ['prices', 'results', 'control', 'quota', 'takeover', 'supply', 'funding', 'plant', 'accident', 'trade', 'research', 'people', 'court', 'stockpile', 'permit', 'resource', 'recap'];

const WORDS: { readonly [T in Topic]: RegExp } = {
  prices: /\b(?:quot(?:ed?|es|ation)|listed prices?|list prices?|price index|mainstream transaction|prices? (?:rose|fell|edged|of|for|stood)|oxide (?:edges|climbs|gains|falls|slips))|报价|挂牌价|价格指数|成交价|行情|均价/i,
  results: /\b(?:quarterly|quarter (?:profit|results|output|production)|half[- ]year|net (?:profit|loss|income)|earned|revenue|ebitda|annual (?:results|report))\b|季报|半年报|年报|净利润|营业收入|销售收入|业绩/i,
  control: /\b(?:export (?:controls?|curbs?|bans?|licen[cs]\w+|restrictions?)|bans? on (?:the )?exports?|ban on raw|under (?:export )?licen[cs]es?|(?:bars|barred|bans|banned) (?:exports|sales|shipments)|dual-use|need a licen[cs]e|general licen[cs]es?|export ban|sanctions?|tariffs?)\b|出口管制|出口禁令|通用许可|禁止.{0,20}出口|两用物项|许可证|关税|制裁/i,
  quota: /\b(?:quotas?)\b|总量控制|指标/i,
  takeover: /\b(?:to buy\b(?!.{0,40}\b(?:magnets?|oxides?|concentrates?|carbonates?|ore|tonnes|tons)\b)|acquir\w+|takeover|takes? over|taking over|merg\w+|bids? (?:for|\$)|has bid|(?:\d+% )?stake|shareholder|preferred stock)\b|收购|并购|入股|股东|控股/i,
  supply: /\b(?:offtake|supply (?:agreement|deal|contract)|to supply|will supply|lock(?:s|ed)? in|to buy .{0,40}(?:magnets?|oxides?|concentrates?|carbonates?)|(?:seven|five|ten|\d+)-year (?:contract|deal))\b|承购|供应协议|供货|长协/i,
  funding: /\b(?:placement|raises?|raising|loans?|financ\w+|grants?|funding|bonds?|capital raising|backs?|scheme|incentives?|subsid\w+)\b|融资|配售|贷款|募资|支持|补贴|激励/i,
  plant: /\b(?:opens?|opened|(?:starts?|started|begins?|begun|began) (?:a (?:new )?line|making|to (?:make|produce)|produc\w+)|turns? out|breaks? ground|broke ground|(?:will|to) build|construction|commission(?:s|ed|ing)|ramp[- ]?up|ground ?breaking|(?:magnet |new )?(?:plant|factory|refinery|park))\b|投产|投运|生产线|开始生产|开工|建设|建成|产业园|工厂/i,
  accident: /\b(?:fire|blaze|explosion|spill|collapse[sd]?|accident|flood\w*|earthquake|killed|leak|rockslide|landslide|mudslide)\b|火灾|爆炸|事故|泄漏|坍塌|洪水|地震|塌方|滑坡|暴雨/i,
  trade: /\b(?:imports?|imported|exports? (?:of|rose|fell|in|to)|shipments?|shipped|customs (?:data|clearance))\b|进口|出口量|通关|出口额/i,
  research: /\b(?:researchers?|study|scientists?|university|journal|laborator\w+|trial)\b|研究(?:人员|团队|所)|科学家|大学|论文|试验/i,
  people: /\b(?:appoint\w+|resign\w+|steps? down|chief executive|new (?:ceo|chair\w*)|names? .{0,40}(?:ceo|chief))\b|任命|辞任|辞职|董事长|总经理/i,
  court: /\b(?:court|lawsuit|sues?|sued|ruling|tribunal|fined?|arbitration)\b|法院|诉讼|仲裁|罚款|判决/i,
  stockpile: /\b(?:stockpil\w+|strategic reserve|tender(?:s|ed)?|auctions?)\b|收储|储备|招标|拍卖/i,
  permit: /\b(?:permits?|approv\w+|environmental (?:review|impact)|mining licen[cs]e)\b|审批|批准|环评|采矿权/i,
  resource: /\b(?:resource estimate|drill\w*|reserves?|deposit grade|feasibility|dfs|pfs)\b|资源量|储量|钻探|可研/i,
  recap: /\b(?:weekly (?:review|roundup|wrap)|week in|things to know|round-?up|what .{0,40} have done|explained|explainer|opinion|analysis|timeline)\b|周评|一周(?:回顾|要闻|综述|盘点|行情|市场|评)|(?:钻孔|本周|稀土)一周|综述|盘点|^[^\n]*(?:早报|日报)|解读/i,
};

/** In the order of TOPICS. */
export function topicsOf(text: string): Topic[] {
  return TOPICS.filter((topic) => WORDS[topic].test(text));
}
