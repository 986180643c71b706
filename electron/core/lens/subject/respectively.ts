const LIST = /((?:[^,，。;；:：、]{1,60}(?:, |、|，))*[^,，。;；:：、]{1,60}?(?: and |, and |和|及|与|以及|、)[^,，。;；:：、]{1,40}?)(?:,? (?:were|was|are|is|rose|fell|grew|dropped|increased|decreased|reached|totalled|stood at|came to|completed|achieved|realized|generated|recorded|posted|gained|lost|climbed|declined|held|had|have|has|will|focus(?:ed|es)?|produced?|paid|sold|exported|imported|contributed|accounted for|amounted to|totall?ed|totals|stand|reach|came|invested|received|employ(?:ed)?|closed|quoted|traded|at|by|to|with)\b.*| ?(?:价格|产量|出口量?|销量|报价|均价)?(?:同比|环比)?(?:分别|各).*)$/i;

const RATES = /(?<=.{2})(?:费用率|费用|毛利率|占比|指标|利用率|回收率|开工率)$/;

/** The members of the list in front of "5, 6 and 7 respectively", if there are as many as figures; else null. */
export function respectiveSubjects(lead: string, count: number): string[] | null {
  const pair = count === 2 ? /(产)量?(销)量?(?:量|分别|均|各|同比|完成)*$/.exec(lead) : null;
  if (pair) return ['产量', '销量'];
  // 价格持平,分别报: what became of them stands between.
  const list = LIST.exec(lead.replace(/(?<=价格|报价|产量|销量|均价)[^,，\d、和]{0,8}[,，](?=分别|各)/, ''))?.[1];
  if (list === undefined) return null;
  const members = list.split(/, and |, | and |、|，|以及|和|及|与/).map((member) => member.trim()).filter((member) => member !== '');
  if (members.length < count) return null;
  // What stands before the list is parted by a comma too.
  const [first = '', ...rest] = members.slice(-count);
  if ([first, ...rest].some((member) => /^(?:19|20)\d\d年?$/.test(member))) return null;
  // "Exports of products to ASEAN and the EU"
  const tail = /(?:稀土|磁材|工业|新材料)?(?:产业|行业)?(?:总?产值|增加值|投资|营收|收入|产量|销量|价格|报价|均价|出口额?)$/;
  const ending = rest.at(-1) ?? '';
  // 销售、管理、财务费用率: what the last ends with, each has.
  const shared = RATES.exec(ending)?.[0];
  if (shared !== undefined && [first, ...rest.slice(0, -1)].every((member) => !RATES.test(member))) return [first.replace(/^其中|^.*(?:季度|半年|\d年|\d月)/, ''), ...rest.slice(0, -1), ending.slice(0, -shared.length)].map((member) => `${member}${shared}`);
  if (first.length <= 5 && ending.length > first.length + 2 && tail.test(ending) && ending.replace(tail, '').length >= 2) rest[rest.length - 1] = ending.replace(tail, '');
  const last = rest.at(-1) ?? '';
  const isPlaces = /^(?:the )?[A-Z]/.test(last) && /^\w[^A-Z]*\b(?:to|from|in) (?:the )?[A-Z]\w*(?: [A-Z]\w*)*$/.test(first);
  const deed = /分别(出口|进口|产出|生产|采购|销售)(?:了|约)?$/.exec(lead)?.[1] ?? '';
  if (deed !== '') return [first.replace(/^.*[对向给为自从]/, ''), ...rest].map((member) => `${member}${deed}`);
  return [(isPlaces ? first.replace(/^.*\b(?:to|from|in) (?=(?:the )?[A-Z])/, '') : first).replace(/^.*\b(?:of|for|in) |^.*(?:季度|半年|\d年|\d月|\d日|本周|今年|去年)|^[对向给为].*的|^[对向给为]/i, ''), ...rest];
}
