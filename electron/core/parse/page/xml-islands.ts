/** Scripts of this type hold a list as XML, whose records are HTML: jpage, on which the columns of Chinese offices run, draws them from there. */
const OPENS = /<script\b[^>]{0,300}\btype\s*=\s*["']?(?:text|application)\/xml\b[^>]{0,300}>/gi;
const CLOSES = /<\/script\s*>/gi;
const CDATA = /<!\[CDATA\[|\]\]>/g;
/** The same XML where it is asked for by itself. */
const DATASTORE = /^[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>\s*)?<datastore\b/i;

/** The text of a page with the HTML that stands in XML within it laid open, for a parser to which both are plain text. */
export function openXmlIslands(html: string): string {
  if (DATASTORE.test(html)) return html.replace(CDATA, '');
  let opened = '';
  let from = 0;
  for (const match of html.matchAll(OPENS)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    CLOSES.lastIndex = start;
    const end = CLOSES.exec(html);
    if (!end) break;
    opened += `${html.slice(from, match.index)}<div>${html.slice(start, end.index).replace(CDATA, '')}</div>`;
    from = end.index + end[0].length;
  }
  return from === 0 ? html : opened + html.slice(from);
}
