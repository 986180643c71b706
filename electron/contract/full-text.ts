import type { ArticleId, ErrorDetail, Feed, FeedId } from './model.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * Which text of its articles is read: `feed` what the feed gives; `opened` the article's own page as well, fetched when it is
 * opened, saved or chosen for offline and the feed's text breaks off; `always` the page of every new article, as it arrives.
 */
export type FullTextMode = 'feed' | 'opened' | 'always';

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

/** What a look at a page whose text is kept already found. Times are epoch milliseconds. */
export type LookedAgain =
  /** It says what it said. `since`: when the text was fetched that it still is. */
  | { readonly state: 'unchanged'; readonly since: number }
  /** Its text of now has taken the place of the one that was kept, which stays beside it where the article is bookmarked. */
  | { readonly state: 'changed' }
  /** No text of it was kept so far; now one is. */
  | { readonly state: 'first' }
  /** What was kept stays. */
  | Extract<FullText, { readonly state: 'failed' }>
  /** The article has no page. */
  | { readonly state: 'none' };

/** Of an article's two texts. */
export interface ArticleTexts {
  /** Whose text `contentHtml` is. */
  readonly textOrigin: TextOrigin;
  /** Of what the feed gave. */
  readonly wholeness: Wholeness;
  readonly fullText: FullText;
  /** What its page says of itself; null until its text is kept. */
  readonly facts: PageFacts | null;
}

export interface FullTextApi {
  /**
   * Fetches the page of an article and keeps its text; answers when tried. What is kept already is not fetched again. With
   * `opened`, only where the source's setting wants it, the feed's text is not whole and the time for another try has come.
   * Rejects with `article-missing`.
   */
  keepFullText(args: { articleId: ArticleId; opened?: boolean }): Promise<FullText>;
  /**
   * Fetches the page of an article although its text is kept, since a person wants to know whether it changed; answers when tried.
   * A host's rests and turn hold as for any page. Rejects with `article-missing`, `disk-full`.
   */
  lookAgain(args: { articleId: ArticleId }): Promise<LookedAgain>;
  /** Whether a source is read as its feed gives it. `always` holds for what arrives from now on. Rejects with `feed-missing`. */
  setFullText(args: { feedId: FeedId; mode: FullTextMode }): Promise<{ feed: Feed }>;
}
