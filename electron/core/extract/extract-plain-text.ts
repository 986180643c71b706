import type { PageFacts, PageHeading, PageReference } from '../../contract/page-facts.ts';
import { guessLanguage } from '../normalize/language.ts';
import { sanitizeArticle } from '../normalize/sanitize-article.ts';
import { EXTRACTOR_VERSION } from './extracted-page.ts';
import type { ExtractedPage, ExtractFailure } from './extracted-page.ts';
import { weightOf } from './family-rules.ts';
import { hasContactDetail, isContact, isPromotion, isRelatedLine, isStatement, isToolbar, opensContacts, opensRelated, tagsOf } from './line-rules.ts';
import { readingOf } from './page-date.ts';
import { plainBlocks } from './plain-blocks.ts';
import type { PlainBlock } from './plain-blocks.ts';
import { isHeadLine, readHead } from './plain-head.ts';

export interface PlainPage {
  readonly text: string;
  /** Where it came from, where that is known. */
  readonly url?: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

const LONGEST = 2_000_000;
const LIGHTEST = 60;
const MOST_RELATED = 40;
const SENTENCE = /[.。!！?？;；…]["”’」）)]?$/;
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}\s?[、.]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节条部]|\d{1,2}[.、]\s?(?!\d)|[IVX]{1,5}\.\s)/;
const TAGS_HEAD = /^(?:tags?|keywords?|标签|关键词|关键字)\s?[:：]?$/i;
const ITEM = /^(?:[-–•·●▪*]|\d{1,2}\))\s+(?=\S)/;
const LINK = /^\[?(.{4,200}?)\]?\s?[(<（]?(https?:\/\/[^\s)>）]{4,2000})[)>）]?$/;

interface Kept {
  readonly block: PlainBlock;
  readonly text: string;
}

function isTagLine(line: string): boolean {
  return line.length <= 36 && line.split(' ').length <= 4 && !/\bby\b/i.test(line) && !SENTENCE.test(line) && !NUMBERED.test(line) && !ITEM.test(line) && !/[:：]$/.test(line);
}

/** Goes through the lines of a plain copy once: text, or links, contacts and tags that stand under it. */
class PlainReader {
  readonly kept: Kept[] = [];
  readonly related: PageReference[] = [];
  readonly tags: string[] = [];
  #state: 'text' | 'related' | 'contacts' | 'tags' = 'text';
  readonly #blocks: readonly PlainBlock[];

  constructor(blocks: readonly PlainBlock[]) {
    this.#blocks = blocks;
  }

  read(): void {
    for (const [at, block] of this.#blocks.entries()) {
      if (block.kind === 'table') {
        this.#state = 'text';
        this.kept.push({ block, text: block.text });
      } else this.#line(block, at);
    }
  }

  #line(block: PlainBlock, at: number): void {
    const { text } = block;
    if (opensRelated(text.replace(/^#{1,6}\s/, ''))) {
      this.#takeTags();
      this.#state = 'related';
      return;
    }
    if (this.#state === 'related' && this.#relate(text)) return;
    if (this.#state === 'contacts' && (isContact(text) || text.length <= 90 || (text.length <= 200 && hasContactDetail(text))) && !isStatement(text)) return;
    if (isStatement(text)) {
      this.#takeTags();
      return;
    }
    const next = this.#blocks.slice(at, at + 7).some((line) => hasContactDetail(line.text) && line.text.length <= 320);
    if (opensContacts(text) && next) {
      this.#takeTags();
      this.#state = 'contacts';
      return;
    }
    if (TAGS_HEAD.test(text)) {
      this.#state = 'tags';
      return;
    }
    if (this.#state === 'tags' && isTagLine(text)) {
      this.tags.push(text);
      return;
    }
    this.#state = 'text';
    const tags = text.length <= 200 ? tagsOf(text) : null;
    if (tags) this.tags.push(...tags);
    else if (isRelatedLine(text)) this.#relate(text.replace(/^[^:：]{1,14}[:：]\s?/, ''));
    else if (!isPromotion(text) && !isToolbar(text) && !isContact(text)) this.kept.push({ block, text });
  }

  #relate(line: string): boolean {
    const last = this.related.at(-1);
    const address = /^https?:\/\/\S+$/.test(line);
    if (address && last && last.url === null) {
      this.related[this.related.length - 1] = { ...last, url: line };
      return true;
    }
    const link = LINK.exec(line);
    const title = (link?.[1] ?? line).replace(ITEM, '').replace(/^\d{1,2}[.、]\s?/, '').trim();
    // A sentence that goes on for long is text again.
    if (line.length > 260 && !link) return false;
    if (isHeadLine(line) || address || isToolbar(line) || /^(?:no data|暂无(?:数据)?|more|更多|view more|查看更多)$/i.test(line)) return true;
    if (weightOf(title) >= 12 && this.related.length < MOST_RELATED) this.related.push({ title, url: link?.[2] ?? null });
    return true;
  }

  /** What stands between the last sentence and what follows the text, word by word, are its tags. */
  #takeTags(): void {
    const tags: string[] = [];
    while (tags.length < 8 && this.kept.length > 1 && isTagLine(this.kept.at(-1)?.text ?? 'x.')) tags.unshift(this.kept.pop()?.text ?? '');
    this.tags.push(...tags);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The level of a line that stands as a heading above a paragraph, or null. */
function headingLevel({ text }: Kept, before: Kept | undefined, after: Kept | undefined): number | null {
  const marked = /^(#{1,6})\s/.exec(text);
  if (marked?.[1]) return Math.max(2, marked[1].length);
  if (text.length > 90 || SENTENCE.test(text) || ITEM.test(text) || /[,，、]$/.test(text)) return null;
  if (!after || (after.block.kind === 'line' && !SENTENCE.test(after.text) && weightOf(after.text) < 120 && !ITEM.test(after.text))) return null;
  if (NUMBERED.test(text)) return 0;
  const parted = !before || SENTENCE.test(before.text) || before.block.kind === 'table' || weightOf(before.text) > 160;
  return parted && weightOf(text) >= 6 && (text.match(/\d/g)?.length ?? 0) <= text.length / 3 ? 0 : null;
}

function markup(kept: readonly Kept[]): { readonly html: string; readonly headings: PageHeading[] } {
  const headings: PageHeading[] = [];
  const parts: string[] = [];
  let items: string[] = [];
  const endList = (): void => {
    if (items.length > 0) parts.push(`<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`);
    items = [];
  };
  for (const [at, one] of kept.entries()) {
    if (one.block.kind === 'line' && ITEM.test(one.text)) {
      items.push(one.text.replace(ITEM, ''));
      continue;
    }
    endList();
    if (one.block.kind === 'table') {
      parts.push(`<table>${one.block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`);
      continue;
    }
    const level = headingLevel(one, kept[at - 1], kept[at + 1]);
    const text = level === null ? one.text : one.text.replace(/^#{1,6}\s/, '');
    if (level !== null) headings.push({ level, text });
    parts.push(level === null ? `<p>${escaped(text)}</p>` : `<h${level || 3}>${escaped(text)}</h${level || 3}>`);
  }
  endList();
  return { html: parts.join(''), headings };
}

/**
 * A plain-text copy of a news page, as the page itself: title, date, section headings, paragraphs, tables and tags recognised by
 * how they stand, contact blocks and promotion lines dropped, its related list kept apart. Pure, total and linear in the text.
 */
export function extractPlainText({ text: whole, url = null, now }: PlainPage): ExtractedPage | ExtractFailure {
  const text = whole.slice(0, LONGEST);
  const blocks = plainBlocks(text);
  const named = /^(?:url|link|网址|原文(?:链接|地址)?|source url)\s?[:：]\s?(https?:\/\/\S+)$/im.exec(text.slice(0, 5000))?.[1] ?? null;
  const address = url ?? named;
  const sample = text.slice(0, 4000);
  const isLatin = (sample.match(/[a-z]/gi)?.length ?? 0) > sample.length * 0.5;
  const lang = guessLanguage(sample.replace(/\s+/g, ' ')) ?? (isLatin && /\b(?:the|and|of|in)\b/i.test(sample) ? 'en' : null);
  const head = readHead(blocks, readingOf(address ?? (/\bSMM\b/.test(sample) ? 'https://news.metal.com/' : ''), lang, sample, now));
  const reader = new PlainReader(blocks.slice(head.from));
  reader.read();
  const { html, headings } = markup(reader.kept);
  const article = sanitizeArticle(html, address);
  const { date } = head;
  const facts: PageFacts = {
    headline: head.title,
    headings: headings.slice(0, 60),
    publishedAt: date?.at ?? null,
    publishedFrom: date?.from ?? null,
    zoneAssumed: date?.zoneAssumed ?? false,
    dayOnly: date?.dayOnly ?? false,
    publishedDay: date?.day ?? null,
    modifiedAt: head.modifiedAt,
    authors: head.authors,
    outlet: null,
    source: head.source,
    tags: [...new Set(reader.tags)],
    breadcrumb: head.breadcrumb,
    lang,
    leadImage: null,
    canonicalUrl: head.url ?? named,
    related: reader.related,
  };
  if (weightOf(article.text) < LIGHTEST) return { kind: 'failed', code: 'no-article-text', detail: { host: URL.parse(address ?? '')?.host ?? null }, facts };
  return { kind: 'page', version: EXTRACTOR_VERSION, html: article.html, text: article.text, images: article.images, facts };
}
