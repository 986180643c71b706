import { Element } from 'domhandler';
import { nameOf } from './date-evidence.ts';
import { elementText } from './element-text.ts';

/** Enough items to know a label by. */
const LOOKED_AT = 40;
const FEWEST = 4;
const MOST_ELEMENTS = 60;
const LONGEST_LABEL = 40;
/** Of the words in one place of every item, the share that differ where they are titles. */
const DIFFERENT = 0.6;

/** Elements within an item that hold words and no other element, by the place where they stand. */
function leaves(item: Element): { readonly slot: string; readonly element: Element; readonly text: string }[] {
  const found: { slot: string; element: Element; text: string }[] = [];
  let seen = 0;
  const visit = (element: Element, slot: string): void => {
    if (++seen > MOST_ELEMENTS) return;
    const inner = element.children.filter((child): child is Element => child instanceof Element && !/^(?:br|img|i|svg)$/.test(child.name));
    if (inner.length === 0 && element !== item) {
      const text = elementText(element, LONGEST_LABEL + 1);
      if (text !== '' && text.length <= LONGEST_LABEL) found.push({ slot, element, text });
    }
    const seenNames = new Map<string, number>();
    for (const child of inner) {
      // Two links alike are a section's and a title's.
      const name = nameOf(child);
      const nth = (seenNames.get(name) ?? 0) + 1;
      seenNames.set(name, nth);
      visit(child, `${slot}>${name}:${nth}`);
    }
  };
  visit(item, '');
  return found;
}

/**
 * The elements of a list's items that say of what kind an item is: a place whose words are the same in item after item holds a
 * section or a region, where a title's words differ.
 */
export function labelsOf(items: readonly Element[]): (item: Element) => readonly Element[] {
  const words = new Map<string, string[]>();
  for (const item of items.slice(0, LOOKED_AT)) {
    for (const { slot, text } of leaves(item)) words.set(slot, [...(words.get(slot) ?? []), text]);
  }
  const labels = new Set([...words].filter(([, texts]) => texts.length >= FEWEST && new Set(texts).size < texts.length * DIFFERENT).map(([slot]) => slot));
  return (item) => (labels.size === 0 ? [] : leaves(item).flatMap(({ slot, element }) => (labels.has(slot) ? [element] : [])));
}
