/** What a document is by its first elements, whatever its Content-Type says. */
export type Sniffed = 'feed' | 'json' | 'html' | 'empty' | 'unknown';

const WINDOW = 50_000;
const FEED_ROOT = /^(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel)$/i;
const ENTRY_ROOT = /^(?:[\w.-]{1,40}:)?entry$/i;
const ATOM = /http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns)/i;
const HTML_NAME = /^(?:head|body|title|meta|link|div|table|center|h1|form)$/i;
/** What scripts of servers write before a feed when they fail. */
const JUNK_NAME = /^(?:b|br|i|p|a|font|span|pre|hr|script|style|xmp)$/i;

/** Looks at the beginning of a document. Junk and HTML warnings before the root of a feed are passed over. */
export function sniff(text: string): Sniffed {
  const head = text.slice(0, WINDOW);
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
