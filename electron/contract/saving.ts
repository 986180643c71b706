import type { FileKey } from './exchange.ts';
import type { ArticleId, ErrorDetail } from './model.ts';
import type { PageFacts } from './page-facts.ts';

/** Pages and files that a person saves by themselves. Readonly, JSON-safe; times are epoch milliseconds. */

/** A page by its address, or a file that was handed in: .html .htm .txt .md .eml .mhtml .mht .pdf. */
export type SaveSource = { readonly url: string } | { readonly file: FileKey; readonly name: string };

/** The address of the one feed whose articles are pages that a person saved. Nobody follows it: only its bookmarks show. The window has its title in the person's language. */
export const SAVED_FEED = 'monazite:saved';

/** The largest file that is saved as a page: a PDF. Others are refused at less. */
export const MOST_SAVED_BYTES = 200 * 1024 * 1024;

export type SavedKind = 'page' | 'text' | 'mail' | 'pdf';

/** Why a page gave no text. */
export interface SaveFailure {
  readonly code: string;
  readonly detail: ErrorDetail;
}

export interface SavePreview {
  readonly kind: SavedKind;
  /** After every redirect, but one to the front of its site; null where a file does not say where it came from. */
  readonly url: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly publishedAt: number | null;
  /** There is no time of day in `publishedAt`. */
  readonly dayOnly: boolean;
  readonly lang: string | null;
  /** Of the text; in Chinese, Japanese and Korean each character counts. */
  readonly words: number;
  readonly images: number;
  /** Of the text and the images at hand; null where images are yet to be fetched. */
  readonly bytes: number | null;
  /** Of a PDF. */
  readonly pages: number | null;
  readonly facts: PageFacts | null;
  /** The bookmark that it is already. */
  readonly alreadySaved: ArticleId | null;
  /** Saving keeps the link alone. */
  readonly failure: SaveFailure | null;
}

export interface SavePreviewImages {
  /** The first that can be shown small, as a `data:` address; null where there is none. */
  readonly thumbnail: string | null;
  /** Of the text and of the images that answered. */
  readonly bytes: number;
}

export interface SavedPageAnswer {
  readonly articleId: ArticleId;
  readonly title: string;
  /** `link`: without text, which follows when there is a network, or not at all where `failure` says so. */
  readonly state: 'text' | 'link';
  readonly failure: SaveFailure | null;
  /** It was not bookmarked before. */
  readonly bookmarked: boolean;
}

/** A file that is kept beside its text. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly pages: number | null;
  /** SHA-256, 64 hexadecimal digits: it lies at `files/<sha256>/<name>`. */
  readonly sha256: string;
}

export interface SavingApi {
  /**
   * Reads what saving would keep; nothing is written, and what was fetched is used when the same is saved within minutes.
   * Rejects with `invalid-address`, `unsupported-scheme`, `file-missing`, `file-too-large` {bytes}, and `file-type-unknown`,
   * `file-damaged`, `file-encrypted`, `file-without-text` {name}.
   */
  previewSave(args: SaveSource): Promise<SavePreview>;
  /** Fetches the images that saving would keep, for their size and a look at one; they are used when the same is saved within minutes. Rejects as previewSave. */
  previewSaveImages(args: SaveSource): Promise<SavePreviewImages>;
  /**
   * Throws away a file that was handed in, be it to be saved or to be imported, and was only looked at; nothing happens where it is gone.
   * Otherwise it would lie for a day.
   */
  forgetFile(args: { readonly file: FileKey }): Promise<Record<string, never>>;
  /**
   * Keeps a page or file as a bookmarked article with its text and images; answers when that is stored. Saved again it is the
   * same article as its page is now, what was frozen of it beside it, tags and note joined; what came through a followed feed is
   * bookmarked there. Without network, or where the page gives no text, the link is kept. `images` false keeps the text alone. Rejects as previewSave.
   */
  savePage(args: SaveSource & { readonly tags?: readonly string[]; readonly note?: string; readonly images?: boolean; readonly title?: string }): Promise<SavedPageAnswer>;
}
