import type { ArticleId } from './model.ts';

/** How the text of an article is set. Its size stands beside it, in `Settings.textSize`. */
export interface ArticleLook {
  readonly face: TextFace;
  readonly measure: TextMeasure;
  readonly leading: TextLeading;
  /** Images and tables may be wider than the text, as wide as the pane. */
  readonly wideFigures: boolean;
  /** Of the article alone; `app` is that of the window. */
  readonly theme: ArticleTheme;
}

export const TEXT_FACES = ['serif', 'sans'] as const;
export type TextFace = (typeof TEXT_FACES)[number];

/** The length of a line: about 55, 68 and 85 letters of the usual size. */
export const TEXT_MEASURES = ['narrow', 'standard', 'wide'] as const;
export type TextMeasure = (typeof TEXT_MEASURES)[number];

export const TEXT_LEADINGS = ['tight', 'standard', 'loose'] as const;
export type TextLeading = (typeof TEXT_LEADINGS)[number];

export const ARTICLE_THEMES = ['app', 'light', 'dark'] as const;
export type ArticleTheme = (typeof ARTICLE_THEMES)[number];

export interface ReadingApi {
  /**
   * Remembers how far an article was read: the paragraphs above the top of the window, with the share of the next one that is.
   * Null where it is at its beginning, or was read to its end. An article that is no longer there is passed over.
   */
  setReadingPlace(args: { articleId: ArticleId; place: number | null }): Promise<Record<string, never>>;
}
