import type { ArticleId } from '../contract/model.ts';
import type { PageFacts } from '../contract/page-facts.ts';
import { languageTag } from './normalize/language.ts';
import type { IncomingArticle } from './normalize/incoming-article.ts';
import { savedArticle } from './normalize/saved-article.ts';
import type { ExtractedPage, MarkupJob } from './refresh/ingest-job.ts';
import type { Store } from './store/open-store.ts';
import { keepPageText, pageRecord } from './store/page-texts.ts';
import type { ImportedArticle, ImportedLink } from './transfer/imported-link.ts';

/** The texts that come with links, as they may be stored. A text of which nothing can be made costs itself: its link comes in. */
export async function importedPages(links: readonly { readonly link: ImportedLink }[], { now, markup }: { readonly now: number; readonly markup: (job: MarkupJob) => Promise<ExtractedPage> }): Promise<Map<ImportedLink, ExtractedPage>> {
  const pages = new Map<ImportedLink, ExtractedPage>();
  for (const { link } of links) {
    const { article, url } = link;
    if (article === undefined || article.html === '') continue;
    try {
      const page = await markup({ html: article.html, url, images: article.images, facts: factsOf(article, now) });
      if (page.text !== '') pages.set(link, page);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'engine-stopped') throw error;
    }
  }
  return pages;
}

function factsOf({ outlet, authors, topics, publishedAt, publishedDay, lang }: ImportedArticle, now: number): PageFacts {
  const at = publishedAt ?? (publishedDay === null ? null : Date.parse(publishedDay));
  return {
    headline: null, headings: [], publishedAt: at !== null && at <= now ? at : null, publishedFrom: at !== null && at <= now ? 'meta' : null, zoneAssumed: false, dayOnly: publishedDay !== null, publishedDay, modifiedAt: null,
    authors, outlet, source: null, tags: topics, breadcrumb: [], lang: languageTag(lang), leadImage: null, canonicalUrl: null, related: [],
  };
}

/** A link that is not stored yet, as the article that it becomes. `now` is epoch milliseconds. */
export function importedArticle({ url, title, article }: ImportedLink, page: ExtractedPage | null, now: number): IncomingArticle {
  const made = savedArticle({
    url, title, publishedAt: article?.publishedAt ?? null, authors: article?.authors ?? [], tags: article?.topics ?? [], lang: article?.lang ?? null, summary: article?.summary || null,
  }, now);
  // Not by its title: a report of every year has one.
  const name = url === null && article?.sha256 ? `sha256:${article.sha256}` : null;
  return { ...made, publishedDay: article?.publishedDay ?? null, ...(name !== null && { keys: { ...made.keys, guid: name, content: name } }), ...(page !== null && { revision: `${made.revision}${page.text.length}` }) };
}

/** Stores the text that came with a link, where the article has none. */
export function keepImportedText(store: Store, id: ArticleId, { url, article }: ImportedLink, { page, now }: { readonly page: ExtractedPage | null; readonly now: number }): void {
  if (page === null) return;
  const { extractor, textLength } = pageRecord(store, id);
  if (extractor !== null || textLength > 0) return;
  const { version, html, text, images, facts } = page;
  keepPageText(store, id, { version, html, text, images, facts, url: url ?? '', handedIn: true }, Math.min(article?.retrievedAt ?? now, now));
}
