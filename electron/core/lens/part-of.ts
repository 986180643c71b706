/** 占员工总数的13.7%: of what it is a part; the greater part of a country is told often, and of its own. */
const PART_OF = /占(?:到)?(?:了)?((?:(?![占,，。;；、:：])[\p{Script=Han}]){2,12}?)(?:的)?(?:比重|比例|份额)?(?:已|也)?(?:由|从)?(?:上年的?|去年的?)?(?:提[高升][到至]|[升降增][到至]|达到?|为|约|近|超过?|仅)*$/u;

/** A share said with what it is a part of: 研发费用占营业收入; other words as they are. */
export function withWhole(words: string, lead: string): string {
  const whole = PART_OF.exec(lead.slice(-30))?.[1]?.replace(/^(?:公司|其|当年|同期|本期|全部)+(?=.{2})/, '').replace(/的$/, '') ?? '';
  if (whole === '' || /^(?:全[国省市县区州球]|世界|国内|行业)$/.test(whole) || words.length < 2 || words.includes('占') || words.includes(whole) || whole.length > 2 * words.length || words.length > 4) return words;
  return `${words}占${whole}`;
}
