/** Of one element, characters; a longer one costs itself alone. */
const LONGEST = 8 * 1024 * 1024;

/**
 * Cuts the objects of a list out of a JSON document as it comes, so that memory does not grow with their number: those of
 * `{"…":…, "<name>": [ {…}, … ]}`, as they are written. Null stands for one that is too long, or that the end cuts off. What is no
 * JSON gives nothing, or pieces that are none.
 */
export async function* jsonElements(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string | null> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inList = false;
  /** The last string of the outermost object: before a list it is its name. */
  let label = '';
  let element: string | null = null;
  let isTooLong = false;
  for await (const piece of pieces) {
    let from: number = element === null ? -1 : 0;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at] ?? '';
      if (inString) {
        if (escaped) escaped = false;
        else if (character === '\\') escaped = true;
        else if (character === '"') inString = false;
        else if (depth === 1 && label.length <= name.length) label += character;
      } else if (character === '"') {
        inString = true;
        if (depth === 1) label = '';
      } else if (character === '{' || character === '[') {
        depth += 1;
        if (depth === 2 && character === '[') inList = label === name;
        else if (depth === 3 && inList) [element, from, isTooLong] = ['', at, false];
      } else if (character === '}' || character === ']') {
        depth -= 1;
        if (depth === 1) inList = false;
        if (depth !== 2 || element === null) continue;
        yield isTooLong ? null : element + piece.slice(from, at + 1);
        [element, from] = [null, -1];
      }
    }
    if (element === null || from < 0) continue;
    isTooLong ||= element.length + piece.length - from > LONGEST;
    element = isTooLong ? '' : element + piece.slice(from);
  }
  if (element !== null) yield null;
}
