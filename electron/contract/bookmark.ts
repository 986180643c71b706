import type { ArticleId, ArticleSummary, FeedId } from './model.ts';
import type { SearchHit, SearchPage } from './search.ts';

/**
 * What a person adds to an article and what a bookmark keeps of it. All of it hangs on the article's status: a tag, a note
 * or a highlight bookmarks its article, and taking the bookmark back leaves them there for when it comes again.
 */

export type TagId = number;
export type HighlightId = number;
export type CopyId = number;

export interface Tag {
  readonly id: TagId;
  /** As typed first; case and width do not tell tags apart. */
  readonly title: string;
  /** Bookmarked articles that have it. */
  readonly count: number;
}

export type ArticleTag = Pick<Tag, 'id' | 'title'>;

/**
 * A passage of an article by its words and what stands around them, so that it is found again when the text changed. Blanks
 * do not count when it is looked for, since they differ with the way a text is drawn.
 */
export interface TextQuote {
  readonly quote: string;
  /** Up to 64 characters of the text before and after it; blanks may be left out. */
  readonly prefix: string;
  readonly suffix: string;
  /** How many characters stand before it in the text, blanks left out. */
  readonly start: number;
}

/**
 * Where a passage is in a text. `here`: word for word. `moved`: what is most like it, since its words or all that stood
 * around them changed. `lost`: nowhere.
 */
export type QuotePlace = 'here' | 'moved' | 'lost';

export interface Highlight extends TextQuote {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  /** '' where there is none. */
  readonly note: string;
  readonly createdAt: number;
  readonly changedAt: number;
}

export interface PlacedHighlight extends Highlight {
  readonly place: QuotePlace;
  /** Which paragraph of the text it begins in, from 1; null where it is lost. */
  readonly paragraph: number | null;
  /** `place` is in the text that is read first; whether the article's other text, where it has one, holds it too. */
  readonly inOtherText: boolean;
}

/** Which text a copy is of: what the feed gave, or what stood on the article's own page. */
export type TextOrigin = 'feed' | 'page';

/** A text as it was when it was bookmarked, or when its source changed it afterwards. Never changed, only added to. */
export interface FrozenCopy {
  readonly id: CopyId;
  readonly frozenAt: number;
  /** When the text came from its source. */
  readonly retrievedAt: number;
  readonly url: string | null;
  readonly title: string;
  readonly origin: TextOrigin;
  /** Of the HTML as UTF-8; 64 hexadecimal digits. */
  readonly sha256: string;
  /** Of the HTML, and of its images that are on this device. */
  readonly bytes: number;
  /** Images that are on this device, and those that it shows altogether. */
  readonly images: number;
  readonly imagesNamed: number;
}

export interface FrozenText extends FrozenCopy {
  readonly articleId: ArticleId;
  /** Sanitized, as the article's own text is; images at `img/<key>`. */
  readonly html: string;
  /** The stored text has the SHA-256 that it was frozen with. */
  readonly intact: boolean;
}

export interface Evidence {
  /** Null where it is not bookmarked; what is listed here waits for the bookmark then. */
  readonly bookmarkedAt: number | null;
  readonly tags: readonly ArticleTag[];
  /** '' where there is none. */
  readonly note: string;
  readonly noteChangedAt: number | null;
  /** In the order of the text; lost ones last. */
  readonly highlights: readonly PlacedHighlight[];
  /** Oldest first. */
  readonly copies: readonly FrozenCopy[];
  /** The copy of the text as it is now; null where that is not frozen. */
  readonly currentCopy: CopyId | null;
}

export interface DiffPart {
  readonly change: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/** A block of the text (a paragraph, a heading, a row of a list) as words that stayed, came and went. */
export interface DiffBlock {
  readonly kind: 'title' | 'heading' | 'text' | 'image';
  readonly change: 'kept' | 'added' | 'removed' | 'changed';
  readonly parts: readonly DiffPart[];
}

export interface CopyDifference {
  readonly from: FrozenCopy;
  readonly to: FrozenCopy;
  /** The title first, where it changed; then the text. */
  readonly blocks: readonly DiffBlock[];
}

/** Conditions are joined: a bookmark meets all of them. */
export interface BookmarkFilter {
  /** Has every one of these tags. */
  readonly tagIds?: readonly TagId[];
  readonly feedId?: FeedId;
  /** Bookmarked at or after `from` and before `to`. */
  readonly from?: number;
  readonly to?: number;
  /** With any, or without. */
  readonly highlights?: boolean;
  /** With a note of its own or of a highlight, or without. */
  readonly notes?: boolean;
  /**
   * A query, as the search reads it: over title, texts, frozen copies, notes, quotations and tags. Words alone also find the
   * bookmarks of a source that is called so.
   */
  readonly text?: string;
  /** Of `text`, only the words as they were typed: no other names, no plurals. */
  readonly exact?: boolean;
}

/** `saved`: bookmarked last first. `published`: newest article first. `source`: by the feed's title, newest first within it. */
export type BookmarkOrder = 'saved' | 'published' | 'source';

export interface BookmarkSummary extends ArticleSummary {
  readonly bookmarkedAt: number;
  readonly tags: readonly ArticleTag[];
  /** The first in the text, or null. */
  readonly firstHighlight: { readonly quote: string; readonly note: string } | null;
  readonly highlights: number;
  /** Notes of highlights, and one more where the article has its own. */
  readonly notes: number;
  /** The article's own note; '' where there is none. */
  readonly note: string;
  /** Where the words of the filter stand in it; null where it has none. */
  readonly hit: Pick<SearchHit, 'titleSpans' | 'snippet'> | null;
}

/** How many of the bookmarks under the filter; each count leaves its own condition out, tags excepted, which narrow. */
export interface BookmarkCounts {
  /** All bookmarks, whatever the filter. */
  readonly all: number;
  /** Most used first. */
  readonly tags: readonly Tag[];
  /** By title. */
  readonly feeds: readonly { readonly feedId: FeedId; readonly feedUrl: string; readonly title: string; readonly count: number }[];
  readonly highlights: number;
  readonly notes: number;
}

export interface BookmarkPage {
  readonly bookmarks: readonly BookmarkSummary[];
  /** How many the whole listing holds. */
  readonly total: number;
  /** Opaque; null at the end. */
  readonly nextCursor: string | null;
  readonly counts: BookmarkCounts;
  /** What the search says of the filter's text; null where it has none. */
  readonly search: Pick<SearchPage, 'also' | 'notes' | 'lights' | 'indexing'> | null;
}

export interface BookmarksApi {
  /** Every tag that a bookmarked article has, by title. */
  tags(args: Record<string, never>): Promise<{ tags: readonly Tag[] }>;
  /**
   * Adds and takes away tags by their titles; a title that is new becomes a tag, one that no article has any more is
   * forgotten. Adding bookmarks. `bookmarked`: the articles that were not bookmarked before. `back`: asked for one after the
   * other, they give back and take away what this one did, and no more. Ids that name no stored article are passed over.
   */
  tagArticles(args: { articleIds: readonly ArticleId[]; add?: readonly string[]; remove?: readonly string[] }): Promise<{
    changed: number;
    bookmarked: readonly ArticleId[];
    back: readonly { readonly articleIds: readonly ArticleId[]; readonly add?: readonly string[]; readonly remove?: readonly string[] }[];
  }>;
  /**
   * A title that another tag has merges the two. Undone with tagArticles: remove the new title from `gained`, add
   * `before.title` to `before.articleIds`, then to `before.waiting`, and take back what that bookmarked. Rejects with `tag-missing`.
   */
  renameTag(args: { tagId: TagId; title: string }): Promise<{
    tag: Tag;
    merged: boolean;
    /** `waiting`: articles that are bookmarked no more, and have it for when they come again. */
    before: { title: string; articleIds: readonly ArticleId[]; waiting: readonly ArticleId[] };
    /** Articles that have the tag's new title only now. */
    gained: readonly ArticleId[];
  }>;
  /** Takes a tag from every article. Undone as a merge is. `changed` counts bookmarks. Rejects with `tag-missing`. */
  removeTag(args: { tagId: TagId }): Promise<{ changed: number; title: string; articleIds: readonly ArticleId[]; waiting: readonly ArticleId[] }>;
  /** The article's own note; '' removes it. Writing one bookmarks. `before` undoes it. Rejects with `article-missing`. */
  setNote(args: { articleId: ArticleId; text: string }): Promise<{ note: string; before: string; bookmarked: boolean }>;
  /**
   * Bookmarks. Adding what was removed, `id`, `createdAt` and all, undoes that; an id that another highlight has meanwhile gives way to
   * a new one. Rejects with `article-missing`.
   */
  addHighlight(args: { id?: HighlightId; articleId: ArticleId; note?: string; createdAt?: number } & TextQuote): Promise<{ highlight: Highlight; bookmarked: boolean }>;
  /** '' removes its note. Rejects with `highlight-missing`. */
  changeHighlight(args: { highlightId: HighlightId; note: string }): Promise<{ highlight: Highlight }>;
  /** Rejects with `highlight-missing`. */
  removeHighlight(args: { highlightId: HighlightId }): Promise<{ highlight: Highlight }>;
  /** Rejects with `article-missing`. */
  evidence(args: { articleId: ArticleId }): Promise<Evidence>;
  /** Rejects with `copy-missing`. */
  getCopy(args: { copyId: CopyId }): Promise<FrozenText>;
  /** What changed between two copies of one article. Rejects with `copy-missing`. */
  compareCopies(args: { from: CopyId; to: CopyId }): Promise<CopyDifference>;
  /** `limit` 1 to 500. Left out, `filter` is none and `order` is `saved`. A cursor belongs to its filter and order. A text is never refused: `search.notes` say what was left out. */
  listBookmarks(args: { filter?: BookmarkFilter; order?: BookmarkOrder; limit: number; cursor?: string | null }): Promise<BookmarkPage>;
  /** Takes bookmarks back, tags, notes and highlights left as they are. `batch` undoes it. */
  removeBookmarks(args: { articleIds: readonly ArticleId[] }): Promise<{ changed: number; batch: number }>;
  /** Bookmarks what one removeBookmarks took back, as of when it was bookmarked then. Rejects with `nothing-to-undo`. */
  restoreBookmarks(args: { batch: number }): Promise<{ changed: number }>;
}
