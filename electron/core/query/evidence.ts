import type { ArticleTag, Evidence, Highlight, PlacedHighlight, Tag } from '../../contract/bookmark.ts';
import type { ArticleId } from '../../contract/model.ts';
import { ReaderError } from '../../contract/errors.ts';
import { bareText, findQuote } from '../../contract/text-quote.ts';
import { articleTexts } from '../store/article-texts.ts';
import { textHash } from '../store/freeze.ts';
import { highlightsOf } from '../store/highlights.ts';
import { noteOf } from '../store/notes.ts';
import type { Store } from '../store/store.ts';
import { aboutCopy, copiesOf } from './frozen-copies.ts';
import { htmlBlocks, htmlText } from './html-blocks.ts';

/** Every tag that a bookmarked article has, by title. */
export function listTags(store: Store): Tag[] {
  return store
    .all<Tag>(
      `SELECT t.id, t.title, count(*) AS count FROM tags t JOIN article_tags a ON a.tag_id = t.id JOIN statuses s ON s.article_id = a.article_id
       WHERE s.bookmarked = 1 GROUP BY t.id ORDER BY t.key`,
    )
    .map((row) => ({ ...row }));
}

/** What a person added to an article, and the copies of it. Throws `article-missing` {articleId}. */
export function evidence(store: Store, articleId: ArticleId): Evidence {
  const status = store.get<{ bookmarked: number; bookmarkedAt: number | null; summary: string }>(
    `SELECT s.bookmarked, s.bookmarked_at AS bookmarkedAt, a.summary FROM statuses s JOIN articles a ON a.id = s.article_id WHERE s.article_id = ?`,
    articleId,
  );
  if (!status) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  const tags = store.all<ArticleTag>('SELECT t.id, t.title FROM article_tags a JOIN tags t ON t.id = a.tag_id WHERE a.article_id = ? ORDER BY a.added_at, t.key', articleId);
  const note = noteOf(store, articleId);
  const copies = copiesOf(store, articleId);
  const [text, otherText] = articleTexts(store, articleId);
  const hash = text ? textHash(text.html) : null;
  return {
    bookmarkedAt: status.bookmarked === 1 ? status.bookmarkedAt : null,
    tags: tags.map((row) => ({ ...row })),
    note: note.text,
    noteChangedAt: note.changedAt,
    highlights: placed(highlightsOf(store, articleId), text?.html ?? '', { summary: status.summary, other: otherText?.html ?? '' }),
    copies: copies.map(aboutCopy),
    currentCopy: copies.find(({ sha256, title }) => sha256 === hash && title === text?.title)?.id ?? null,
  };
}

/** Each highlight with where it is in the text, or in what stands for one; lost ones last. */
function placed(highlights: readonly Highlight[], html: string, { summary, other }: { readonly summary: string; readonly other: string }): PlacedHighlight[] {
  if (highlights.length === 0) return [];
  const whole = bareText(htmlText(html)) || bareText(summary);
  const otherBare = bareText(htmlText(other));
  const ends: number[] = [];
  let length = 0;
  for (const { kind, text } of htmlBlocks(html)) {
    if (kind === 'image') continue;
    length += bareText(text).length;
    // A heading is told by the paragraph below it.
    if (kind === 'text') ends.push(length);
  }
  const found = highlights.map((highlight) => ({ highlight, at: findQuote(whole, highlight) }));
  const rank = ({ at }: (typeof found)[number]): number => at?.start ?? Number.MAX_SAFE_INTEGER;
  return found
    .sort((one, other) => rank(one) - rank(other) || one.highlight.id - other.highlight.id)
    .map(({ highlight, at }) => ({ ...highlight, place: at?.place ?? 'lost', paragraph: at ? Math.max(1, ends.findIndex((end) => at.start < end) + 1) : null, inOtherText: findQuote(otherBare, highlight) !== null }));
}
