import { ReaderError } from '../../contract/errors.ts';
import type { ArticleImage } from '../../contract/article-image.ts';
import type { Article, ArticleId, Enclosure, Via } from '../../contract/model.ts';
import { inflateBody } from '../normalize/body.ts';
import type { TextOrigin, Wholeness } from '../../contract/full-text.ts';
import type { PageFacts } from '../../contract/page-facts.ts';
import { howWhole, roughText } from '../normalize/how-whole.ts';
import { pageRecord } from '../store/page-texts.ts';
import { savedFileOf } from '../store/saved-files.ts';
import type { Store } from '../store/store.ts';
import { articleSummaries } from './article-summaries.ts';

interface TextRow {
  readonly html: Uint8Array | null;
  readonly authors: string;
  readonly tags: string;
  readonly enclosures: string;
  readonly via: string | null;
  readonly zoneAssumed: number;
  readonly revisions: number;
  readonly whole: number;
  readonly readingPlace: number | null;
  readonly page: Uint8Array | null;
  readonly facts: string | null;
}

/** One article with its text: that of its page where that is kept and the feed's was not asked for. Throws `article-missing` {articleId}. */
export function getArticle(store: Store, id: ArticleId, wanted: TextOrigin = 'page'): Article {
  const summary = articleSummaries(store, [id])[0];
  const text = store.get<TextRow>(
    `SELECT b.html, a.authors, a.tags, a.enclosures, a.via, a.zone_assumed AS zoneAssumed,
       (SELECT count(*) FROM revisions WHERE article_id = a.id) AS revisions, a.whole, p.html AS page, p.facts,
       (SELECT reading_place FROM statuses WHERE article_id = a.id) AS readingPlace
     FROM articles a LEFT JOIN bodies b ON b.article_id = a.id LEFT JOIN page_texts p ON p.article_id = a.id WHERE a.id = ?`,
    id,
  );
  if (!summary || !text) throw new ReaderError('article-missing', `there is no article ${id}`, { articleId: id });
  const images = store.all<ArticleImage>(
    `SELECT i.key, ifnull(i.verdict, i.state) AS state, i.width, i.height, i.code FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = ? ORDER BY ai.position`,
    id,
  );
  const textOrigin: TextOrigin = wanted === 'page' && text.page !== null ? 'page' : 'feed';
  const shown = htmlOf(textOrigin === 'page' ? text.page : text.html);
  return {
    ...summary,
    contentHtml: shown,
    textOrigin,
    wholeness: wholenessOf(text.whole === 1, textOrigin === 'feed' ? shown : htmlOf(text.html), summary.summary),
    fullText: pageRecord(store, id).fullText,
    facts: text.facts === null ? null : (JSON.parse(text.facts) as PageFacts),
    savedFile: savedFileOf(store, id),
    authors: JSON.parse(text.authors) as string[],
    tags: JSON.parse(text.tags) as string[],
    enclosures: JSON.parse(text.enclosures) as Enclosure[],
    via: text.via === null ? null : (JSON.parse(text.via) as Via),
    // Both texts may show the same.
    images: [...new Map(images.map((image) => [image.key, { ...image }])).values()],
    zoneAssumed: text.zoneAssumed === 1,
    readingPlace: text.readingPlace,
    revisions: text.revisions,
  };
}

function htmlOf(body: Uint8Array | null): string {
  return body && body.length > 0 ? inflateBody(body) : '';
}

function wholenessOf(whole: boolean, html: string, summary: string): Wholeness {
  if (whole) return 'whole';
  if (html === '') return 'none';
  const seen = howWhole(roughText(html), summary);
  return seen === 'whole' ? 'teaser' : seen;
}
