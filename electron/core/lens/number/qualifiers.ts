import type { FigureQualifier } from '../../../contract/lens.ts';
import { HAN_FALLS, HAN_RISES } from './han-moves.ts';

const FILL = String.raw`(?: ?(?:by|of|some|about|around|approximately|roughly|nearly|almost|more than|over|at least|not less than|no less than|less than|under|up to|as much as|a|an|another|a further|further|only|just|slightly|sharply|was|is|were|to be|reached|reaching|hit|between|from|year[- ]on[- ]year|year[- ]over[- ]year|yoy|month[- ]on[- ]month|mom|quarter[- ]on[- ]quarter|respectively|rate|another|slight|modest|mere|whopping|tiny|hefty|roughly|close to|no more than|well|still|the|equivalent|range|in|amounted|stood|at|averaged?|averaging))*`;
const UP = String.raw`(?:(?<!\b(?:take|takes|took|taken|taking|make|makes|made|making|pick|picked|set|sets|put|puts|putting|build|built|draw|drawn|open|opened|sign|signed|buy|bought) )up|firm(?:ed|ing)|rose|rise|rises|risen|rising|increas(?:e|ed|es|ing)|grew|grow|grows|grown|growing|growth|gain(?:ed|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:e|ed|es|ing)|soar(?:ed|s|ing)?|advanc(?:e|ed|es|ing)|add(?:ed|s|ing)?|expan(?:d|ded|ding|sion)|higher|edged up|rall(?:y|ied)|rais(?:e|ed|es|ing)|lift(?:ed|s|ing)?|improv(?:e|ed|es|ing|ement)|inching up|hike(?:d|s)?|leap(?:t|ed)?|rebound(?:ed)?|skyrocket(?:ed|ing)?|spik(?:e|ed|es|ing)|swell(?:ed|ing)?|accelerat(?:ed|es|ing))`;
const DOWN = String.raw`(?:(?<!\b(?:turn|turns|turned|shut|shuts|close|closes|closed|broke|break|laid|lay|wrote|write|step|stepped|settle|settled) )down|fell|fall|falls|fallen|falling|drop(?:ped|s|ping)?|declin(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|los(?:t|ing|ses?)|slip(?:ped|s|ping)?|slid|slump(?:ed|s|ing)?|plung(?:e|ed|es|ing)|(?<!\bholes? [\w-]{2,16} )cut(?:s|ting)?|reduc(?:e|ed|es|ing|tion)|lower(?:ed|s|ing)?|shed|tumbled|trimm?(?:ed|s)?|sank|eased|(?<=, )off|shr(?:ank|unk|inks?|inking)|plummet(?:ed|s|ing)?|nosedived?|tumbl(?:e|ed|es|ing)|crash(?:ed|es)?|plunged?|slid(?:e|es|ing)|contract(?:ed(?= by)|ion)|shorten(?:ed|s|ing)?|compress(?:ed|es|ing)?|minus)`;
const WORD_UP = new RegExp(String.raw`\b${UP}${FILL} ?[(]?$`, 'i');
const WORD_DOWN = new RegExp(String.raw`\b${DOWN}${FILL} ?[(]?$`, 'i');
const AFTER_UP = /^ ?(?:of (?=year|increase|growth))?(?:year[- ]on[- ]year |annual |month[- ]on[- ]month |yoy |y\/y |sharp |further |sequential )?(?:increase|rise|growth|gain|jump|surge|spike|leap|rebound|rally|hike|higher|more than (?:a year|the|in|on)|above (?:the|a|last)|expansion|improvement|climb|advance|faster|dearer|better|up(?= (?:from|on)\b|[.,;)]|$)|more(?=[.,;]|$| than (?:the|a|in|last)))/i;
const AFTER_DOWN = /^ ?(?:year[- ]on[- ]year |annual |month[- ]on[- ]month |yoy |y\/y |sharp |further |sequential )?(?:decline|decrease|drop|fall|reduction|lower|(?:less|fewer)(?: [a-z]+)? than (?:a (?:year|month|week|quarter|day)|the|in|last|on)|below (?:the|a|last)|cut\b|slump|plunge|slide\b|tumble|collapse|sell-off|crash|contraction|loss\b|cheaper|shorter|slower|discount(?! rate)|worse|down(?= (?:from|on)\b|[.,;)]|$)|(?:less|fewer)(?=[.,;]|$))/i;
/** "Improves coercivity by 15 %": a verb, what it moves, and by how much. */
const OBJECT_UP = new RegExp(String.raw`\b(?:improv|increas|rais|boost|lift|expand|enhanc)\w* [^,.;]{2,60} by${FILL} ?[(]?$`, 'i');
const OBJECT_DOWN = new RegExp(String.raw`\b(?:cut|reduc|lower|shorten|slash|trim)\w* [^,.;]{2,60} by${FILL} ?[(]?$`, 'i');
/** "Lifted product sales 14 % to 52,000 tonnes" */
const OBJECT_MOVED = /\b(?:(lift|rais|boost|increas|expand)|cut|reduc|lower|trimm|slash)(?:e?d)? (?:its |the |their )?(?:[a-z][a-z-]+ ){1,4}$/i;
const ON_TO = /^ to (?:about |some |nearly |over |more than |around |just )?[A-Z]{0,3}[$€£¥]?\d/;
const HAN_FILL = String.raw`(?:幅度)?(?:了|约|近|超过?|逾|达到?|为|高达|分别|大幅|小幅|增加|增长|减少|再|又|大约|将近|整整|最高|累计|仅|一般|平均|已|预计|分别|有望|将)*`;
const HAN_UP = new RegExp(String.raw`(?:${HAN_RISES}|净增|增长|上涨|上升|提高|提升|增加|增多|上调|上浮|增幅|涨幅|增速|增长率|涨价|调涨|扩大|攀升|回升|反弹|走高|高出[^,，。]{0,12}?|高于[^,，。]{1,12}?|[比较][^,，。]{1,12}?[高多快]|多出|加快|拉升|飙升|猛增|激增|大涨|微涨|新增长|大增|提价|(?<=^|[,，、;；:：(（同环比均者月周日各再\d])[增升]|[微略小]增|[微略小]升|同比增|环比增|同比升|环比升|[^提]涨|^涨)${HAN_FILL} ?$`);
const HAN_DOWN = new RegExp(String.raw`(?:${HAN_FALLS}|下降|下跌|减少|降低|回落|下调|下滑|下浮|缩减|减轻|减重|净减|削减|缩短|跌幅|降幅|减幅|收窄|压缩|走低|(?<!不)低于(?![^,，。]*(?:标准|国标|限值|限额|规定|要求))[^,，。]{1,12}?|[比较][^,，。]{1,12}?[低少短慢]|锐减|降价|(?<=^|[,，、;；:：(（同环比均者月周日各再现\d])[降减]|压降|压减|大跌|微跌|大降|[微略小骤]降|[微略小]减|缩小|同比降|环比降|同比减|环比减|[^下]跌|^跌|跌)${HAN_FILL} ?$`);
const HAN_UP_AFTER = /^(?:的)?(?:年均|年|同比|环比|较大|两位数)?(?:增长|增幅|增速|涨幅|升幅|提升)(?![到至])/;
const HAN_DOWN_AFTER = /^(?:的)?(?:同比|环比|较大)?(?:下降|降幅|跌幅|下滑|减幅|损失)(?![到至])/;

const TO = /\b(?:to|reach(?:ed|es|ing)?(?: to)?|totall?ed|totall?ing)(?: (?:about|some|around|nearly|almost|more than|over|a record|a level of|approximately|as (?:much|high|low) as))* ?$/i;
const MOVED_TO = /\b(?:rose|risen|rise|rises|rising|increas\w+|grew|grow\w*|fell|fall\w*|drop\w*|declin\w+|decreas\w+|cut|cuts|cutting|rais\w+|lift\w*|expand\w*|reduc\w+|lower\w*|up(?! to)|down|jump\w*|climb\w*|slip\w*|improv\w+|bring\w*|from|gain\w*|surg\w+|soar\w*|slump\w*|adjusted|narrow\w*|widen\w*|shorten\w*|edged|eas(?:e|ed|es|ing)|firm(?:ed|s|ing)|rebound\w*)\b[^.;]{0,60}\bto(?: (?:about|some|around|nearly|almost|more than|over|a record|approximately|as (?:high|low) as))* ?$/i;
const HAN_TO = /(?:[增升降涨跌提调扩减缩](?:(?:加|高|长|低|升)?(?:到|至|为)|幅(?:到|至))|上调(?:到|至|为)|下调(?:到|至|为)|上涨(?:到|至)|下跌(?:到|至)|上升(?:到|至|为)|下降(?:到|至|为)|回落(?:到|至)|提高(?:到|至)|回升(?:到|至)|扩大(?:到|至)|调整(?:到|至))(?:\d{0,4}年?\d{0,2}(?:月\d{0,2}日?)?(?:[年月周]?[初末底]|目前|当前|现在)?的)?(?:约|近|超过?|逾|了)* ?$/;
const FROM = /\b(?:from)(?: (?:the|about|some|around|nearly|almost|just|only|more than|over|less than))* ?$/i;
/** "Down 40 % from the cycle high of 1,000 points" */
const FROM_POINT = /\bfrom (?:the|an?|its) (?:[\w-]+ ){0,3}(?:lows?|highs?|peak|bottom|trough|record|(?:lowest|highest) point)(?: of| at)? ?(?:[A-Z]{0,3}[$€£¥])?$/i;
const HAN_FROM = /(?:由|从)(?:\d{0,4}年?\d{0,2}(?:月\d{0,2}日?)?(?:[年月周]?[初末底]|上周|上月|去年|年初)?的|原来的|最初的|此前的|过去的|上年的|去年的|年初的|(?:上年|去年)同期的|\d{4}年的)?(?:约|近|不足|不到)? ?$/;

const MORE = /\b(?:(?<![%\d] )more than|over|above|exceed(?:s|ed|ing)?|at least|upwards of|in excess of|greater than|surpass(?:ed|es|ing)?|pass(?:ed|es)|cross(?:ed|es)|not less than|no less than|no fewer than|minimum of|north of|longer than|later than|topped|br(?:oke|eaks?|eaking|oken) through|beyond|as many as(?= never))(?: (?:a|an|the))? ?[(]?$|[>≥] ?$/i;
const MORE_AFTER = /^ ?(?:min(?:imum)?(?=[.,; )]|$)|or more|or higher|or above|and above|and over|plus\b(?! (?:[\d$€£A-Z]|an? |the ))|\+|and more(?! than))/i;
const LESS = /\b(?:(?<![%\d] )less than|fewer than|under|below|(?<!\b(?:add|adds|added|adding|amount|amounts) )up to|at most|no more than|not more than|not exceed(?:ing)?|maximum of|as much as|within|short of|no higher than|lower than|capped at|just under)(?: (?:a|an|the))? ?[(]?$|[<≤] ?$/i;
const LESS_AFTER = /^ ?(?:or less|or fewer|or lower|or below)/i;
/** "Never below", "not be sold above", 不得低于: the other way round. */
const NOT_LESS = /\b(?:not|never|nor|cannot|\w+n['’]t|no)(?: \w+){0,3} (?:below|less than|fewer than|under|lower than|short of)(?: (?:a|an|the))? ?[(]?$|不(?:得|会|应|能|可|再|宜|许)(?:低于|少于|小于) ?$/i;
const NOT_MORE = /\b(?:not|never|nor|cannot|\w+n['’]t)(?: \w+){0,3} (?:above|over|more than|higher than|beyond|exceed|surpass|pass)(?: (?:a|an|the))? ?[(]?$|不(?:得|会|应|能|可|再|宜|许)(?:高于|超过|多于|大于|突破|超出)(?:[^,，。;；\d]{1,12}的)? ?$/i;
const ABOUT = /\b(?:about|around|approximately|approx\.?|some|roughly|nearly|almost|close to|circa|an estimated|estimated|near|hardly|or so|in the region of)(?: (?:a|an|the|at))? ?[(]?$|[~≈] ?$/i;
const ABOUT_AFTER = /^ ?(?:or so\b|or thereabouts)/i;
const HAN_MORE = /(?:超过|超出|超|逾|(?<=[到近高达占])过(?=$)|多于|高于|突破|不低于|不少于|至少|大于|不小于|不低于\p{Script=Han}{2,5}|以上达|高达(?=不)|跨越|最低(?!价)|[>≥]) ?$/u;
const HAN_MORE_AFTER = /^(?:多|余|以上|之上|及以上|\+|有余)/;
const HAN_LESS = /(?:不到|不足|(?<!不)低于|(?<!不)少于|不超过|不高于|最多|至多|(?<!不)小于|不大于|未达|不及|最高(?!价)(?:不超过|可达|给予|可获|补贴|奖励|资助|补助)?|上限(?:为|是)?|[<≤]) ?$/;
const HAN_LESS_AFTER = /^(?:以下|以内|之内|之下|及以下|内(?!蒙|外))/;
const HAN_ABOUT = /(?:(?<![签合节条预特制违契])约|大约|(?<![附最邻远新])近|将近|接近|大概|约为(?:[^,，。;；\d]{1,6}的)?|左右约|逼近|~|约合) ?$/;
const HAN_ABOUT_AFTER = /^(?:(?:元)?附近|左右|上下|许(?!可)|前后)/;

const SINCE: readonly (readonly [FigureQualifier, RegExp])[] = [
  ['year-on-year', /\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\by-?o-?y\b|\by\/y\b|\bon[- ](?:the )?year\b|\byear[- ]to[- ]year\b|(?:from|than|compared (?:with|to)|over|against|versus|on) (?:in )?(?:a year (?:earlier|ago|before)|the (?:same|corresponding|prior[- ]year|previous corresponding|year[- ]ago|year[- ]earlier) (?:period|month|quarter|half|time|week)?(?: (?:of|in|a) (?:last year|\d{4}|the previous year|year (?:ago|earlier)))?|above the prior corresponding period|than (?:in )?the \w+ (?:quarter|half) of (?:19|20)\d\d|the prior corresponding period|last year\b|the previous year|pcp\b|the year before|the same \w+ last year)|\bthe same (?:time|period) last year|a year (?:earlier|ago)\b|同比|较上年同期|较去年同期|比去年同期|比上年同期|与去年同期相比|较去年(?![末底])|比上年(?![末底])|比去年(?![末底])|较上年(?![末底])|上年同期相比/i],
  ['quarter-on-quarter', /\bon the quarter\b|\bquarter[- ]on[- ]quarter\b|\bq-?o-?q\b|\bq\/q\b|\bsequential(?:ly)?\b|(?:from|than|on|over|above|below|compared (?:with|to)) (?:in )?(?:the (?:previous|prior|preceding|last|\w+) quarter(?! of (?:19|20)\d\d)|last quarter|a quarter (?:earlier|ago))|较上季度|较上一季度|比上季度|较[一二三四]季度|季环比/i],
  ['month-on-month', /\bon the month\b|\bmonth[- ]on[- ]month\b|\bmonth[- ]over[- ]month\b|\bm-?o-?m\b|\bm\/m\b|(?:from|than|on|over|compared (?:with|to)) (?:in )?(?:the (?:previous|prior|preceding|last) month|last month|a month (?:earlier|ago|before))|(?:from|than|over|compared (?:with|to)) (?:in )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! (?:to|through|until) |-))|(?<![周日季])环比|较上月|比上月|较上个月|较(?:1[0-2]|[1-9])月(?!\d|[上中下]旬|末|底|初|高)/i],
  ['week-on-week', /\bweek[- ]on[- ]week\b|\bw-?o-?w\b|\bweekly change\b|周变[动化]|周涨跌|\bw\/w\b|\bon the week\b|(?:from|than|on|over|compared (?:with|to)) (?:the (?:previous|prior|preceding|last) week|last week|a week (?:earlier|ago|before))|周环比|(?<![一二三四五六七八九十两几每])周[涨跌降升]|较上周|比上周/i],
  ['day-on-day', /\bday[- ]on[- ]day\b|\bd\/d\b|\bdaily change\b|日涨跌|\bon the day\b|(?:from|than|on|over|compared (?:with|to)) (?:the (?:previous|prior|preceding|last) (?:trading |working )?day|yesterday|a day (?:earlier|ago|before))|(?:from|than|over|compared (?:with|to)) (?:on )?(?:(?:Monday|Tuesday|Wednesday|Thursday|Friday)\b)|日环比|较前一(?:个)?(?:交易)?日|较上日|较昨日|比昨日|较昨天|较前日|较上一(?:交易)?日|较上个交易日|比前一日/i],
];

/** "Closed higher at $58", "a gain of $2.8 million was booked": a place it came to, or a sum of its own. */
const STANDS = /\bwr(?:it(?:e|es|ing|ten)|ote)[ -](?:down|off) ?[A-Z]{0,3}[$€£¥]?$|(?<!\b(?:was|were|been|be|is|are) )\braised(?: (?:about|some|nearly|over|another|a further))? ?[A-Z]{0,3}[$€£¥]?$|\b(?:higher|lower|firmer|weaker|up|down) at ?[A-Z]{0,3}[$€£¥]?$|\b(?:a|an|the) (?:[a-z-]+ )?(?:gain|premium|discount|loss) of (?:about |some |nearly )?[A-Z]{0,3}[$€£¥]$/i;

/** What stands around a figure in its sentence: right before it, right behind it, and as far as the next figures. */
export interface Around {
  readonly before: string;
  readonly after: string;
  /** From the figure before to the one behind, clauses cut off. */
  readonly clause: string;
}

/** Which of two scripts stand in some words: the patterns of the other need not be asked. */
const scriptsOf = (words: string): { readonly hasLatin: boolean; readonly hasHan: boolean } => ({ hasLatin: /[a-z]{2}|[<>~≈≤≥]/i.test(words), hasHan: /[\u4e00-\u9fff<>~≤≥]/.test(words) });

/** 较去年同期的38.13万元: what something is compared with, and no step. */
const HAN_BASE = /[较比][^,，。;；]{0,16}的(?:约|近)?$/;

/** Characters of Chinese before a figure that tell whether it moved. */
const MOST_HAN = 32;

/** Whether it says by how much something moved, and which way. */
export function directionOf({ before, after }: Pick<Around, 'before' | 'after'>): 'up' | 'down' | null {
  const { hasLatin, hasHan } = scriptsOf(before);
  const han = before.slice(-MOST_HAN);
  if (hasLatin && (STANDS.test(before) || TO.test(before) || FROM.test(before))) return null;
  if (hasHan && (HAN_TO.test(han) || HAN_FROM.test(han) || HAN_BASE.test(han))) return null;
  if ((hasLatin && (WORD_UP.test(before) || (before.includes(' by') && OBJECT_UP.test(before)))) || (hasHan && HAN_UP.test(han))) return 'up';
  if ((hasLatin && (WORD_DOWN.test(before) || OBJECT_DOWN.test(before))) || (hasHan && HAN_DOWN.test(han))) return 'down';
  const moved = ON_TO.test(after) ? OBJECT_MOVED.exec(before) : null;
  if (moved) return moved[1] === undefined ? 'down' : 'up';
  if (AFTER_UP.test(after) || HAN_UP_AFTER.test(after)) return 'up';
  return AFTER_DOWN.test(after) || HAN_DOWN_AFTER.test(after) ? 'down' : null;
}

/** "Over seven years": through them; but "for over seven years", "takes over two months". */
const THROUGH = /(?<!\b(?:for|in|of|by|after|than|is|was|are|were|be|takes?|took|lasts?|lasted|last|spent|spend|to|well|just|and|at|some) )\bover (?:the |a |an |its |their )?$/i;
const TIME = /(?:years?|months?|weeks?|days?|quarters?|decades?)$/i;

/** More than, less than, about, from and to. */
export function boundsOf({ before, after, printed = '' }: Pick<Around, 'before' | 'after'> & { readonly printed?: string }, isMore: boolean): FigureQualifier[] {
  const found: FigureQualifier[] = [];
  const { hasLatin, hasHan } = scriptsOf(before);
  const isIn = (english: RegExp, han: RegExp): boolean => (hasLatin && english.test(before)) || (hasHan && han.test(before));
  const isThrough = hasLatin && THROUGH.test(before) && TIME.test(printed);
  if (NOT_LESS.test(before)) found.push('more-than');
  else if (NOT_MORE.test(before)) found.push('less-than');
  else if (isIn(LESS, HAN_LESS) || LESS_AFTER.test(after) || (HAN_LESS_AFTER.test(after) && !/以上/.test(printed))) found.push('less-than');
  else if (isMore || (!isThrough && isIn(MORE, HAN_MORE)) || MORE_AFTER.test(after) || HAN_MORE_AFTER.test(after)) found.push('more-than');
  else if (isIn(ABOUT, HAN_ABOUT) || ABOUT_AFTER.test(after) || HAN_ABOUT_AFTER.test(after)) found.push('about');
  if (isIn(MOVED_TO, HAN_TO)) found.push('to');
  else if (isIn(FROM, HAN_FROM) || (hasLatin && FROM_POINT.test(before))) found.push('from');
  return found;
}

/** Since when something moved: the same month of the year before, the day before. */
export function sinceOf(clause: string): FigureQualifier[] {
  // 同比扭亏，环比+16.27%: of the nearer.
  const near = clause.replace(/同比[^,，、\d]*[,，](?=[^,，]*环比)|环比[^,，、\d]*[,，](?=[^,，]*同比)/, '');
  return SINCE.flatMap(([qualifier, pattern]) => (pattern.test(near) ? [qualifier] : []));
}
