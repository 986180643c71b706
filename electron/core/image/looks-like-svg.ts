/** What may come before the first element, and how it ends. */
const PROLOG = [['<?', '?>'], ['<!--', '-->'], ['<!DOCTYPE', '>']] as const;

/** XML in UTF-8 whose first element, within 4096 bytes, is an svg. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('utf8').replace(/^\uFEFF/, '');
  let rest = head.trimStart();
  for (;;) {
    const found = PROLOG.find(([start]) => rest.slice(0, start.length).toUpperCase() === start);
    if (!found) return /^<(?:\w+:)?svg[\s>/]/.test(rest);
    const end = rest.indexOf(found[1], found[0].length);
    if (end === -1) return false;
    rest = rest.slice(end + found[1].length).trimStart();
  }
}
