/** Where a file says nothing of its encoding, or says what it cannot be; tried in turn, each as far as every byte fits. */
const GUESSES = ['utf-8', 'gb18030', 'shift_jis', 'big5', 'euc-kr'];

/** The text of an OPML file: by its byte order mark, else by the encoding that its first line names, else by what its bytes can be. */
export function decodeOpml(bytes: Uint8Array): string {
  const certain = markOf(bytes) ?? widthOf(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const named = /^\s*<\?xml[^>]{0,180}?encoding=["']([\w.:-]{2,40})["']/iu.exec(head)?.[1];
  if (certain !== undefined) return decodeAs(bytes, certain, false) ?? '';
  // Latin-1 fits any bytes, and is claimed by default: it is believed last.
  const labels = [named, ...GUESSES].filter((label) => label !== undefined && !/^(?:iso-?8859-?1|latin-?1|windows-1252|us-ascii|utf-?16.*)$/iu.test(label)) as string[];
  for (const label of labels) {
    const text = decodeAs(bytes, label, true);
    if (text !== null) return text;
  }
  // A few damaged bytes are better shown as such than as another script.
  return decodeAs(bytes, named === undefined ? 'windows-1252' : named, false) ?? decodeAs(bytes, 'utf-8', false) ?? '';
}

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    // A name that no decoder knows, or bytes that this encoding cannot have.
    return null;
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** XML begins with `<`: beside a zero byte it tells the width and the order (XML 1.0 appendix F). */
function widthOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}
