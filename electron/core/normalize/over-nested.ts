import { ENDS } from './plain-markup.ts';

/** More open at once than this is no article but an attack on the parser's stack, which costs the square of its depth. */
const MOST_OPEN = 5000;
const VOID = new Set(['area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const TAG = /<(\/?)([a-z][a-z0-9]{0,15})/gi;

/**
 * Whether HTML opens more elements inside each other than its parser can bear. Knows of the elements that end others, and
 * of end tags that end nothing: either can hide a depth of any number. Takes time linear in the text.
 */
export function isOverNested(html: string): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const pop = (): string | undefined => {
    const name = open.pop();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) - 1);
    return name;
  };
  for (const [, slash, written = ''] of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (slash === '/') {
      if ((counts.get(name) ?? 0) > 0) while (pop() !== name);
      continue;
    }
    if (VOID.has(name)) continue;
    const ends = ENDS.get(name);
    while (ends?.includes(open.at(-1) ?? '')) pop();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (open.push(name) > MOST_OPEN) return true;
  }
  return false;
}
