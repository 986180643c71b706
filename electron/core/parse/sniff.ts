/** What a document is by its first elements, whatever its Content-Type says. */
export type Sniffed = 'feed' | 'json' | 'html' | 'empty' | 'unknown';

const WINDOW = 50_000;
const FEED_ROOT = /^(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel)$/i;
const ENTRY_ROOT = /^(?:[\w.-]{1,40}:)?entry$/i;
const ATOM = /http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns)/i;
const HTML_NAME = /^(?:head|body|title|meta|link|div|table|center|h1|form)$/i;
/** What scripts of servers write before a feed when they fail. */
const JUNK_NAME = /^(?:b|br|i|p|a|font|span|pre|hr|script|style|xmp)$/i;

/** Looks at the beginning of a document. Junk, HTML warnings and a DOCTYPE of any length before the root of a feed are passed over. */
export function sniff(text: string): Sniffed {
  const end = text.length > WINDOW ? endOfDoctype(text) : 0;
  return look(end > WINDOW ? text.slice(end, end + WINDOW) : text.slice(0, WINDOW), text);
}

const DOCTYPE = /^\s{0,1000}(?:<\?[^>]{0,1000}>\s{0,1000})?(?:<!--(?:(?!-->).){0,4000}-->\s{0,1000})?<!DOCTYPE(?!\s+html)/is;
const OPENINGS = /["'[\]>]|<!--|<\?/g;
const CLOSINGS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '<!--': '-->', '<?': '?>' };

/** Where the DOCTYPE that a document begins with is over (XML 1.0 production 28), its own declarations included; 0 where there is none, or no end. */
function endOfDoctype(text: string): number {
  const begun = DOCTYPE.exec(text);
  if (!begun) return 0;
  let isInside = false;
  OPENINGS.lastIndex = begun[0].length;
  for (let found = OPENINGS.exec(text); found; found = OPENINGS.exec(text)) {
    const [mark] = found;
    const closing = CLOSINGS[mark];
    if (closing !== undefined) {
      const end = text.indexOf(closing, OPENINGS.lastIndex);
      if (end === -1) return 0;
      OPENINGS.lastIndex = end + closing.length;
    } else if (mark === '>' && !isInside) return OPENINGS.lastIndex;
    else if (mark !== '>') isInside = mark === '[';
  }
  return 0;
}

function look(head: string, text: string): Sniffed {
  const start = head.trimStart();
  if (start === '' && text.trim() === '') return 'empty';
  if (/^[{[]/.test(start)) return 'json';
  let isHtml = /^<!doctype\s+html/i.test(start);
  let isOther = false;
  for (let at = head.indexOf('<'); at !== -1; at = head.indexOf('<', at + 1)) {
    if (head.startsWith('<!--', at)) {
      const end = head.indexOf('-->', at + 4);
      if (end === -1) break;
      at = end;
      continue;
    }
    const name = /^<([A-Za-z_][\w.:-]{0,60})/.exec(head.slice(at, at + 64))?.[1];
    if (name === undefined) continue;
    if (FEED_ROOT.test(name)) return isHtml ? 'html' : 'feed';
    if (!isOther && !isHtml && ENTRY_ROOT.test(name) && ATOM.test(head)) return 'feed';
    if (/^html$/i.test(name)) return 'html';
    if (!isOther && HTML_NAME.test(name)) isHtml = true;
    isOther ||= !isHtml && !JUNK_NAME.test(name);
  }
  return isHtml ? 'html' : 'unknown';
}
