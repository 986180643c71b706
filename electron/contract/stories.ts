import type { ArticleId, ArticleSummary } from './model.ts';

/** Articles, and stories, that one call marks read at most. */
export const MOST_MARKED = 10_000;

/** The story that an article is one report of, as far as lists show its articles. */
export interface StoryOfArticle {
  readonly id: number;
  /** Sources that report it, this one included; 2 or more, or reprints of one. */
  readonly sources: number;
  /** Articles of it that are unread, this one included. */
  readonly unread: number;
  readonly articles: number;
}

/** What one article says where another says something else. */
export interface FigureStatement {
  readonly articleId: ArticleId;
  /** As it stands in the text: `270,000 tonnes`, `27万吨`; of a year `2024`. */
  readonly printed: string;
  /** The same as a plain decimal, without rounding. */
  readonly value: string;
  readonly sentence: string;
}

/** A figure of a story that its articles give differently for what looks like the same thing. Shown side by side, never merged. */
export interface FigureDifference {
  /** `value`: the numbers differ. `year`: the number is one, and the years that it is said of differ. */
  readonly kind: 'value' | 'year';
  /** `cny`, `usd`, `aud`, `t`, `%`, `pp`, …; null where no unit is told. */
  readonly unit: string | null;
  /** Two or more, in order of first publication; of different articles. */
  readonly statements: readonly FigureStatement[];
}

export interface Story {
  /** Null where the article is in none: then it is the only one of `articles`. */
  readonly storyId: number | null;
  /** In order of first publication. */
  readonly articles: readonly ArticleSummary[];
  readonly differing: readonly FigureDifference[];
}

/** Articles that report one event. */
export interface StoriesApi {
  /** Rejects with `article-missing`. */
  story(args: { articleId: ArticleId }): Promise<Story>;
  /** Which of these articles are in a story with others that lists show. 1 to 1000 ids; unknown ones are passed over. */
  storiesOf(args: { articleIds: readonly ArticleId[] }): Promise<{ stories: readonly { readonly articleId: ArticleId; readonly story: StoryOfArticle }[] }>;
  /**
   * "Not the same story": takes an article out for good, whatever is published later. Rejects with `story-missing` where it
   * is in none. `articleIds`: those that stay.
   */
  splitStory(args: { articleId: ArticleId }): Promise<{ articleIds: readonly ArticleId[] }>;
  /** Takes the last split of the article back. Rejects with `nothing-to-undo`. */
  undoSplitStory(args: { articleId: ArticleId }): Promise<{ articleIds: readonly ArticleId[] }>;
  /**
   * Marks the articles of a story that had arrived by `before` (an `asOf`). `articleIds` are those that changed: setRead
   * with them undoes it.
   */
  setStoryRead(args: { storyId: number; read: boolean; before: number }): Promise<{ articleIds: readonly ArticleId[] }>;
  /**
   * Marks articles read, and of whole stories the articles that had arrived by `before` (an `asOf`), at once. `articleIds` are
   * those that changed: setRead with them undoes it. At most MOST_MARKED articles and as many stories; unknown ones are passed over.
   */
  markRead(args: { articleIds: readonly ArticleId[]; storyIds: readonly number[]; before: number }): Promise<{ articleIds: readonly ArticleId[] }>;
}
