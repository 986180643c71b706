/**
 * Files that a person hands in or takes out. They may be larger than a call should carry, so a call names them: what is
 * handed in is posted to `exchange` first, what is taken out lies at `exchange/<key>/<name>` after the call.
 */

/** 32 hexadecimal digits. */
export type FileKey = string;

/** A file that waits to be taken out. */
export interface OutgoingFile {
  readonly file: FileKey;
  /** As a person would call it, with its extension. */
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** The largest file that can be handed in: an archive of a library with its images. */
export const MOST_INCOMING_BYTES = 16 * 1024 * 1024 * 1024;
