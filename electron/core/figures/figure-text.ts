import { linesOfHtml } from '../lens/table/lines-of-html.ts';

/** A text as its figures are told: a line a block, or its summary where it has no body. */
export function figureText(html: string, summary: string): string {
  return html === '' ? summary : linesOfHtml(html);
}
