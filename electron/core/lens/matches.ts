const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern in a text, in order. As `matchAll` gives them, which makes another pattern each time it is asked:
 * for the short texts that figures are looked for in, that takes longer than to look.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    // What is empty is found at the same place again.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
