import { pageScripts } from './page-scripts.ts';

/** Scripts of this type hold a list as XML, whose records are HTML: jpage, on which the columns of Chinese offices run, draws them from there. */
const OPENS = /<script\b[^>]{0,300}\btype\s*=\s*["']?(?:text|application)\/xml\b[^>]{0,300}>/gi;
const CDATA = /<!\[CDATA\[|\]\]>/g;
/** The same XML where it is asked for by itself. */
const DATASTORE = /^[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>\s*)?<datastore\b/i;

/** A site's map of its news, where each address has a title and a day. */
const NEWS_MAP = /^[\s\ufeff]*(?:<[?!][^>]{0,500}>\s*){0,8}<urlset\b[^>]{0,2000}sitemap-news/i;

/** A map of news with links, as a page would have them. */
function openNewsMap(xml: string): string {
  return xml.replace(CDATA, '').split(/(?=<url>)/i).map((part) => {
    const address = /<loc>\s*([^<"\s]{1,2000})\s*<\/loc>/i.exec(part)?.[1];
    const title = /<news:title>([^<]{1,1000})<\/news:title>/i.exec(part);
    return address === undefined || !title ? part : part.replace(title[0], `<a href="${address}">${title[1] ?? ''}</a>`);
  }).join('');
}

/** The text of a page with the HTML that stands in XML within it laid open, for a parser to which both are plain text. */
export function openXmlIslands(html: string): string {
  if (NEWS_MAP.test(html)) return openNewsMap(html);
  if (DATASTORE.test(html)) return html.replace(CDATA, '');
  let opened = '';
  let from = 0;
  for (const { start, text, end } of pageScripts(html, OPENS)) {
    opened += `${html.slice(from, start)}<div>${text.replace(CDATA, '')}</div>`;
    from = end;
  }
  return from === 0 ? html : opened + html.slice(from);
}
