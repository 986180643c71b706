import type { BookmarkFilter } from './bookmark.ts';
import type { FileKey, OutgoingFile } from './exchange.ts';
import type { ArticleId } from './model.ts';

/** `csl-json`: citations as citeproc reads them. `bookmarks`: Netscape HTML, as browsers read and write it. */
export const EXPORT_FORMATS = ['markdown', 'html', 'epub', 'json', 'csv', 'ris', 'bibtex', 'csl-json', 'bookmarks'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile extends OutgoingFile {
  readonly articles: number;
  /** Images that a text names and that are not on this device. */
  readonly imagesMissing: number;
}

/** What a file of links was found to be: browser bookmarks, a table of one of these programs or of any other with a column `url`, or articles as `exportArticles` writes them as JSON. */
export type LinkFileKind = 'articles' | 'bookmarks' | 'pocket' | 'instapaper' | 'readwise' | 'table';

/** What an import of a file of links does, or would do. Every link is counted in exactly one of the first four. */
export interface LinkImport {
  readonly kind: LinkFileKind;
  /** Not in the library yet. */
  readonly added: number;
  /** In the library, and bookmarked by the import. */
  readonly bookmarked: number;
  /** Bookmarked already; tags, notes and highlights that it lacks are added. */
  readonly known: number;
  /** Named again in the same file. */
  readonly repeated: number;
  /** What is no web address, or a row without one; the first 100, as written. */
  readonly unreadable: readonly string[];
  readonly unreadableCount: number;
  /** Different tags that the file gives. */
  readonly tags: number;
  readonly notes: number;
  readonly highlights: number;
  /** Links that bring the text of their page. */
  readonly texts: number;
  /** Links that come in shortened: a note, tags, highlights or a text are longer or more than the library takes. */
  readonly cut: number;
}

/** How far an export or import of articles has come. `total` is 0 where it is not known. */
export interface TransferProgress {
  readonly running: 'export' | 'import' | null;
  readonly done: number;
  readonly total: number;
}

export interface TransferApi {
  /**
   * Articles as a file: those named, the bookmarks under a filter, or every bookmark. `title` names a book of several.
   * Rejects with `nothing-to-export`, `transfer-cancelled`, `disk-full`.
   */
  exportArticles(args: { format: ExportFormat; articleIds?: readonly ArticleId[]; filter?: BookmarkFilter; title?: string }): Promise<ExportedFile>;
  /** What importing a file of links would do now; nothing is written. Rejects with `not-links`, `file-missing`. */
  previewImport(args: { file: FileKey; name: string }): Promise<LinkImport>;
  /** Makes each link a bookmark, with its tags, note and highlights. An import that was stopped is gone on with by importing again. */
  importFile(args: { file: FileKey; name: string }): Promise<LinkImport>;
  transferProgress(args: Record<string, never>): Promise<TransferProgress>;
  /** Stops the export or import under way, which rejects with `transfer-cancelled`; what was imported stays. */
  cancelTransfer(args: Record<string, never>): Promise<Record<string, never>>;
}

/** What an archive of a whole library holds. `files`: images and saved files; `bytes` once it is unpacked. */
export interface ArchiveFacts {
  readonly createdAt: number;
  readonly articles: number;
  readonly bookmarks: number;
  readonly feeds: number;
  readonly files: number;
  readonly bytes: number;
}

export interface ExportedArchive extends OutgoingFile {
  readonly articles: number;
  readonly bookmarks: number;
  readonly feeds: number;
  readonly files: number;
}

/** A whole library out and in again. Sign-ins are in no archive. */
export interface ArchiveApi {
  /** Everything in one zip: a verified copy of the database, images, saved files, settings, the sources as OPML, the person's own catalogue. */
  exportArchive(args: Record<string, never>): Promise<ExportedArchive>;
  /** Looks into an archive. Rejects with `not-archive`, `archive-unsound`, `database-newer`. */
  previewArchive(args: { file: FileKey; name: string }): Promise<ArchiveFacts>;
  /**
   * Puts the library of an archive in the place of the present one, which becomes a copy that can be restored. Where it
   * rejects, the library is as it was.
   */
  importArchive(args: { file: FileKey; name: string }): Promise<ArchiveFacts>;
}
