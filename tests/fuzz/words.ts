/** Pieces that documents are made and spoilt with. */
export const ODD_TEXT: readonly string[] = [
  '', ' ', '\0', '\u0001', '\u000b', '\u001f', '\u007f', '\u0085', '\u00a0', '\u200b', '\u2028', '\ufeff', '\ufffd', '\ufffe', '\uffff', '\ud800', '\udc00', '😀', 'é', 'e\u0301', '\ufdfa', '镝', '氧化镨钕', 'ｆｕｌｌ',
  '<', '>', '&', '"', "'", '`', '/', '\\', ']]>', '<![CDATA[', '<!--', '-->', '--', '<!', '<?', '?>', '</', '/>', '<>', '</>', '&amp;', '&lt;', '&#0;', '&#x110000;', '&#xd800;', '&nbsp;', '&constructor;', '&lt;script&gt;', '&amp;lt;', '&#60;', '&#x3c',
  '\n', '\r', '\r\n', '\t', '\n\n', '%', '%00', '%zz', '//', 'javascript:alert(1)', 'data:text/html,x', 'http://[', 'https://metals.example/a?b=1&c=2#d', 'HTTP://User:Pass@Metals.Example:80/../x', '//metals.example/x', '../x', '?utm_source=rss', 'mailto:a@b.example',
  '__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '[object Object]', 'true', '-1', '0', '1e400', '9007199254740993', '99999999999999999999999999', '0x10',
];

export const TAGS: readonly string[] = [
  'rss', 'channel', 'item', 'feed', 'entry', 'rdf:RDF', 'title', 'link', 'guid', 'id', 'description', 'content', 'content:encoded', 'summary', 'pubDate', 'published', 'updated', 'dc:date', 'dc:creator', 'author', 'name', 'category', 'enclosure', 'media:content', 'media:group', 'media:thumbnail', 'itunes:image', 'source', 'atom:link', 'atom:entry', 'x:item', 'ITEM',
  'p', 'div', 'span', 'a', 'b', 'i', 'br', 'img', 'ul', 'li', 'table', 'tr', 'td', 'th', 'tbody', 'h1', 'blockquote', 'pre', 'code', 'script', 'style', 'svg', 'math', 'iframe', 'noscript', 'template', 'textarea', 'title', 'form', 'select', 'option', 'figure', 'video', 'source', 'base', 'meta', 'html', 'body', 'head', 'object', 'xmp', 'plaintext', 'center', 'font', 'constructor', 'wbr', 'ruby', 'rt', 'details', 'annotation-xml', 'foreignObject', 'mglyph',
];

export const ATTRIBUTES: readonly string[] = ['href', 'src', 'srcset', 'data-src', 'style', 'onclick', 'onerror', 'onload', 'lang', 'type', 'rel', 'url', 'length', 'isPermaLink', 'xml:base', 'xml:lang', 'xmlns', 'xmlns:x', 'colspan', 'start', 'width', 'height', 'alt', 'title', 'id', 'class', 'datetime', 'mode', 'term', 'label', 'formaction', 'xlink:href', 'srcdoc', '__proto__', 'constructor'];

export const DATES: readonly string[] = [
  'Mon, 02 Nov 2026 08:00:00 GMT', '2026-11-02T08:00:00Z', '2026-11-02T08:00:00.123456789+08:00', '2026-11-02', '20261102', '2026', '2026-13-45', '0000-00-00', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '-0001-01-01', 'Sun Nov  2 08:00:00 2026', '2 Nov 26 08:00 PST', '02/11/2026', '11/02/2026 8:00 PM', '2026年11月2日 08:30', '二〇二六年', '1793606400', '1793606400000', '99999999999999', 'yesterday', '24:00', '2026-02-30', '31 Feb 2026', 'iconDec 13, 2021 09:36', 'Mon, 02 Nov 2026 25:61:61 +9999', 'Thu, 01 Jan 1970 00:00:00 GMT', '2026-11-02T08:00:00+24:00', 'Jan', 'Jan 1', '1 1 1',
];
