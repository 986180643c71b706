import { LARGEST_OWN_CATALOGUE, OWN_CATALOGUE } from '../../contract/catalogue.ts';

/** Folders of a profile whose files an archive holds beside the database. */
export const ARCHIVED_FOLDERS = ['images', 'files'] as const;

export const MANIFEST = 'manifest.json';
export const DATABASE = 'library/monazite.db';
export const SETTINGS = 'settings.json';
/** The person's own, where there is one. */
export const CATALOGUE = OWN_CATALOGUE;
export const SUBSCRIPTIONS = 'subscriptions.opml';
/** Stands last, since what it says is known when all else is written. */
export const CHECKSUMS = 'checksums.json';

/** What an archive says of itself. */
export interface ArchiveManifest {
  readonly format: 'monazite-archive';
  readonly version: 1;
  readonly generator: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Of the database's structure. */
  readonly libraryVersion: number;
  readonly articles: number;
  readonly bookmarks: number;
  readonly feeds: number;
}

/** SHA-256 and size of each entry but this one, by name. */
export type Checksums = Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;

const MEGABYTE = 1024 * 1024;
/** No image that was fetched comes near this; a file that a person saved may. */
const LARGEST: readonly (readonly [name: RegExp, bytes: number])[] = [
  [/^(?:manifest|settings)\.json$/, MEGABYTE],
  [/^catalogue\.json$/, LARGEST_OWN_CATALOGUE],
  [/^subscriptions\.opml$/, 64 * MEGABYTE],
  [/^checksums\.json$/, 512 * MEGABYTE],
  [/^library\/monazite\.db$/, 64 * 1024 * MEGABYTE],
  [/^images(?:\/[0-9a-z][0-9a-z._-]{0,99}){1,3}$/, 64 * MEGABYTE],
  [/^files(?:\/[0-9a-z][0-9a-z._-]{0,99}){1,3}$/, 1024 * MEGABYTE],
];

/** How large an entry may be, in bytes; null where an archive has none of this name. Names of files are ours: no case, no spaces, no way out of their folder. */
export function largestEntry(name: string): number | null {
  return LARGEST.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
