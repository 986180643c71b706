/** What numbers are said of, in both languages: what two sentences must name alike before their numbers are held against each other. */
const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['mining-quota', /\bmining quotas?\b|\bmining\b.*\bquotas?\b|开采(?:总量)?(?:控制)?指标|开采指标/i],
  ['separation-quota', /\b(?:smelting|separation) (?:and separation )?(?:quotas?)?\b|冶炼分离/i],
  ['revenue', /\b(?:revenue|sales revenue|turnover)\b|营业收入|销售收入|营收/i],
  ['profit', /\b(?:net )?(?:profit|income|earnings)\b|净利/i],
  ['loss', /\bloss\b|亏损/i],
  ['cash', /\bcash\b|现金/i],
  ['output', /\b(?:output|production|produced|produces?)\b|产量/i],
  ['capacity', /\b(?:capacity|a year|per year|annual|tpa)\b|产能|每年|\/年/i],
  ['stake', /\b(?:stake|shareholding|holds?|of the shares)\b|持股|股权|股份/i],
  ['price', /\b(?:price|priced|per kilogram|per kg|a share|apiece)\b|价格|报价|每股|每公斤/i],
  ['cost', /\b(?:cost|costs|investment|invest|worth|valu\w+)\b|投资|估值|总价|对价/i],
  ['exports', /\b(?:export\w*|shipments|shipped)\b|出口/i],
  ['imports', /\bimport\w*\b|进口/i],
  ['jobs', /\b(?:jobs|people|workers|employees)\b|人员|员工|岗位/i],
  ['deaths', /\b(?:dead|died|killed|kills)\b|死亡|遇难/i],
  ['injured', /\b(?:hurt|injured|wounded)\b|受伤/i],
  ['loan', /\b(?:loans?|financing|grants?|funding)\b|贷款|融资|补贴/i],
  ['NdPr', /\b(?:NdPr|PrNd)\b|praseodymium-neodymium|neodymium-praseodymium|镨钕/i],
  ['Dy', /dysprosium|镝/i],
  ['Tb', /terbium|铽/i],
  ['rise', /\b(?:up|rose|gain\w*|increase\w*|more than|above|grew|growth|jump\w*)\b|增长|上涨|上升/i],
  ['fall', /\b(?:down|fell|drop\w*|declin\w*|less than|below|decrease\w*)\b|下降|下跌|减少/i],
];

/** The subjects that a stretch of text names. */
export function subjectsOf(text: string): string[] {
  return SUBJECTS.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}
