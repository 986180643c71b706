import { Parser } from 'htmlparser2';

const UNSEEN = new Set(['script', 'style', 'noscript', 'template']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const ADDRESSES = new Set(['href', 'src', 'poster', 'cite']);

/** HTML 4 and HTML 5 name different characters by `&lang;` and `&rang;`. */
function withOneBracket(text: string): string {
  return text.replaceAll('\u2329', '\u27e8').replaceAll('\u232a', '\u27e9');
}

export function folded(text: string): string {
  return withOneBracket(text).replaceAll(/\s+/g, ' ').trim();
}

/** The text that a reader sees of some HTML. */
export function seenText(html: string): string {
  let text = '';
  let unseen = 0;
  const parser = new Parser(
    {
      ontext: (data) => {
        if (unseen === 0) text += data;
      },
      onopentag: (name) => {
        if (UNSEEN.has(name)) unseen++;
      },
      onclosetag: (name) => {
        if (UNSEEN.has(name)) unseen--;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text;
}

/** HTML in one way of writing: sorted attributes, absolute addresses, no white space, no outermost div. */
export function canonicalHtml(html: string, base: string): string {
  let written = '';
  const parser = new Parser(
    {
      ontext: (data) => {
        written += data.replaceAll(/\s+/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      },
      onopentag: (name, attributes) => {
        const pairs = Object.entries(attributes).filter(([key]) => key !== 'xmlns').map(([key, value]) => `${key}=${ADDRESSES.has(key) ? (URL.parse(value, base)?.href ?? value) : folded(value)}`);
        written += `<${[name, ...pairs.sort()].join(' ')}>`;
      },
      onclosetag: (name) => {
        if (!VOID.has(name)) written += `</${name}>`;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return /^<div>.*<\/div>$/s.test(written) ? written.slice(5, -6) : written;
}

/** What a text says, read as plain, as HTML, and as HTML that was escaped. */
function forms(text: string): string[] {
  const seen = seenText(text);
  return [text, seen, seenText(seen)].map((form) => withOneBracket(form).replaceAll(/\s+/g, ''));
}

/** Whether two texts say the same; either may be plain, HTML, or HTML that was escaped. */
export function saysTheSame(expected: string, actual: string): boolean {
  const known = new Set(forms(expected));
  return forms(actual).some((form) => known.has(form));
}
