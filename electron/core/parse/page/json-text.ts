import type { Json } from './json-path.ts';

const LONGEST = 5_000_000;
const DEEPEST = 500;

/** Whether brackets nest no deeper than a reader of JSON should follow. */
function isShallow(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      if (++depth > DEEPEST) return false;
    } else if (code === 125 || code === 93) depth--;
  }
  return true;
}

/** Takes what stands around JSON off it: a byte order mark, `)]}',`, a callback's name and brackets, comment signs, `window.x =`. */
function bare(text: string): string {
  const start = text.slice(0, 200).search(/[[{]/);
  if (start === -1) return '';
  const before = text.slice(0, start);
  if (before.trim() === '' || before === '\ufeff') return text;
  if (!/^[\ufeff\s]*(?:\)\]\}',?|<!--|\/\*|\/\/|<!\[CDATA\[|for\s?\(;;\);|(?:(?:var|let|const)\s)?[\w.$]{1,80}\s?[=(]|\/\*\*\/[\w.$]{1,80}\()+[\s(]*$/.test(before) && !/^\)\]\}',?\s*$/.test(before)) return text;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return text.slice(start, end + 1);
}

/** Reads a JSON text, JSONP and guarded JSON too; null where it is none, too long or too deep. */
export function readJson(text: string): Json | null {
  if (text.length > LONGEST) return null;
  const json = bare(text);
  if (json === '' || !isShallow(json)) return null;
  try {
    return JSON.parse(json.replace(/^\ufeff/, '')) as Json;
  } catch {
    return null;
  }
}

/** Whether a text is JSON rather than HTML, by its first characters and its type. */
export function looksLikeJson(text: string, contentType: string | null | undefined): boolean {
  const start = text.slice(0, 500).trimStart().replace(/^\ufeff/, '');
  if (/^[[{]/.test(start) || start.startsWith(")]}'")) return true;
  return !start.startsWith('<') && (/json|javascript/i.test(contentType ?? '') || /^(?:\/\*\*\/)?[\w.$]{1,80}\s?\(\s*[[{]/.test(start));
}
