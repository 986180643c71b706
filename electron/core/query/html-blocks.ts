/** A block of an article's text: a paragraph, a heading, a row of a list or a table, an image by its alternative text. */
export interface HtmlBlock {
  readonly kind: 'heading' | 'text' | 'image';
  readonly text: string;
}

const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr']);
/** Cells stand beside each other. */
const CELL = new Set(['td', 'th']);
const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const TAG = /<(\/?)([a-z0-9]+)([^>]*)>/g;
const ALT = /\balt="([^"]*)"/;

function plain(markup: string): string {
  return markup.replace(/&(?:amp|lt|gt|quot);/g, (reference) => REFERENCES[reference] ?? reference);
}

/** The blocks of HTML that sanitizeArticle wrote: it has no `<` but in tags, and four references only. Empty ones are left out. */
export function htmlBlocks(html: string): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let text = '';
  let heading = false;
  const end = (): void => {
    const folded = plain(text).replace(/\s+/g, ' ').trim();
    if (folded !== '') blocks.push({ kind: heading ? 'heading' : 'text', text: folded });
    text = '';
  };
  let at = 0;
  for (const { 0: tag, 1: closing, 2: name = '', 3: attributes = '', index } of html.matchAll(TAG)) {
    text += html.slice(at, index);
    at = index + tag.length;
    if (name === 'img') {
      end();
      blocks.push({ kind: 'image', text: plain(ALT.exec(attributes)?.[1] ?? '').replace(/\s+/g, ' ').trim() });
    } else if (CELL.has(name)) text += ' ';
    else if (!INLINE.has(name)) {
      end();
      heading = /^h[1-6]$/.test(name) && closing === '';
    }
  }
  text += html.slice(at);
  end();
  return blocks;
}

/** All that the text of an article says, tags left out, images too: where passages are looked for. */
export function htmlText(html: string): string {
  return plain(html.replace(TAG, ''));
}
