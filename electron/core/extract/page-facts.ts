import type { Element } from 'domhandler';
import type { PageFacts } from '../../contract/page-facts.ts';
import { elementText } from '../parse/page/element-text.ts';
import { findDate } from '../parse/page/find-date.ts';
import { urlDate } from '../parse/page/url-date.ts';
import { webUrl } from '../parse/page/web-url.ts';
import { imageSource } from '../normalize/image-source.ts';
import { guessLanguage, languageTag } from '../normalize/language.ts';
import type { ExtractContext } from './extracted-page.ts';
import { findHeadline } from './headline.ts';
import type { Headline } from './headline.ts';
import { addressOf, isArticleNode, textOf, typesOf } from './json-ld.ts';
import type { LinkedNode } from './json-ld.ts';
import type { MetaValues } from './meta-values.ts';
import { agree, machineDate, readingOf, settleDate, withTimeOf } from './page-date.ts';
import type { DateReading, PageDate } from './page-date.ts';
import type { PageTree } from './page-tree.ts';
import { creditLines, findAuthors, findOutlet, findSource } from './people.ts';
import { findBreadcrumb, findTags } from './topics.ts';
import { visibleDates } from './visible-date.ts';

/** Names that mean the article's own time and nothing else. */
const META_DATES = ['article:published_time', 'og:article:published_time', 'og:published_time', 'pubdate', 'publishdate', 'publish_date', 'publication_date', 'publish-date', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'citation_online_date', 'citation_publication_date', 'article.published', 'weibo:article:create_at', 'bytedance:published_time', 'cxenseparse:recs:publishtime', 'published_at', 'article_date_original', 'firstpublishedtime', 'apub:time'];
/** Names that systems also fill with the age of the page or the site: believed where something else on the page agrees. */
const WEAK_DATES = ['dc.date.issued', 'dc.date', 'dcterms.created', 'dcterms.issued', 'dcterms.date', 'dc.date.created', 'date', 'citation_date', 'created', 'last-modified', 'revision_date'];
const IDLE_LEAD = /(?:^|[/_.-])(?:logo|default|placeholder|favicon|blank|share|wechat|sprite|avatar|no-?image)s?(?:[/_.-]|\d|$)/i;

export interface FactSources {
  readonly tree: PageTree;
  readonly linked: readonly LinkedNode[];
  readonly meta: MetaValues;
  readonly context: ExtractContext;
}

/** Facts that do not depend on the text, and the element that shows the headline. */
export interface FoundFacts {
  readonly facts: Omit<PageFacts, 'headings' | 'related'>;
  readonly heading: Element | null;
}

function published(sources: FactSources, heading: Element | null, reading: DateReading): { readonly date: PageDate | null; readonly modifiedAt: number | null } {
  const { tree: { elements }, linked, meta, context } = sources;
  const article = linked.find((node) => isArticleNode(node) && node['datePublished'] !== undefined);
  const page = linked.find((node) => typesOf(node).some((type) => /^(?:\w*Page)$/.test(type)) && node['datePublished'] !== undefined);
  const marked = elements.find(({ attribs }) => (attribs['itemprop'] ?? '').toLowerCase().split(/\s+/).includes('datepublished'));
  const address = urlDate(new URL(context.url));
  const isSite = /^website$/i.test(meta.first('og:type') ?? '');

  const byLinked = machineDate(textOf(article?.['datePublished']), 'json-ld', reading);
  const byMeta = machineDate(meta.first(...META_DATES), 'meta', reading);
  const byMark = marked ? (machineDate(marked.attribs['content'] ?? marked.attribs['datetime'] ?? null, 'itemprop', reading) ?? spoken(elementText(marked, 120), 'itemprop', reading)) : null;
  const { published: shown, modified } = visibleDates(elements, heading, reading);
  const byAddress = address ? settleDate(address, 'address', reading) : null;
  const weak = [machineDate(textOf(page?.['datePublished']), 'json-ld', reading), machineDate(meta.first(...WEAK_DATES), 'meta', reading)];
  const others = [shown, byAddress, byMark, byMeta].filter((date) => date !== null);
  const believed = weak.filter((date) => date !== null).filter((date) => (others.length === 0 ? !isSite : others.some((other) => agree(date, other))));
  const inOrder = [byLinked, byMeta, byMark, ...believed, shown, byAddress].filter((date) => date !== null);
  const [first, ...rest] = inOrder;
  const changed = machineDate(textOf(article?.['dateModified']) ?? meta.first('article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified') ?? textOf(page?.['dateModified']), 'meta', reading) ?? modified;
  const date = first ? withTimeOf(first, rest, reading.zone) : null;
  const modifiedAt = changed && (date === null || changed.at >= date.at - 86_400_000) ? changed.at : null;
  return { date, modifiedAt };
}

function spoken(text: string, from: PageDate['from'], reading: DateReading): PageDate | null {
  const found = findDate(text);
  return found ? settleDate(found.date, from, reading) : null;
}

/** What the page's own language is: as it says, unless the script of its text says otherwise. */
function languageOf(claimed: string | null, text: string, given: string | null): string | null {
  const tag = languageTag(claimed) ?? languageTag(given);
  const seen = guessLanguage(text);
  const primary = tag?.split('-')[0] ?? null;
  if (seen !== null) return primary === seen ? tag : seen;
  // Pages in English made from a Chinese template say that they are Chinese.
  const isLatin = (text.match(/[a-z]/gi)?.length ?? 0) > text.length * 0.5;
  return primary !== null && /^(?:zh|ja|ko)$/.test(primary) && isLatin ? 'en' : tag;
}

function leadImage({ linked, meta, tree }: FactSources): string | null {
  const article = linked.find((node) => isArticleNode(node) && node['image'] !== undefined);
  for (const address of [meta.first('og:image', 'og:image:url', 'og:image:secure_url'), addressOf(article?.['image']), meta.first('twitter:image', 'twitter:image:src', 'thumbnail', 'image')]) {
    const source = address === null ? null : imageSource({ src: address }, tree.base);
    if (source !== null && !IDLE_LEAD.test(new URL(source).pathname)) return source;
  }
  return null;
}

function canonicalUrl({ tree, meta, context }: FactSources): string | null {
  const link = tree.elements.find(({ name, attribs }) => name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs['rel'] ?? ''));
  const own = new URL(context.url);
  for (const address of [link?.attribs['href'], meta.first('og:url')]) {
    const url = address ? webUrl(address, tree.base) : null;
    // Some templates name the site's home for each of their pages.
    if (url && !(url.pathname === '/' && url.search === '' && own.pathname !== '/')) return url.href;
  }
  return null;
}

/** What a page says of its article, each from the source that is trusted most among those that speak. */
export function findFacts(sources: FactSources): FoundFacts {
  const { tree, linked, meta, context } = sources;
  const { elements } = tree;
  const text = elementText(tree.root, 6000);
  const root = elements.find(({ name }) => name === 'html');
  const lang = languageOf(root?.attribs['lang'] ?? root?.attribs['xml:lang'] ?? meta.first('og:locale', 'language', 'dc.language'), text, context.lang ?? null);
  const outlet = findOutlet(linked, meta);
  const headline: Headline = findHeadline({ elements, linked, meta, outlet, given: context.title ?? null });
  const lines = creditLines(elements, headline.element);
  const reading = readingOf(context.url, lang, text, context.now);
  const { date, modifiedAt } = published(sources, headline.element, reading);
  return {
    heading: headline.element,
    facts: {
      headline: headline.text,
      publishedAt: date?.at ?? null,
      publishedFrom: date?.from ?? null,
      zoneAssumed: date?.zoneAssumed ?? false,
      dayOnly: date?.dayOnly ?? false,
      publishedDay: date?.day ?? null,
      modifiedAt,
      authors: findAuthors({ elements, heading: headline.element, linked, meta, lines, outlet }),
      outlet,
      source: findSource(meta, lines),
      tags: findTags(elements, linked, meta),
      breadcrumb: findBreadcrumb(elements, linked, headline.text),
      lang,
      leadImage: leadImage(sources),
      canonicalUrl: canonicalUrl(sources),
    },
  };
}
