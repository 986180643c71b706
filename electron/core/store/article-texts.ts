import type { TextOrigin } from '../../contract/bookmark.ts';
import type { ArticleId } from '../../contract/model.ts';
import { inflateBody } from '../normalize/body.ts';
import type { Store } from './store.ts';

/** One of the texts of an article as it is stored. */
export interface ArticleText {
  readonly origin: TextOrigin;
  readonly html: string;
  readonly title: string;
  readonly url: string | null;
  /** When it came from its source, epoch milliseconds. */
  readonly retrievedAt: number;
}

interface Row {
  readonly title: string;
  readonly url: string | null;
  readonly feedHtml: Uint8Array | null;
  readonly feedAt: number;
  readonly pageHtml: Uint8Array | null;
  readonly pageUrl: string | null;
  readonly pageAt: number | null;
}

/** The texts that an article has, that of its page before that of its feed: the first is the one that is read. */
export function articleTexts(store: Store, id: ArticleId): ArticleText[] {
  const row = store.get<Row>(
    `SELECT a.title, a.url, b.html AS feedHtml, ifnull(a.revised_at, s.arrived_at) AS feedAt,
       p.html AS pageHtml, p.url AS pageUrl, p.fetched_at AS pageAt
     FROM articles a JOIN statuses s ON s.article_id = a.id
       LEFT JOIN bodies b ON b.article_id = a.id LEFT JOIN page_texts p ON p.article_id = a.id
     WHERE a.id = ?`,
    id,
  );
  if (!row) return [];
  const { title, url, feedHtml, feedAt, pageHtml, pageUrl, pageAt } = row;
  const texts: ArticleText[] = [];
  if (pageHtml && pageHtml.length > 0) texts.push({ origin: 'page', html: inflateBody(pageHtml), title, url: pageUrl ?? url, retrievedAt: pageAt ?? feedAt });
  if (feedHtml && feedHtml.length > 0) texts.push({ origin: 'feed', html: inflateBody(feedHtml), title, url, retrievedAt: feedAt });
  return texts;
}
