import { ReaderError } from '../../electron/contract/errors.ts';
import type { FileKey } from '../../electron/contract/exchange.ts';
import type { OpmlSummary } from '../../electron/contract/opml.ts';
import type { ArchiveFacts, LinkImport } from '../../electron/contract/transfer.ts';
import { handIn, letGo } from '../client/exchange.ts';
import { call } from '../client/transport.ts';
import { decodeOpml } from './decode-opml.ts';

/** What a file was found to hold, and what importing it would do. */
export type Found = { readonly name: string } & (
  | { readonly kind: 'sources'; readonly opml: string; readonly preview: OpmlSummary }
  | { readonly kind: 'links'; readonly file: FileKey; readonly links: LinkImport }
  | { readonly kind: 'archive'; readonly file: FileKey; readonly facts: ArchiveFacts }
);

/** What the picker of the import offers. */
export const IMPORTED_KINDS = '.opml,.xml,.html,.htm,.csv,.json,.zip';
export const ARCHIVE_KINDS = '.zip';

/** Twice what the engine reads: in UTF-16 a character takes two bytes. */
const LARGEST_OPML = 40 * 1024 * 1024;
const HEAD_BYTES = 4096;

/** A list of sources by its name, or by its beginning where the name says nothing. */
async function isSources(file: File): Promise<boolean> {
  if (/\.(?:opml|xml)$/i.test(file.name)) return true;
  if (/\.(?:html?|csv|json|zip)$/i.test(file.name)) return false;
  const head = decodeOpml(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  return /<opml\b/i.test(head);
}

/** Reads what a file holds; nothing is imported. Rejects with a ReaderError; `file-missing` where it went or may not be read. */
export async function lookInto(chosen: File): Promise<Found> {
  const { name } = chosen;
  const sources = await readable(name, isSources(chosen));
  if (sources) {
    if (chosen.size > LARGEST_OPML) throw new ReaderError('opml-too-large', '', { limit: LARGEST_OPML / 2 });
    const opml = decodeOpml(new Uint8Array(await readable(name, chosen.arrayBuffer())));
    return { kind: 'sources', name, opml, preview: await call('previewOpml', { opml }) };
  }
  const file = await handIn(chosen);
  try {
    if (/\.zip$/i.test(name)) return { kind: 'archive', file, name, facts: await call('previewArchive', { file, name }) };
    return { kind: 'links', file, name, links: await call('previewImport', { file, name }) };
  } catch (error) {
    void letGo(file);
    throw error;
  }
}

/** Gone since it was chosen, or not allowed to be read. */
async function readable<T>(name: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw new ReaderError('file-missing', String(error), { file: name }, { cause: error });
  }
}
