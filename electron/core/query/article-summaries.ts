import type { ArticleId, ArticleSummary, FeedId, Kept } from '../../contract/model.ts';
import { sortAtOf } from '../store/place-article.ts';
import { storiesOf } from './stories-of.ts';
import type { StoreReads } from '../store/store.ts';

interface SummaryRow {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly feedTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string | null;
  readonly lang: string | null;
  readonly publishedAt: number | null;
  readonly publishedDay: string | null;
  readonly arrivedAt: number;
  readonly revisedAt: number | null;
  readonly read: number;
  readonly bookmarked: number;
  readonly pinned: number;
  readonly highlighted: number;
  readonly raised: number;
  readonly kept: 0 | 1 | 2;
  readonly thumbnail: string | null;
  readonly elements: string | null;
}

/** More do not fit beside the name of a source. */
const MOST_ELEMENTS = 4;

const KEPT: readonly [Kept, Kept, Kept] = ['headline', 'text', 'full'];

/** The summaries of some articles, in the order of their ids; one that is gone is left out. */
export function articleSummaries(store: StoreReads, ids: readonly ArticleId[]): ArticleSummary[] {
  const rows = store.all<SummaryRow>(
    `SELECT a.id, a.feed_id AS feedId, coalesce(a.outlet, f.own_title, f.title) AS feedTitle, a.title, a.summary, a.url, a.lang,
       a.published_at AS publishedAt, a.published_day AS publishedDay, s.arrived_at AS arrivedAt, a.revised_at AS revisedAt, s.read, s.bookmarked, s.pinned_at IS NOT NULL AS pinned, s.raised_at IS NOT NULL AS raised, s.kept,
       EXISTS (SELECT 1 FROM highlights h WHERE h.article_id = a.id) AS highlighted,
       (SELECT i.key FROM article_images ai JOIN images i ON i.id = ai.image_id
        WHERE ai.article_id = a.id AND i.state = 'kept' ORDER BY ai.position LIMIT 1) AS thumbnail,
       (SELECT json_group_array(substr(id, instr(id, ':') + 1)) FROM (
          SELECT e.id FROM article_entities ae CROSS JOIN entities e ON e.key = ae.entity_key
          WHERE ae.article_id = a.id AND e.kind IN ('element', 'metal')
          ORDER BY ae.in_title DESC, ae.count DESC, ae.first_at, e.key LIMIT ${MOST_ELEMENTS}
       )) AS elements
     FROM json_each(?) AS wanted
       CROSS JOIN articles a ON a.id = wanted.value
       CROSS JOIN statuses s ON s.article_id = a.id
       CROSS JOIN feeds f ON f.id = a.feed_id
     ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
  const stories = storiesOf(store, ids);
  return rows.map((row) => ({
    ...row,
    story: stories.get(row.id) ?? null,
    sortAt: sortAtOf(row.id),
    read: row.read === 1,
    bookmarked: row.bookmarked === 1,
    pinned: row.pinned === 1,
    highlighted: row.highlighted === 1,
    raised: row.raised === 1,
    kept: KEPT[row.kept],
    elements: row.elements === null ? [] : (JSON.parse(row.elements) as string[]),
  }));
}
