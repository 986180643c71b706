import type { Element } from 'domhandler';
import { elementText } from './element-text.ts';
import { descendants } from './item-link.ts';

const SIZE = '[\\d.,]+\\s?(?:[kmg]i?b|bytes)';
const TYPE = '(?:pdf|docx?|xlsx?|pptx?|zip|csv)';
const PAGES = '\\d+\\s?(?:pages?|pp|页)';
const FACT = `(?:${TYPE}|${SIZE}|${PAGES})`;
const FACTS = `${FACT}(?:[\\s,;:|/·–-]{1,3}${FACT}){0,3}`;
/** What a link says of the file that it opens, and nothing else. */
const ONLY = new RegExp(`^[[(（]?${FACTS}[\\])）]?$`, 'i');
/** The same behind a title: in brackets, or a file's type and size. */
const BEHIND = new RegExp(`\\s*(?:[[(（]\\s?${FACTS}\\s?[\\])）]|\\s[|·–-]?\\s?${TYPE}[\\s,:]{1,2}${SIZE})$`, 'i');
const LONGEST = 60;

/** Elements within one that tell the type, the size or the pages of a file. */
export function fileFacts(element: Element): Element[] {
  return descendants(element, 120).filter((at) => at !== element && /^(?:span|small|em|i|b|font|sup|sub|div|p|strong)$/.test(at.name) && ONLY.test(elementText(at, LONGEST + 1)));
}

/** A title without what it says of a file at its end. */
export function withoutFileFacts(title: string): string {
  const rest = title.slice(0, -LONGEST) + title.slice(-LONGEST).replace(BEHIND, '');
  return rest.trim() === '' ? title : rest;
}
