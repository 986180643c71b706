/** 占员工总数的13.7%: of what it is a part; the greater part of a country is told often, and of its own. */
const PART_OF = /占(?:到)?(?:了)?((?:(?![占,，。;；、:：])[\p{Script=Han}]){2,12}?)(?:的)?(?:比重|比例|份额)?(?:已|也)?(?:由|从)?(?:上年的?|去年的?)?(?:提[高升][到至]|[升降增][到至]|达到?|为|约|近|超过?|仅)*$/u;

/** 全县稀土产业产值: of an industry its value is what stands to the whole. */
const INDUSTRY = /^(?:全[县市区省州]|我[县市区省]|规上)?(.{2,8}(?:产业|产业链))(?:总产值|产值|营收|营业收入|收入|增加值|投资)$/;
/** 完成年度计划的, 为全年任务的: what was set. */
const OF_PLAN = /(完成|为|占)(?:了|到)?((?:全年|年度|本年度|年初)(?:投资)?(?:计划|任务|指标|目标)(?:任务|数)?)的?$/;
/** 仅为去年同期的: what it was. */
const OF_THEN = /(?:只有|仅为|仅有|相当于|不及|为)((?:去年|上年)同期)的?$/;

/** A share said with what it is a part of: 研发费用占营业收入; other words as they are. */
export function withWhole(words: string, lead: string): string {
  if (words.length < 2 || words.includes('占') || words.includes('计划')) return words;
  const plan = words.length <= 8 ? OF_PLAN.exec(lead) : null;
  if (plan) return `${words}${plan[1] === '完成' ? '完成' : '占'}${plan[2] ?? ''}`;
  const then = words.length >= 5 ? OF_THEN.exec(lead)?.[1] : undefined;
  if (then !== undefined) return `${words}相当于${then}`;
  const whole = PART_OF.exec(lead.slice(-30))?.[1]?.replace(/^(?:公司|其|当年|同期|本期|全部)+(?=.{2})/, '').replace(/的$/, '') ?? '';
  if (whole === '' || /^(?:全[国省市县区州球]|世界|国内|行业)$/.test(whole) || words.includes(whole)) return words;
  const industry = INDUSTRY.exec(words)?.[1];
  if (industry !== undefined) return `${industry}占${whole}`;
  if (whole.length > 2 * words.length || words.length > 4) return words;
  return `${words}占${whole}`;
}
