import { ReaderError } from '../../contract/errors.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { FileKey } from '../../contract/exchange.ts';
import type { PageFacts } from '../../contract/page-facts.ts';
import type { SavedKind, SaveFailure, SaveSource } from '../../contract/saving.ts';
import { dropIncoming, incomingFile, newExchangeFile } from '../exchange/exchange-file.ts';
import type { ExtractedPage } from '../extract/extracted-page.ts';
import { normalizeAddress } from '../fetch/address.ts';
import { isFrontPage, savedAddressKey } from '../normalize/saved-address.ts';
import type { ArticleResult, FetchedFile, Ingest } from '../refresh/ingest-job.ts';
import type { EmbeddedImage } from '../saved-file/saved-file.ts';
import { HeldSources } from './held-sources.ts';

/** What a page or file gave, on its way to the store. */
export interface ReadSource {
  readonly kind: SavedKind;
  /** After every redirect, but one from a page to the front of its site. */
  readonly url: string | null;
  /** The same, where it was asked there; null of a file that was handed in, which says of itself what it likes. */
  readonly fetchedFrom: string | null;
  /** By which it is known again. */
  readonly addressKeys: readonly string[];
  readonly title: string | null;
  readonly outlet: string | null;
  /** Null where there is no text. */
  readonly page: ExtractedPage | null;
  readonly facts: PageFacts | null;
  readonly embedded: readonly EmbeddedImage[];
  readonly file: { readonly path: string; readonly name: string; readonly sha256: string; readonly bytes: number; readonly pages: number | null } | null;
  readonly failure: (SaveFailure & { readonly code: ReaderErrorCode; readonly retryAt: number | null }) | null;
}

export interface SeenImage extends EmbeddedImage {
  /** By its first bytes; null where it is none that can be shown. */
  readonly type: string | null;
}

export interface SourceReader {
  /** Rejects with a ReaderError where there is nothing to save. */
  read(source: SaveSource): Promise<ReadSource>;
  /** The images of what was read, in the order of its text: those that came with it, and those that their servers give. */
  images(read: ReadSource): Promise<readonly SeenImage[]>;
  /** Those that are here already. */
  imagesSoFar(read: ReadSource): readonly EmbeddedImage[];
  /** Throws away the file that came with what was saved: one that was handed in, or that its address led to. */
  forget(source: SaveSource, read: ReadSource): Promise<void>;
  /** Throws away a file that was handed in, with what is held of it. */
  leave(file: FileKey): Promise<void>;
  close(): Promise<void>;
}

export interface SourceReaderOptions {
  readonly profile: string;
  readonly ingest: Pick<Ingest, 'document' | 'savedFile' | 'image'>;
  readonly now: () => number;
}

/** Of one page, looked at before it is saved; whatever more there is is fetched when it is. */
const MOST_IMAGES = 24;
const MOST_IMAGE_BYTES = 24 * 1024 * 1024;

/** Reads what a person wants to save, once for its preview and its saving. */
export function createSourceReader({ profile, ingest, now }: SourceReaderOptions): SourceReader {
  const abort = new AbortController();
  /** Files that were fetched for a look, until nobody looks any more. */
  const fetched = new WeakMap<ReadSource, FileKey>();
  const leaving = new Set<Promise<unknown>>();
  const dropFetched = async (reading: Promise<ReadSource>): Promise<void> => {
    const file = await reading.then((read) => fetched.get(read), () => undefined);
    if (file !== undefined) await dropIncoming(profile, file);
  };
  const held = new HeldSources(now, (reading) => {
    const gone = dropFetched(reading);
    leaving.add(gone);
    void gone.finally(() => leaving.delete(gone));
  });

  const readUrl = async (url: string): Promise<ReadSource> => {
    const { file, path } = await newExchangeFile(profile);
    const result = await ingest.document({ url, askedBy: 'person', robots: false, now: now(), path }, abort.signal);
    if (result.kind !== 'file') {
      await dropIncoming(profile, file);
      return ofPage(url, result);
    }
    const read = ofFile(url, path, result);
    fetched.set(read, file);
    return read;
  };

  const readFile = async (file: FileKey, name: string): Promise<ReadSource> => {
    const { path } = await incomingFile(profile, file);
    const result = await ingest.savedFile({ path, name, now: now() }, abort.signal);
    if (result.kind === 'failed') throw new ReaderError(result.code, `${name} cannot be saved: ${result.code}`, result.detail);
    const { saved, url, title, outlet, page, embedded, bytes, sha256, pages } = result;
    return {
      kind: saved, url, fetchedFrom: null, addressKeys: keysOf([url]), title, outlet: outlet ?? (url === null ? name : null), page, facts: page.facts, embedded, failure: null, file: { path, name, sha256, bytes, pages },
    };
  };

  const names = new WeakMap<ReadSource, string>();
  const seen = new WeakMap<ReadSource, EmbeddedImage[]>();
  const soFar = (read: ReadSource): EmbeddedImage[] => {
    const known = seen.get(read) ?? [...read.embedded];
    seen.set(read, known);
    return known;
  };

  /** One after the other, as a person waits for nothing but a look. */
  const lookAtImages = async (read: ReadSource): Promise<readonly SeenImage[]> => {
    const here = soFar(read);
    for (const { key, url } of read.page?.images.slice(0, MOST_IMAGES) ?? []) {
      const bytes = here.reduce((sum, image) => sum + image.bytes.length, 0);
      if (bytes > MOST_IMAGE_BYTES || abort.signal.aborted) break;
      if (here.some((image) => image.key === key)) continue;
      const result = await ingest.image({ url, referrer: read.url, from: read.fetchedFrom }, abort.signal);
      if (result.kind === 'image') here.push({ key, bytes: result.image.bytes });
    }
    held.weigh(names.get(read) ?? '', read, here);
    const inText = read.page?.images.flatMap(({ key }) => here.find((image) => image.key === key) ?? []) ?? [];
    const { inspectImage } = await import('../image/inspect-image.ts');
    return inText.map((image) => {
      const found = inspectImage(image.bytes);
      return { ...image, type: found.kind === 'image' ? found.facts.type : null };
    });
  };

  return {
    images: lookAtImages,
    imagesSoFar: soFar,
    async read(source) {
      const address = 'url' in source ? normalizeAddress(source.url) : null;
      const name = address ?? ('file' in source ? `${source.file} ${source.name}` : '');
      const known = held.get(name);
      if (known) return await known;
      const reading = 'file' in source ? readFile(source.file, source.name) : readUrl(address ?? source.url);
      held.put(name, reading);
      try {
        const read = await reading;
        // What failed may do better when it is asked again.
        if (read.failure !== null) held.drop(name);
        names.set(read, name);
        held.weigh(name, read, soFar(read));
        return read;
      } catch (error) {
        held.drop(name);
        throw error;
      }
    },
    async forget(source, read) {
      if (read.file === null) return;
      held.drop(names.get(read) ?? '');
      if ('file' in source) await dropIncoming(profile, source.file);
      await Promise.all(leaving);
    },
    async leave(file) {
      held.dropAll((name) => name.startsWith(`${file} `));
      await dropIncoming(profile, file);
    },
    async close() {
      abort.abort();
      held.clear();
      await Promise.all(leaving);
    },
  };
}

function keysOf(addresses: readonly (string | null)[]): string[] {
  return [...new Set(addresses.flatMap((address) => savedAddressKey(address) ?? []))];
}

function ofPage(url: string, result: ArticleResult): ReadSource {
  if (result.kind === 'failed') {
    const { code, detail, retryAt, facts } = result;
    return { kind: 'page', url, fetchedFrom: url, addressKeys: keysOf([url]), title: facts?.headline ?? null, outlet: facts?.outlet ?? null, page: null, facts, embedded: [], file: null, failure: { code, detail, retryAt } };
  }
  const { page, finalUrl } = result;
  // Every page that a site has given up may lead to its front: they are not one page.
  const at = isFrontPage(finalUrl) && !isFrontPage(url) ? url : finalUrl;
  return {
    kind: 'page', url: at, fetchedFrom: at, addressKeys: keysOf([url, at]), title: page.facts.headline, outlet: page.facts.outlet, page, facts: page.facts, embedded: [], file: null, failure: null,
  };
}

/** A PDF that was fetched, now at a path of the exchange. */
function ofFile(url: string, path: string, { finalUrl, file }: FetchedFile): ReadSource {
  const { saved, title, page, embedded, bytes, sha256, pages, name } = file;
  return {
    kind: saved, url: finalUrl, fetchedFrom: finalUrl, addressKeys: keysOf([url, finalUrl]), title, outlet: page.facts.outlet, page, facts: page.facts, embedded, failure: null, file: { path, name, sha256, bytes, pages },
  };
}
