import type { ArticleId, ErrorDetail, Feed, FeedId, FullTextMode } from './model.ts';

/**
 * How much of an article its feed gave. `whole`: nothing says that more follows. `teaser`: no more than its list shows, which may
 * be all there is. `cut`: the text breaks off. `none`: there is no text at all.
 */
export type Wholeness = 'whole' | 'teaser' | 'cut' | 'none';

/** Which of an article's texts is shown: what the feed gave, or what its own page holds. */
export type TextOrigin = 'feed' | 'page';

/** What came of asking for the text of an article's own page. Times are epoch milliseconds. */
export type FullText =
  | { readonly state: 'none' }
  /** `url`: after every redirect. */
  | { readonly state: 'kept'; readonly at: number; readonly url: string }
  | {
      readonly state: 'failed';
      readonly code: string;
      readonly detail: ErrorDetail;
      /** Of the last try. */
      readonly at: number;
      /** Until then it is not tried again unless a person asks for it. */
      readonly retryAt: number;
    };

export interface FullTextApi {
  /**
   * Fetches the page of an article and keeps its text; answers when tried. What is kept already is not fetched again. With
   * `opened`, only where the source's setting wants it, the feed's text is not whole and the time for another try has come.
   * Rejects with `article-missing`.
   */
  keepFullText(args: { articleId: ArticleId; opened?: boolean }): Promise<FullText>;
  /** Whether a source is read as its feed gives it. `always` holds for what arrives from now on. Rejects with `feed-missing`. */
  setFullText(args: { feedId: FeedId; mode: FullTextMode }): Promise<{ feed: Feed }>;
}
