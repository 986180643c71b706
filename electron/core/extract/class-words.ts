import type { Element } from 'domhandler';

/** The words of an element's class and id, in lower case: `newsShare_bar` is `news`, `share`, `bar`. */
export function classWords({ attribs }: Element): Set<string> {
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`.slice(0, 400);
  return new Set(names.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9\u4e00-\u9fff]+/).filter(Boolean));
}

/** Whether one of an element's class words is in a set. */
export function hasWord(element: Element, words: ReadonlySet<string>): boolean {
  if (element.attribs['class'] === undefined && element.attribs['id'] === undefined) return false;
  for (const word of classWords(element)) if (words.has(word)) return true;
  return false;
}
