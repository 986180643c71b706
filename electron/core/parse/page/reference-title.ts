import { Element } from 'domhandler';
import { wordsAfter } from './beside-item.ts';
import { titleWidth } from './title-width.ts';

/** A number that a register gives, alone or one of several: `SC20216, SC20217`, `No. 24/2026`, `PR-118`. */
const REFERENCE = /^(?:no\.?\s?)?[a-z]{0,5}[-–./\s]?\d[\d\-–./()]{1,15}[a-z]?(?=$|[\s,;])/i;
const ALONE = /^(?:(?:no\.?\s?)?[a-z]{0,5}[-–./]?\d[\d\-–./()]{1,15}[a-z]?[\s,;&]{0,3}){1,6}$/i;
const LONGEST_REFERENCE = 30;
const LONGEST = 300;
const NARROWEST = 8;
const DRESS = /^(?:b|strong|i|em|font|span|u)$/;

/** Whether words are a document's number and nothing else. */
export function isReference(text: string): boolean {
  return text.length <= LONGEST_REFERENCE && ALONE.test(text);
}

/** The link, or what sets it bold. */
function dressed(link: Element, item: Element): Element {
  let element = link;
  for (let { parent } = element; parent instanceof Element && parent !== item && DRESS.test(parent.name) && parent.children.length === 1; { parent } = parent) element = parent;
  return element;
}

/** What an item is called whose link is its number, and whose name follows it on its line; null where the link says it itself. */
export function referenceTitle(item: Element, link: Element, text: string): string | null {
  if (item === link || item.name === 'tr' || text.length > LONGEST_REFERENCE || !REFERENCE.test(text)) return null;
  const rest = wordsAfter(dressed(link, item), new Set());
  const said = rest.replace(/^[-–—:：|]\s*/, '').trim();
  // Without a sign between them, what follows a number and more may be a fact about it.
  const follows = isReference(text) || /^[-–—:：|]\s/.test(rest);
  return follows && rest.length < LONGEST && titleWidth(said) >= Math.max(NARROWEST, titleWidth(text) * 0.5) ? `${text}${/^[:：]/.test(rest) ? '' : ' '}${rest}` : null;
}
