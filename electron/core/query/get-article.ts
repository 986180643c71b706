import { ReaderError } from '../../contract/errors.ts';
import type { ArticleImage } from '../../contract/article-image.ts';
import type { Article, ArticleId, Enclosure, Via } from '../../contract/model.ts';
import { inflateBody } from '../normalize/body.ts';
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
}

/** One article with its text. Throws `article-missing` {articleId}. */
export function getArticle(store: Store, id: ArticleId): Article {
  const summary = articleSummaries(store, [id])[0];
  const text = store.get<TextRow>(
    `SELECT b.html, a.authors, a.tags, a.enclosures, a.via, a.zone_assumed AS zoneAssumed,
       (SELECT count(*) FROM revisions WHERE article_id = a.id) AS revisions
     FROM articles a LEFT JOIN bodies b ON b.article_id = a.id WHERE a.id = ?`,
    id,
  );
  if (!summary || !text) throw new ReaderError('article-missing', `there is no article ${id}`, { articleId: id });
  const images = store.all<ArticleImage>(
    `SELECT i.key, ifnull(i.verdict, i.state) AS state, i.width, i.height, i.code FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = ? ORDER BY ai.position`,
    id,
  );
  return {
    ...summary,
    contentHtml: text.html && text.html.length > 0 ? inflateBody(text.html) : '',
    authors: JSON.parse(text.authors) as string[],
    tags: JSON.parse(text.tags) as string[],
    enclosures: JSON.parse(text.enclosures) as Enclosure[],
    via: text.via === null ? null : (JSON.parse(text.via) as Via),
    images: images.map((image) => ({ ...image })),
    zoneAssumed: text.zoneAssumed === 1,
    revisions: text.revisions,
  };
}
