const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;

/** What stands in a folded text besides numbers that count something. */
export interface DatesAndNotices {
  /** `06-14`: days that are named, in the order of the text, each once. */
  readonly days: readonly string[];
  /** `2025-18`, or `-18` where no year is told. */
  readonly notices: readonly string[];
  /** `q1`…`q4`: quarters by the calendar, as far as the words tell. */
  readonly quarters: readonly string[];
  /** Whether a stretch is part of any of them. */
  readonly covers: (start: number, end: number) => boolean;
}

const CHINESE_DAY = /(?:(?:19|20)\d\d年)?(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日/g;
const MONTH_DAY = new RegExp(String.raw`\b${MONTH}\s(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\.?\d|,\d{3}|\s?(?:%|tonnes|tons|yuan|million))(?:,?\s(?:19|20)\d\d\b)?`, 'gi');
const DAY_MONTH = new RegExp(String.raw`\b(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s${MONTH}\b(?:,?\s(?:19|20)\d\d\b)?`, 'gi');
/** What a machine makes of 6月14日. */
const TRANSLATED_DAY = /(1[0-2]|0?[1-9])\s?month\s(3[01]|[12]\d|0?[1-9])\b/gi;
const ISO_DAY = /\b(?:19|20)\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])\b/g;
const CHINESE_DATE_PARTS = /(?:19|20)\d\d年|(?:1[0-2]|[1-9])月(?:份)?|(?:3[01]|[12]\d|[1-9])日|第\d+(?:届|次|批|期|个|条|款)/g;

const NOTICES: readonly RegExp[] = [
  /(?:公告|令|通告)\s?[([〔【]?((?:19|20)\d\d)年?[)\]〕】]?\s?第?\s?(\d{1,3})\s?号/g,
  /(?:announcement|notice|decree|order)s?\s(?:known as\s)?no\.?\s?(\d{1,3})\s?(?:of|\(|,)\s?((?:19|20)\d\d)/gi,
  /(?:announcement|notice|decree|order)s?\s(?:known as\s)?no\.?\s?(\d{1,3})\b|\b[Nn]otice (\d{1,3})\b(?!\s?(?:days|weeks|months|hours))/gi,
  /(?:公告|令|通告)第\s?(\d{1,3})\s?号|第\s?(\d{1,3})\s?号(?:公告|令|通告)/g,
];

const QUARTERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:q1|first[- ]quarter|march quarter|three months to march)\b|一季(?:度|报)|第一季度|1季度/gi, 'q1'],
  [/\b(?:q2|second[- ]quarter|june quarter|three months to june)\b|二季(?:度|报)|第二季度|2季度/gi, 'q2'],
  [/\b(?:q3|third[- ]quarter|september quarter|three months to september)\b|三季(?:度|报)|第三季度|3季度/gi, 'q3'],
  [/\b(?:q4|fourth[- ]quarter|december quarter|three months to december)\b|四季(?:度|报)|第四季度|4季度|截至12月的季度/gi, 'q4'],
];

function dayKey(month: number, day: string): string {
  return `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** The days, notices and quarters that a folded text names. */
export function datesAndNoticesIn(text: string): DatesAndNotices {
  const taken: (readonly [number, number])[] = [];
  const days = new Set<string>();
  const notices = new Set<string>();
  const each = (pattern: RegExp, use: (match: RegExpExecArray) => void): void => {
    for (const match of text.matchAll(pattern)) {
      taken.push([match.index, match.index + match[0].length]);
      use(match);
    }
  };
  each(CHINESE_DAY, ([, month = '', day = '']) => days.add(dayKey(Number(month), day)));
  each(MONTH_DAY, ([, month = '', day = '']) => days.add(dayKey(monthOf(month), day)));
  each(DAY_MONTH, ([, day = '', month = '']) => days.add(dayKey(monthOf(month), day)));
  each(TRANSLATED_DAY, ([, month = '', day = '']) => days.add(dayKey(Number(month), day)));
  each(ISO_DAY, ([, month = '', day = '']) => days.add(dayKey(Number(month), day)));
  each(CHINESE_DATE_PARTS, () => undefined);
  const [chinese, english, bare, chineseBare] = NOTICES;
  if (chinese) each(chinese, ([, year = '', number = '']) => notices.add(`${year}-${Number(number)}`));
  if (english) each(english, ([, number = '', year = '']) => notices.add(`${year}-${Number(number)}`));
  for (const pattern of [bare, chineseBare]) {
    if (!pattern) continue;
    each(pattern, (match) => {
      const number = Number(match[1] ?? match[2]);
      if (![...notices].some((known) => known.endsWith(`-${number}`))) notices.add(`-${number}`);
    });
  }
  const quarters = QUARTERS.flatMap(([pattern, name]) => {
    const before = taken.length;
    each(pattern, () => undefined);
    return taken.length > before ? [name] : [];
  });
  return { days: [...days], notices: [...notices], quarters, covers: (start, end) => taken.some(([from, to]) => start < to && end > from) };
}
