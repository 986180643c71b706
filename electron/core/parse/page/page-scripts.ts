/** A script that stands in a page. Places are of the page's text. */
export interface PageScript {
  /** Of its opening tag. */
  readonly start: number;
  readonly tag: string;
  readonly text: string;
  /** Past its closing tag. */
  readonly end: number;
}

const CLOSES = /<\/script\s*>/gi;

/** The scripts of a page that open as a global pattern says, in their order; one that does not close ends them. */
export function* pageScripts(html: string, opens: RegExp): Generator<PageScript> {
  let from = 0;
  for (const { 0: tag, index: start } of html.matchAll(opens)) {
    if (start < from) continue;
    CLOSES.lastIndex = start + tag.length;
    const close = CLOSES.exec(html);
    if (!close) return;
    from = close.index + close[0].length;
    yield { start, tag, text: html.slice(start + tag.length, close.index), end: from };
  }
}
