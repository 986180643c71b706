import type { ScannedText } from './scanned-feed.ts';
import { escapeHtml } from './xml-text.ts';

/** HTML that was escaped once more than its format asks for, by its first tag. */
const ESCAPED_TWICE = /^\s*&lt;(?:p|div|a|br|img|span|strong|em|ul|ol|table|h[1-6]|figure|blockquote)(?:\s|&gt;|\/)/i;

/** A CDATA section that was escaped with what it holds: HTML knows none. */
const ESCAPED_SECTION = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s;

/** HTML's own names for characters, which no XML document has unless it declares them: in plain text they are meant as in HTML. */
const HTML_NAME = /&amp;((?!amp;|lt;|gt;|quot;)[A-Za-z]{2,8};)/g;

/** Plain text as HTML: blank lines part paragraphs. */
export function textToHtml(text: string): string {
  return text
    .split(/\n[ \t\r]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>').replaceAll(HTML_NAME, '&$1')}</p>`)
    .join('');
}

function toHtml(text: ScannedText | null): string | null {
  if (!text || text.value.trim() === '') return null;
  if (!text.isHtml) return textToHtml(text.value);
  const section = ESCAPED_SECTION.exec(text.value)?.[1];
  if (section !== undefined) return section;
  if (text.value.includes('<') || !ESCAPED_TWICE.test(text.value)) return text.value;
  return text.value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** The fuller of an item's two texts as its HTML, and the other, where it says something else, as its summary. */
export function joinTexts(content: ScannedText | null, summary: ScannedText | null): { html: string | null; summaryHtml: string | null } {
  const full = toHtml(content);
  const short = toHtml(summary);
  if (full === null || short === null) return { html: full ?? short, summaryHtml: null };
  if (full.trim() === short.trim()) return { html: full, summaryHtml: null };
  // Some publishers give the teaser as content and the article as summary.
  return short.length > full.length * 2 ? { html: short, summaryHtml: full } : { html: full, summaryHtml: short };
}
