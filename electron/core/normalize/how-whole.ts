import { foldSpaces } from './fold-spaces.ts';

const BLOG_FOOT = /\s*The post .{1,400}? (?:appeared first|first appeared) on .{1,200}$/su;
const BREAKS_OFF = /(?:…|\.\.\.|\[\s*(?:…|\.{3}|&hellip;)\s*\])$/u;
const MORE_ELSEWHERE =
  /(?:\b(?:read (?:more|on)|read the (?:full|whole|rest)\b[^.!?]{0,40}|continue reading\b[^.!?]{0,160}|(?:full|more) (?:story|article) (?:here|at \S{1,60}))|阅读(?:全文|原文|更多)|查看(?:全文|原文|更多)|(?:閱讀|查看)(?:全文|原文|更多)|全文请?(?:点击|見|见)[^。]{0,20})$/iu;
const AFTER_WORDS = /[\s»›→>＞:：[\]().]$/u;
/** More than the longest of what these find at the end of a text, a word before it included. */
const MOST_FOUND = 400;
const ENDS_SENTENCE = /[.!?。！？…;；:：][\s"'”’」』）)\]]*$/u;

/** A regular expression for the whole run would begin at each sign of the text. */
function withoutSigns(text: string): string {
  let end = text.length;
  while (end > 0 && AFTER_WORDS.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Most texts have none, which the quicker look tells. */
function withoutFoot(text: string): string {
  return text.includes('The post ') ? text.replace(BLOG_FOOT, '') : text;
}

/**
 * Whether a source sent an article whole, as far as its text shows: length says nothing, since many reports are short.
 * `body` is the plain text of the article, `summary` what its list shows.
 */
export function howWhole(body: string, summary: string): 'whole' | 'cut' | 'none' {
  const own = foldSpaces(body);
  const teaser = foldSpaces(summary);
  const text = withoutFoot(own || teaser);
  if (text === '') return 'none';
  if (BREAKS_OFF.test(text.slice(-MOST_FOUND)) || MORE_ELSEWHERE.test(withoutSigns(text).slice(-MOST_FOUND))) return 'cut';
  const isTeaser = own === '' || own === teaser;
  return isTeaser && !ENDS_SENTENCE.test(text) ? 'cut' : 'whole';
}

/** More than the longest foot of a blog. */
const TAIL = 1500;

/**
 * Whether a text is all that there is of its article, as far as that can be seen. One that is no more than what its list shows may
 * be a whole report or a feed's summary, however well it ends: only its page tells. `isBody`: the feed gave it beside a summary, or
 * there is no page. Looks at the end of a long text alone.
 */
export function isWhole(body: string, summary: string, isBody = false): boolean {
  return (isBody || !isTeaser(body, summary)) && howWhole(body.slice(-TAIL), '') === 'whole';
}

/** Blanks aside, which tags may leave or not. */
function isTeaser(body: string, summary: string): boolean {
  if (body.length > 2 * summary.length + 100) return false;
  const own = body.replaceAll(/\s+/gu, '');
  return own === '' || own === summary.replaceAll(/\s+/gu, '');
}

/** The text of sanitized HTML as far as the above looks at it: blanks may be too many. */
export function roughText(html: string): string {
  return html.replaceAll(/<[^>]*>/gu, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/gu, ' ').trim();
}
