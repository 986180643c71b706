import { Parser } from 'htmlparser2';

const LONGEST = 2000;
/** Elements that publishers put into titles; anything else between angle brackets is meant literally. */
const TITLE_ELEMENTS = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'blink', 'br', 'center', 'cite', 'code', 'div', 'em', 'font', 'h1', 'h2', 'h3', 'h4', 'i', 'iframe', 'img', 'mark', 'nobr', 'object', 'p', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'wbr']);
/** What stands in a frame or an object is what a reader without them is given; a title that leaves one open would end there. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'svg', 'math']);

/** A comment that is never closed ends with its own tag, not with the title. */
function withoutOpenComments(html: string): string {
  const closed = html.lastIndexOf('-->') + 1;
  return html.indexOf('<!--', closed) === -1 ? html : html.slice(0, closed) + html.slice(closed).replaceAll(/<!--[^>]*>?/g, '');
}

/** Elements of pages, of which a title may speak; nobody speaks of one with attributes. */
const OF_PAGES = /<(applet|base|basefont|body|button|embed|form|frame|frameset|head|html|input|li|link|meta|ol|param|section|table|td|th|tr|ul)\s([^<>]*)>/gi;

function withoutPageElements(html: string): string {
  const gone = new Set<string>();
  const left = html.replaceAll(OF_PAGES, (written, name: string, attributes: string) => {
    if (!attributes.includes('=')) return written;
    gone.add(name.toLowerCase());
    return ' ';
  });
  return gone.size === 0 ? html : left.replaceAll(/<\/([a-z]{1,9})\s*>/gi, (written, name: string) => (gone.has(name.toLowerCase()) ? '' : written));
}

/** What is no text in an HTML title, before the parser sees it: it would take what follows along. */
function prepared(html: string): string {
  if (!html.includes('<')) return html;
  const marked = html.includes('<!') ? withoutOpenComments(html.replace(/^\s*<!\[CDATA\[/, '').replace(/\]\]>\s*$/, '')).replaceAll(/<!(?!--)/g, '&lt;!') : html;
  return withoutPageElements(marked);
}

/** Names of HTML that mean their character without a semicolon too. */
const BARE = /^(?:nbsp|iexcl|cent|pound|curren|yen|brvbar|sect|uml|copy|COPY|ordf|laquo|not|shy|reg|REG|macr|deg|plusmn|sup[123]|acute|micro|para|middot|cedil|ordm|raquo|frac1[24]|frac34|iquest|times|divide|szlig|ETH|eth|THORN|thorn|AElig|aelig|[Aa]ring|[Cc]cedil|[Oo]slash|[AEIOUaeiou](?:grave|acute|circ|uml)|[Yy]acute|yuml|[ANOano]tilde|amp|AMP|lt|LT|gt|GT|quot|QUOT)$/;

/** As HTML has it in attributes: `&regions` and `?a=1&copy=2` hold no reference, though the parser sees one in them. */
function withoutPrefixes(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&([a-z][a-z\d]*)(?![a-z\d;])(=?)/gi, (written, name: string, equals: string) => (equals === '' && BARE.test(name) ? written : `&amp;${name}${equals}`));
}

/** The parser passes over a closing tag without an opening one; those that no title has are meant literally too. */
function closingKept(html: string): string {
  if (!html.includes('</')) return html;
  return html.replaceAll(/<(?=\/([a-z][^\s/<>]*))/gi, (open, name: string) => (TITLE_ELEMENTS.has(name.toLowerCase()) || UNSEEN.has(name.toLowerCase()) ? open : '&lt;'));
}

/**
 * Title as one line of plain text. HTML references are decoded in plain titles too: they are escaped twice often. In prose
 * every element is one; in a title those that no title has are meant literally.
 */
export function titleText(value: string, isHtml: boolean, isProse = false): string | null {
  const source = isHtml ? prepared(value.slice(0, LONGEST * 4)) : value.slice(0, LONGEST * 4);
  let text = source;
  if (source.includes('&') || (isHtml && source.includes('<'))) {
    text = '';
    let unseen = 0;
    const fed = withoutPrefixes(isHtml ? (isProse ? source : closingKept(source)) : source.replaceAll('<', '&lt;'));
    const literal = () => {
      text += fed.slice(parser.startIndex, parser.endIndex + 1);
    };
    const parser = new Parser(
      {
        ontext: (data) => {
          if (unseen === 0) text += data;
        },
        onopentag: (name) => {
          if (UNSEEN.has(name) && isHtml) unseen++;
          else if (name === 'br' || name === 'p' || name === 'div') text += ' ';
          else if (isProse && !TITLE_ELEMENTS.has(name)) text += ' ';
          else if (!isHtml || !TITLE_ELEMENTS.has(name)) literal();
        },
        onclosetag: (name, isImplied) => {
          if (UNSEEN.has(name) && isHtml) unseen--;
          else if (!isImplied && !isProse && !TITLE_ELEMENTS.has(name)) literal();
        },
        oncomment: () => undefined,
      },
      { decodeEntities: true },
    );
    parser.end(fed);
  }
  const line = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return line === '' ? null : line;
}
