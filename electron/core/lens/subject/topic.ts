import type { Stretch } from '../sentences.ts';

/** "Paldi magnet plant:", "Chemicals & Oxides." at the beginning of a paragraph */
const ENGLISH = /^(?:[*•·-] ?)?([A-Z][\w'&/-]*(?: [\w'&/-]+){0,3}?)(?: update)?[:.] /;
/** 镓：, 重稀土方面, */
const HAN = /^(?:[一二三四五六七八九十]、|【)?([\p{Script=Han}]{1,8}?)(?:(?:方面|市场|端)(?:看|来看)?[:,】]|[:】]|(?<=^(?:[一二三四五六七八九十]、|【)?.{1,6})(?:看|来看)?,)(?=.)/u;
const NO_TOPIC = /^(?:.*\b(?:outlook|safety|balance|highlights?|guidance|costs?|summary|contact|note|news|market|production|sales|today|yesterday|meanwhile|however|first|second|finally|looking|overall|liquidity|cash)\b.*|Q\d.*|[据从在由对随受自].*|.*(?:时节|数据|显示|统计|公告|消息|报道|今日|目前|其中|同时|此外|因此|今年|去年|本周|昨日|预计)|注|供给|需求|库存|政策|估值|结论|跟踪|风险|消息|盘面|提示|分红|资产负债|在建项目|机构预测|风险提示|备注)$/i;

/** What heads the paragraph of a sentence: null where nothing does. */
export function topicOf(text: string, { start }: Stretch): string | null {
  const line = text.lastIndexOf('\n', start) + 1;
  const head = text.slice(line, line + 48);
  const found = (ENGLISH.exec(head) ?? HAN.exec(head))?.[1] ?? null;
  return found === null || NO_TOPIC.test(found) ? null : found;
}

/** The sentence without figures that opens a line: 二、主要产品产量。; empty where it has none. */
export function headOf(text: string, { start }: Stretch): string {
  const line = text.lastIndexOf('\n', start) + 1;
  return /^(?:[一二三四五六七八九十]、|[(（][一二三四五六七八九十][)）])?([\p{Script=Han}]{2,14}?)(?:方面,|。|[:：])/u.exec(text.slice(line, line + 24))?.[1] ?? '';
}
