const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr', 'rt', 'rp', 'ruby']);
const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ', '&#39;': "'" };

/**
 * The text of sanitized HTML as the lens reads it: a line for each block, a tab between the cells of a table. A place in it is found
 * again on a page by its words. Note marks in `sup` are put in brackets, that they are no digits of the number before.
 */
export function linesOfHtml(html: string): string {
  let text = '';
  let at = 0;
  const add = (part: string): void => {
    text += part.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (reference) => REFERENCES[reference] ?? reference).replace(/[\r\n\t]+/g, ' ');
  };
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    add(html.slice(at, open));
    const close = html.indexOf('>', open);
    if (close === -1) {
      at = html.length;
      break;
    }
    const isClosing = html[open + 1] === '/';
    const name = /^[a-z0-9]+/i.exec(html.slice(isClosing ? open + 2 : open + 1, open + 14))?.[0].toLowerCase() ?? '';
    at = close + 1;
    if (!isClosing && (name === 'script' || name === 'style' || name === 'head')) at = Math.max(at, html.toLowerCase().indexOf(`</${name}`, at));
    const note = name === 'sup' && !isClosing ? /^\s*(\d{1,2})\s*<\/sup>/.exec(html.slice(at, at + 16)) : null;
    if (note) {
      text += `[${note[1]}]`;
      at += note[0].length;
    } else if ((name === 'td' || name === 'th') && isClosing) text += '\t';
    else if (!INLINE.has(name) && name !== 'td' && name !== 'th') text += '\n';
  }
  add(html.slice(at));
  return text.split('\n').map((line) => line.replace(/\t+$/, '').replace(/ {2,}/g, ' ').replace(/ ?\t ?/g, '\t').replace(/^ +| +$/g, '')).filter((line) => line.trim() !== '').join('\n');
}
