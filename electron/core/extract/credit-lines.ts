import { foldText } from '../parse/page/element-text.ts';

const SOURCE = /(?:^|[\s|｜·[(（【])(?:source|sources|来源|信息来源|文章来源|稿件来源|稿源|出处|资料来源|发布机构|发布单位|出典|提供)\s?[:：]\s?([^\s|｜:：][^|｜:：]{0,80})/iu;
const AUTHOR = /(?:^|[\s|｜·[(（【])(?:作者|撰文|撰稿|记者|本报记者|本网记者|文\/|執筆|文責|author|written by|reported by|reporter)\s?[:：/]?\s?([^|｜:：]{1,60})/iu;
const BY = /^(?:by|von|par|por|written by)\s?[:：]?\s(\p{Lu}[^|]{2,100})$/iu;
/** What ends a name in a line of facts. */
const NEXT_FACT = /\s{1,3}(?:发布|更新|时间|日期|作者|编辑|责任编辑|责编|来源|分类|类型|栏目|类别|点击数|字号|字体|浏览|阅读|点击|打印|分享|published|updated|posted|date|time|author|by)(?![a-z])|\s\d{4}[-/.年]|(?:\s|^)\d{1,2}[:：]\d{2}|[【[（(】\])）]|\s[-–—|]\s|\s?(?:时间|日期|浏览|阅读|字号|责任编辑|编辑)\s?[:：]|,?\s(?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d/iu;

/** Initials in brackets, which end no name: `Richard (R.J.) Vale`. */
const INITIALS = / \(((?:\p{Lu}\.){1,3})\)(?= \p{Lu})/u;

function name(written: string): string {
  const text = written.replace(INITIALS, ' $1');
  const end = NEXT_FACT.exec(text);
  return foldText(end ? text.slice(0, end.index) : text).replace(/[\s,，;；。、]+$/u, '');
}

/** Whom a line such as `Source: SMM` or `来源：中国稀土行业协会 2025-10-09` names, or null. */
export function sourceIn(line: string): string | null {
  const match = line.length <= 300 ? SOURCE.exec(line) : null;
  const found = name(match?.[1] ?? '');
  return found === '' || found.length > 60 ? null : found;
}

/** Behind a name and a comma, what somebody is; what follows it is no name either. */
const TITLE = /^(?:M\.?A|M\.?D|M\.?Sc|B\.?Sc|B\.?A|M\.?S|Ph\.?D|D\.?Phil|MBA|MPH|CFA|CPA|RN|P\.?Eng|P\.?Geo|CPG|Esq|Jr|Sr|II|III)\b\.?(?:\s|$)/u;

/** The names of a byline; none of an address. */
export function namesIn(text: string): string[] {
  if (/^\s*(?:https?:\/\/|www\.)/i.test(text)) return [];
  const plain = foldText(text).replace(/^(?:by|von|par|por|作者|记者|文)[\s:：/]+/iu, '');
  return plain.split(/\s?(?:[,，;；、/&]|\band\b|\bund\b)\s?/iu).map((one) => name(one)).filter((one, at) => isName(one) && !(at > 0 && TITLE.test(one)));
}

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= 60 && /\p{L}/u.test(text) && !/https?:|@|\d{3}|^(?:admin|administrator|editor|staff|reporter|news(?:room)?|by|reuters staff)$/iu.test(text);
}

/** The authors that a line of facts names: `By Jo Li`, `作者：李`. */
export function authorsIn(line: string): string[] {
  if (line.length > 300) return [];
  const by = BY.exec(line.replace(/\s[|·•–-]\s.*$/u, ''));
  if (by?.[1]) return namesIn(by[1]).filter((one) => one.split(' ').length <= 5);
  const match = AUTHOR.exec(line);
  return match?.[1] ? namesIn(name(match[1])) : [];
}
