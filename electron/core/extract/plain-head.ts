import { findDate } from '../parse/page/find-date.ts';
import { isFullDate } from '../parse/page/printed-date.ts';
import { authorsIn, sourceIn } from './credit-lines.ts';
import { weightOf } from './family-rules.ts';
import { isSameTitle } from './headline.ts';
import { isToolbar } from './line-rules.ts';
import { settleDate } from './page-date.ts';
import type { DateReading, PageDate } from './page-date.ts';
import type { PlainBlock } from './plain-blocks.ts';

/** What stands above the text of a plain copy. */
export interface PlainHead {
  readonly title: string | null;
  readonly date: PageDate | null;
  readonly modifiedAt: number | null;
  readonly source: string | null;
  readonly authors: readonly string[];
  readonly breadcrumb: readonly string[];
  readonly url: string | null;
  /** The first block of the text itself. */
  readonly from: number;
}

/** How far down a title or a date of the whole may stand. */
const MOST_HEAD = 25;
const CRUMBS = /^(?:(?:您?(?:的)?(?:当前|所在)位置|您的位置)\s?[:：]?\s?)?(?:home|首页|主页)\s?(?:>>|[/>›»＞])/i;
const LABEL = /^(?:title|标题|题名|タイトル|headline)\s?[:：]\s?/i;
const URL_LINE = /^(?:(?:url|link|source url|address|网址|链接|原文(?:链接|地址)?|来源网址)\s?[:：]\s?)?(https?:\/\/\S{4,2000})$/i;
const CHANGED = /^(?:last )?(?:updated|modified)|^(?:更新|修改)/i;

function isDateLine(line: string): boolean {
  const found = line.length <= 160 ? findDate(line) : null;
  if (!found || !isFullDate(found.date)) return false;
  const rest = line.length - (found.date.end - found.date.start);
  return found.whole || /^icon/i.test(line) || (rest < 80 && (sourceIn(line) !== null || authorsIn(line).length > 0 || /published|posted|updated|发布|发表|时间|日期|来源|作者|[|｜·•]/i.test(line) || rest < 26));
}

function crumbsOf(line: string): string[] {
  return line.replace(/^(?:您?(?:的)?(?:当前|所在)位置|您的位置)\s?[:：]?\s?/, '').split(/\s?(?:>>|[>›»＞]|\s\/\s)\s?/).map((part) => part.trim()).filter((part) => part !== '' && !/^(?:正文|内容|详情)$/.test(part));
}

/** Whether a line can be a title. */
function fits(line: string): boolean {
  return weightOf(line) >= 8 && line.length <= 250 && !URL_LINE.test(line) && !CRUMBS.test(line) && !isDateLine(line) && !isToolbar(line) && sourceIn(line) === null;
}

function chooseTitle(lines: readonly string[], dateAt: number, crumbs: readonly string[]): number {
  // Below its first sentences a short text has tags, and links to others, that say a title or a section again.
  const textAt = lines.findIndex((line) => weightOf(line) > 100 && /[.。!！?？]["”’」）)]?$/.test(line));
  const head = textAt > 0 ? lines.slice(0, textAt) : lines;
  const named = head.findIndex((line) => LABEL.test(line) || /^#\s\S/.test(line));
  if (named !== -1) return named;
  const ofCrumbs = crumbs.at(-1);
  if (ofCrumbs !== undefined) {
    const at = head.findLastIndex((line) => fits(line) && isSameTitle(line, ofCrumbs));
    if (at !== -1) return at;
  }
  const repeated = head.findIndex((line, at) => fits(line) && weightOf(line) >= 20 && head.slice(at + 1).some((other) => isSameTitle(line, other)));
  if (repeated !== -1) return head.findLastIndex((line) => isSameTitle(line, head[repeated] ?? ''));
  if (dateAt > 0) {
    // The longest of the lines above the date; menus are short.
    const above = head.slice(0, dateAt).map((line, at) => ({ at, weight: fits(line) && !/[.。]$/.test(line) ? weightOf(line) : 0 }));
    const near = above.filter(({ at }) => at >= dateAt - 4).toSorted((a, b) => b.weight - a.weight)[0];
    if (near && near.weight > 0) return near.at;
  }
  const first = head.findIndex((line) => fits(line) && weightOf(line) >= 15 && !/[.。]$/.test(line));
  return first !== -1 ? first : head.findIndex(fits);
}

/** Reads the lines above the text of a plain copy: the way to the page, the title, when, from whom and by whom. */
export function readHead(blocks: readonly PlainBlock[], reading: DateReading): PlainHead {
  const head = blocks.slice(0, MOST_HEAD).map(({ text }) => text);
  const firstLong = head.findIndex((line) => weightOf(line) > 320);
  const dateAt = head.findIndex((line, at) => (firstLong === -1 || at <= firstLong + 1) && isDateLine(line) && !CHANGED.test(line));
  const crumbLine = head.find((line) => CRUMBS.test(line) && line.length <= 400) ?? null;
  const crumbs = crumbLine === null ? [] : crumbsOf(crumbLine);
  const titleAt = chooseTitle(head, dateAt, crumbs);
  const title = head[titleAt]?.replace(LABEL, '').replace(/^#\s/, '') ?? null;
  const state = { date: null as PageDate | null, modifiedAt: null as number | null, source: null as string | null, authors: [] as string[], url: null as string | null };
  const read = (line: string): boolean => {
    const url = URL_LINE.exec(line);
    if (url?.[1]) {
      state.url ??= url[1];
      return true;
    }
    const [dated, source, authors] = [isDateLine(line), line.length <= 160 ? sourceIn(line) : null, line.length <= 120 && !/[.。]$/.test(line) ? authorsIn(line) : []];
    if (dated) {
      const found = findDate(line);
      const date = found && settleDate(found.date, 'page', reading);
      if (date && CHANGED.test(line)) state.modifiedAt ??= date.at;
      else if (date) state.date ??= date;
    }
    state.source ??= source;
    if (state.authors.length === 0) state.authors = authors;
    return dated || source !== null || authors.length > 0 || isToolbar(line) || CRUMBS.test(line) || (title !== null && isSameTitle(line, title));
  };
  for (const line of head.slice(0, Math.max(0, titleAt))) read(line);
  let from = titleAt + 1;
  // A subtitle may stand between the title and the lines of facts.
  for (let at = from; at < Math.min(head.length, titleAt + 8); at++) {
    const line = head[at] ?? '';
    if (read(line) && head.slice(from, at).every((skipped) => read(skipped) || skipped.length < 4)) from = at + 1;
    else if (line.length > 160) break;
  }
  if (state.date === null && dateAt !== -1) read(head[dateAt] ?? '');
  const own = title !== null && crumbs.length > 0 && isSameTitle(crumbs.at(-1) ?? '', title);
  return { ...state, title, breadcrumb: own ? crumbs.slice(0, -1) : crumbs, from };
}

/** Whether a line of a text is one of facts that readHead has read. */
export function isHeadLine(line: string): boolean {
  return isDateLine(line) || URL_LINE.test(line);
}
