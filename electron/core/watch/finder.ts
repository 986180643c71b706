import type { ArticleId } from '../../contract/model.ts';

/** A query of the search's language; `exact`: without the words that the glossary adds. */
export interface FinderQuery {
  readonly query: string;
  readonly exact: boolean;
}

/** What watches and rules ask of the search, the gazetteer and the stories, of articles that these have looked at already. */
export interface Finder {
  /** Has what is noted of these articles be found; in the transaction that is open. */
  ready(articleIds: readonly ArticleId[]): void;
  /** Throws the ReaderError that a search for it would fail with. */
  check(query: FinderQuery): void;
  /** Whether it asks for what is muted, which no list shows and no count holds. */
  isOfMuted(query: FinderQuery): boolean;
  /** Whether what it finds changes with what a person does: read, bookmark, tag. */
  isLive(query: FinderQuery): boolean;
  /** Which of these articles it finds, whether lists can show them or not. Throws as `check`. */
  matching(query: FinderQuery, articleIds: readonly ArticleId[]): readonly ArticleId[];
  /** Words of the query that stand in the article, as they stand there. */
  wordsIn(query: FinderQuery, articleId: ArticleId): readonly string[];
  hasEntity(entityId: string): boolean;
  /** Entities named in each of these articles. */
  entitiesOf(articleIds: readonly ArticleId[]): ReadonlyMap<ArticleId, readonly string[]>;
  /** Has the stories of those among these be found that wait for it, the newest first and no more than a few milliseconds' worth; in the transaction that is open. */
  place(articleIds: readonly ArticleId[]): void;
  /** The story that an article reports, or null while it stands alone; found now where it waits for that, in the transaction that is open. */
  storyOf(articleId: ArticleId): number | null;
}
