import type { Element } from 'domhandler';
import { elementText } from '../parse/page/element-text.ts';
import { findDate } from '../parse/page/find-date.ts';
import { isFullDate } from '../parse/page/printed-date.ts';
import { classWords } from './class-words.ts';
import { machineDate, settleDate } from './page-date.ts';
import type { DateReading, PageDate } from './page-date.ts';

const LONGEST = 160;
const PUBLISHED = /publish|posted|released?\b|issued|filed|发布|发表|发文|时间|日期|公開|掲載|作成|发稿|icon(?=[A-Z][a-z]{2}\s?\d)/i;
const CHANGED = /updated|modified|last (?:change|edit)|更新|修改|修订|最終更新/i;
const OTHER = /deadline|expir|effective|clos(?:es|ing)|due|event|webinar|register|conference|截止|到期|生效|实施|施行|成文|会议时间|举办|copyright|©|版权|valid|established|founded/i;
const DATE_WORDS = new Set(['date', 'time', 'datetime', 'timestamp', 'published', 'publish', 'pubdate', 'pubtime', 'posted', 'dateline', 'meta', 'info', 'byline', 'entry', 'source', 'article', 'sub', 'post', 'riqi', 'shijian', 'laiyuan']);
const FAR = /(?:^|\b)(?:nav|footer|aside)$/;
const FAR_WORDS = new Set(['related', 'recommend', 'recommended', 'sidebar', 'footer', 'comment', 'comments', 'latest', 'popular', 'trending', 'hot', 'rank', 'event', 'events', 'widget', 'ticker', 'nav', 'menu', 'archive', 'archives', 'list', 'weather', 'copyright']);

export interface VisibleDates {
  readonly published: PageDate | null;
  readonly modified: PageDate | null;
}

interface Candidate {
  readonly date: PageDate;
  readonly score: number;
  readonly changed: boolean;
}

function isFar(element: Element): boolean {
  for (let at: Element | null = element, level = 0; at && level < 12; level++) {
    if (FAR.test(at.name) || (at.name === 'li' && level > 0)) return true;
    if (at.name === 'main' || at.name === 'body' || at.name === 'article') return false;
    for (const word of classWords(at)) if (FAR_WORDS.has(word)) return true;
    at = at.parent && 'name' in at.parent ? at.parent : null;
  }
  return false;
}

function scoreOf(element: Element, line: string, whole: boolean): number {
  let score = 0;
  if (element.name === 'time') score += 3;
  if (PUBLISHED.test(line)) score += 3;
  const words = classWords(element);
  for (const word of words) if (DATE_WORDS.has(word)) score += 1;
  if (words.has('date') || words.has('time') || words.has('published')) score += 1.5;
  if (whole) score += 2;
  if (/来源|source|作者|\bby\b|author|浏览|阅读|字号/i.test(line)) score += 2;
  if (OTHER.test(line)) score -= 5;
  if (line.length > 100) score -= 1;
  return isFar(element) ? score - 4 : score;
}

/**
 * The date of publication that a page shows its readers, and that of its last change. Looked for in short lines near the
 * headline; `heading` is the element of the headline, or null.
 */
export function visibleDates(elements: readonly Element[], heading: Element | null, reading: DateReading): VisibleDates {
  const candidates: Candidate[] = [];
  const start = heading ? elements.indexOf(heading) : -1;
  let looked = 0;
  for (const [at, element] of elements.entries()) {
    if (/^(?:html|head|body|script|title|option|meta|link|img|br)$/.test(element.name) || looked > 3000) continue;
    const distance = start === -1 ? at / 4 : (at >= start ? (at - start) / 2 : (start - at) * 1.5);
    const machine = element.name === 'time' ? (element.attribs['datetime'] ?? null) : (element.children.find((child): child is Element => 'name' in child && child.name === 'time')?.attribs['datetime'] ?? null);
    const line = elementText(element, LONGEST + 1);
    if (line.length > LONGEST || (!/\d/.test(line) && machine === null)) continue;
    looked++;
    for (const piece of line.split(/(?=(?:last )?(?:updated|modified)\b|更新(?:时间|日期)|最終更新)/i).slice(0, 3)) {
    const found = findDate(piece);
    const byText = found && isFullDate(found.date) && !(found.date.ago !== null && !found.whole && line.length > 40) ? settleDate(found.date, 'page', reading) : null;
    const byMachine = machineDate(machine, 'page', reading);
    const date = byMachine && !(byMachine.dayOnly && byText && !byText.dayOnly) ? byMachine : byText;
    if (!date) continue;
    // A sentence that begins or goes on beyond the date is text, unless it names itself as the date.
    const isSentence = found !== null && !found.whole && line.length > 60 && !PUBLISHED.test(line.slice(0, (found.date.start ?? 0) + 1)) && !/[|｜·•]|来源|source/i.test(line);
    const nearness = distance > 120 ? -2 : 3 - distance / 30;
    const score = scoreOf(element, piece, found?.whole ?? true) + nearness - (isSentence ? 6 : 0);
    candidates.push({ date, score, changed: CHANGED.test(piece) && !PUBLISHED.test(piece.replace(/更新(?:时间|日期)/g, '')) });
    }
  }
  const best = (changed: boolean) => candidates.filter((one) => one.changed === changed && one.score >= 2).reduce<Candidate | null>((top, one) => (top === null || one.score > top.score ? one : top), null);
  return { published: best(false)?.date ?? null, modified: best(true)?.date ?? null };
}
