const BEHIND = /^(?:以上|左右|以下|以内)?(?:的)?[“"]?([\p{Script=Han}A-Za-z]{1,12})/u;
/** Where the noun ends. */
const ENDS = /(?:左右|以上|以下|以内|上下|内|来自|已|将|被|参加|进行|实现|达到|完成|建设|分别|为|是|在|(?<!许)可|用于|位于|,|获|和(?!地区)|与|及|通过|集中|均|都|提振|带动|影响|支撑|推动|减免|解决|落实|争取|变成|变为|成为|经过|减少|提升|提高|增加|扩大|缩短|降至|降到|(?<![性功储产节智电新热动核])能|开工|投产|获得|签约|入驻|落户|居|恢复|复工|历时|耗时|投入|供应|出口(?!许可|配额|管制|退税|订单|产品|企业|市场|额|量|基地)|联合|共建|同时|同步|鳞次|应(?=[在当于])|放款|授信|参会|参展|到会|与会|印发|贡献|创造|竣工|投产|建成|从事|持有|升|上涨|下跌|增长|下降|主导|打开|带来|形成|印证|实施|严格|占据)/;
/** What is counted by one character alone: 19个村通过入股. */
const ONE = /^(村|县|市|省|国|港|矿)(?=通过|已|均|全部|参与|开展|实现|完成|被|将|有)/;
const NO_NOUN = /^(?:REO|TREO)|^(?:整合|压减|压降|下滑|的|后|前|起|开|多|余|改|收|来|新高|之|第|同比|环比|涨|跌|增|降|较|每|并|且|而|但|由|由于|召开|举行|至|到|时|减至|增至|降至|升至|附近|罚款|测算|计算)/;

/** The noun behind a figure and its measure word: 企业 of 42家企业; empty where none is. */
export function nounBehind(after: string): string {
  const one = ONE.exec(after)?.[1];
  if (one !== undefined) return one;
  // 两项关于加强管制的公告
  const about = /^(?:关于|有关|针对)[^,，。;；]{2,40}?的(\p{Script=Han}{2,6})(?=[,，。;；]|$)/u.exec(after)?.[1];
  if (about !== undefined) return about;
  const rest = BEHIND.exec(after)?.[1]?.replace(/^(?:[道名位本]|项(?!目))(?=[\p{Script=Han}]{2})/u, '') ?? '';
  const noun = rest.split(ENDS)[0]?.replace(/中$/, '') ?? '';
  return NO_NOUN.test(noun) || /^.{1,3}[至为到]$/.test(noun) || noun.length < 2 ? '' : noun;
}
