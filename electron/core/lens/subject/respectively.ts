const LIST = /(?<![A-Za-z])((?:[^,，。;；:：、]{1,60}(?:, |、|，))*[^,，。;；:：、]{1,60}?(?: and |, and |和|及|与|以及|、)[^,，。;；:：、]{1,40}?)(?:,? (?:were|was|are|is|rose|fell|grew|dropped|increased|decreased|reached|totalled|stood at|came to|completed|achieved|realized|generated|recorded|posted|gained|lost|climbed|declined|held|had|have|has|will|focus(?:ed|es)?|produced?|paid|sold|exported|imported|contributed|all|both|advanced|edged|slipped|jumped|surged|soared|dipped|eased|firmed|slid|plunged|tumbled|rallied|retreated|rebounded|remained|ranged|accounted for|amounted to|totall?ed|totals|stand|reach|came|invested|received|employ(?:ed)?|closed|quoted|traded|at|by|to|with)\b.*| ?(?:价格|产量|进出口(?:总?[值额])?|(?<!进)出口[量额]?|进口[量额]?|销量|报价|均价)?(?:同比|[周月日季]?环比)?(?:分别|各).*)$/i;

const MEASURE = String.raw`(?:production|output|sales|export|import|added|industrial|total|investment|contract|transaction|net|gross|operating)? ?(?:values?|output|production|sales|revenues?|profits?|exports?|imports?|investments?|capacit(?:y|ies)|prices?|volumes?|income)`;
/** "Achieved production values of": what each member of the list has. */
const OF_EACH = new RegExp(String.raw`\b(?:achieved?|recorded?|posted|reali[sz]ed|reached|had|have|generated|reported|registered|completed) (?:an? |the )?(?:accumulated |combined |annual |cumulative )?(${MEASURE})(?: of| at)?(?: about| around| some| nearly)? ?(?:[A-Z]{0,3}[$€£¥]|RMB|CNY|USD)? ?$`, 'i');
/** "The output of solar cells, circuits and magnets" */
const OF_LIST = new RegExp(String.raw`\b(${MEASURE}) of (?:the )?(?!.*\bof )\w`, 'i');
/** "Production and sales were": two measures of one thing. */
const ALONE = new RegExp(String.raw`^(?:${MEASURE}|supply|demand)$`, 'i');
/** Sentences that tell two measures of one thing, each with its figure. */
export const TWO_MEASURES = /\b(?:production|output|exports?|imports?|sales|revenues?|profits?|supply|demand) and (?:net |gross |total )?(?:production|output|exports?|imports?|sales|revenues?|profits?|income|supply|demand)(?: volumes?)?\b[^,;.\d]{0,40}\b(?:were|was|reached|hit|totall?ed|stood at|came to|amounted to|rose|fell|increased|decreased|grew|dropped|climbed|declined)\b/i;

/** 精炼铜、铅、锌产量分别为: what each of them has. */
const EACH_HAS = /(?<=[\u4e00-\u9fff])(价格|产量|进出口(?:总?[值额])?|(?<!进)出口[量额]|进口[量额]|销量|报价|均价)(?:同比|[周月日季]?环比)?(?:分别|各)[^,，。;；]{0,8}$/;

const RATES = /(?<=.{2})(?:费用率|费用|毛利率|占比|指标|利用率|回收率|开工率)$/;

/** The members of the list in front of "5, 6 and 7 respectively", if there are as many as figures; else null. */
export function respectiveSubjects(lead: string, count: number): string[] | null {
  const pair = count === 2 ? /(产)量?(销)量?(?:量|分别|均|各|同比|完成)*$/.exec(lead) : null;
  if (pair) return ['产量', '销量'];
  // 销售/管理/财务费用率分别为
  const slashed = /((?:[\p{Script=Han}A-Za-z]{1,8}\/)+[\p{Script=Han}A-Za-z]{2,12}?)(?:同比|环比)?(?:分别)?(?:为|达到?|增长|下降|[+-])?$/u.exec(lead)?.[1]?.split('/');
  if (slashed?.length === count) {
    const last = slashed.at(-1) ?? '';
    const shared = RATES.exec(last)?.[0] ?? '';
    return slashed.map((member) => (member.endsWith(shared) ? member : `${member}${shared}`));
  }
  // 价格持平,分别报: what became of them stands between.
  const each = EACH_HAS.exec(lead)?.[1] ?? '';
  const list = LIST.exec(lead.replace(/(?<=价格|报价|产量|销量|均价)[^,，\d、和]{0,8}[,，](?=分别|各)/, ''))?.[1];
  if (list === undefined) return null;
  const parts = list.split(', ').map((member) => member.trim());
  // Two of them that are joined themselves: "smelting and processing, machines and equipment".
  const isParted = parts.length === count && parts.filter((member) => / and /.test(member)).length > 1;
  const members = isParted ? parts : list.split(/, and |, | and |、|，|以及|和|及|与/).map((member) => member.trim()).filter((member) => member !== '');
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
  const measure = (OF_EACH.exec(lead)?.[1] ?? OF_LIST.exec(first)?.[1])?.replace(/(?<=value|price|volume)s$/i, '').trim().toLowerCase();
  const named = [(isPlaces ? first.replace(/^.*\b(?:to|from|in) (?=(?:the )?[A-Z])/, '') : first).replace(/^.*\b(?:of|for|in) |^.*(?:季度|半年|\d年|\d月|\d日|本周|今年|去年)|^[对向给为].*的|^[对向给为]/i, '').replace(/^.*\b(?:including|such as|namely|which) |^the /, ''), ...rest];
  if (count === 2 && ALONE.test(named[1] ?? '') && / \w+$/.test(named[0] ?? '') && ALONE.test(/\w+$/.exec(named[0] ?? '')?.[0] ?? '')) return [named[0] ?? '', (named[0] ?? '').replace(/\w+$/, named[1] ?? '')];
  if (each !== '') return named.map((member) => `${member.replace(/^(?:而|但是?|其中)/, '')}${each}`);
  return measure === undefined ? named.map((member) => member.replace(/^(?:而|但是|其中)(?=.{2})/, '')) : named.map((member) => (member.toLowerCase().includes(measure.toLowerCase().slice(0, 6)) ? member : `${member} ${measure}`));
}
