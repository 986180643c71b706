/** A link of an HTTP answer's Link header (RFC 8288) as a link element would say it. */
export interface HeaderLink {
  readonly href: string;
  /** By their names in lower case. */
  readonly attributes: Readonly<Record<string, string>>;
}

const LONGEST = 16_000;
const MOST_LINKS = 100;
const TARGET = /[\s,]{0,99}<([^<>]{0,2000})>/y;
const PARAMETER = /\s{0,99};\s{0,99}(?:([\w!#$&+.^`|~-]{1,60}\*?)(?:\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.){0,2000})"|([^\s",;]{0,2000})))?)?/y;

/** The value of a parameter whose name ends in `*` (RFC 8187); null where it is damaged or in another charset than UTF-8. */
function decoded(value: string): string | null {
  const words = /^utf-8'[^']{0,40}'(.*)$/i.exec(value)?.[1];
  try {
    return words === undefined ? null : decodeURIComponent(words);
  } catch {
    return null;
  }
}

function parametersAt(text: string, start: number): { readonly attributes: Record<string, string>; readonly end: number } {
  const attributes: Record<string, string> = {};
  let end = start;
  for (;;) {
    PARAMETER.lastIndex = end;
    const match = PARAMETER.exec(text);
    if (!match) return { attributes, end };
    end = PARAMETER.lastIndex;
    const name = match[1]?.toLowerCase() ?? '';
    const value = match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '';
    const plain = name.endsWith('*') ? decoded(value) : value;
    // Of one that stands twice the first counts, and what is written in full before what is not.
    if (name !== '' && plain !== null && (name.endsWith('*') || !Object.hasOwn(attributes, name))) attributes[name.replace('*', '')] = plain;
  }
}

/** The links that a Link header says its page has. What says of another page is left out. Bounded, and never throws. */
export function headerLinks(header: string, pageUrl: string): HeaderLink[] {
  const text = header.slice(0, LONGEST);
  const links: HeaderLink[] = [];
  let at = 0;
  while (at < text.length && links.length < MOST_LINKS) {
    TARGET.lastIndex = at;
    const target = TARGET.exec(text);
    if (!target) {
      // What cannot be read ends where the next one begins.
      const next = text.indexOf('<', at + 1);
      if (next === -1) break;
      at = next;
      continue;
    }
    const { attributes, end } = parametersAt(text, TARGET.lastIndex);
    at = end;
    const { anchor } = attributes;
    if (anchor === undefined || URL.parse(anchor, pageUrl)?.href === URL.parse(pageUrl)?.href) links.push({ href: target[1]?.trim() ?? '', attributes });
  }
  return links;
}
