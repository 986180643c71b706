/** Elements whose text is left out with them, and that some writers open and never close, or close as XML does. */
const NAMES: readonly string[] = ['iframe', 'object', 'audio', 'video', 'canvas', 'applet', 'svg', 'form', 'button', 'select'];
const ANY = new RegExp(`<(?:${NAMES.join('|')})[\\s/>]`, 'i');
/** Behind an address without quotes the slash is its own. */
const CLOSED_AS_XML = new RegExp(`<(${NAMES.join('|')})((?:\\s[^<>]*["'\\s])?)/>`, 'gi');

function lastClosing(html: string, name: string): number {
  let last = 0;
  for (const { index } of html.matchAll(new RegExp(`</${name}`, 'gi'))) last = index;
  return last;
}

/**
 * HTML in which none of these takes the rest of the article along: what HTML reads as the text of an element that is never
 * closed is, in a feed, what comes after it.
 */
export function withoutOpenElements(html: string): string {
  if (!ANY.test(html)) return html;
  let text = html.replace(CLOSED_AS_XML, '<$1$2></$1>');
  for (const name of NAMES) {
    const closed = lastClosing(text, name);
    text = text.slice(0, closed) + text.slice(closed).replace(new RegExp(`<${name}(?=[\\s/>])[^<>]*>`, 'gi'), '');
  }
  return text;
}
