import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { MOST_SAVED_BYTES } from '../../contract/saving.ts';
import { extractPlainText } from '../extract/extract-plain-text.ts';
import { decodeText } from '../fetch/decode-text.ts';
import { EmbeddedImages } from './embedded-images.ts';
import { decodeHtml, readHtml } from './read-html.ts';
import { readMime } from './read-mime.ts';
import { readPdf } from './read-pdf.ts';
import type { FileFailure, ReadFile, SavedFileFailureCode, SavedFileJob, SavedFileResult } from './saved-file.ts';

type Kind = ReadFile['saved'];
type Read = Pick<ReadFile, 'url' | 'page' | 'embedded' | 'pages'> & { readonly title: string | null; readonly outlet: string | null };

const MB = 1024 * 1024;
const LARGEST: Readonly<Record<Kind, number>> = { page: 30 * MB, text: 10 * MB, mail: 60 * MB, pdf: MOST_SAVED_BYTES };
const BY_NAME: Readonly<Record<string, Kind>> = {
  '.html': 'page', '.htm': 'page', '.xhtml': 'page', '.txt': 'text', '.text': 'text', '.md': 'text', '.eml': 'mail', '.mhtml': 'mail', '.mht': 'mail', '.pdf': 'pdf',
};

/** What a file is by its name, and by its beginning where the name is wrong or says nothing. */
function kindOf(name: string, bytes: Uint8Array): Kind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).toString('latin1');
  const named = BY_NAME[extname(name).toLowerCase()] ?? null;
  // PDF 32000-1 annex H.3.4.1 lets it stand anywhere in the head; a text may speak of it.
  if (named === null || named === 'pdf' ? head.includes('%PDF-') : head.startsWith('%PDF-')) return 'pdf';
  // Pictures, archives and programs; text of two-byte encodings starts with its mark.
  if (head.includes('\0') && !/^(?:\xff\xfe|\xfe\xff)/.test(head)) return null;
  if (named !== null) return named === 'pdf' ? null : named;
  if (/^\s*(?:<!doctype html|<html|<!--)/i.test(head)) return 'page';
  return /^(?:from|mime-version|received|return-path|subject):/im.test(head) && /^[\w-]+:\s/.test(head) ? 'mail' : null;
}

/**
 * The text, facts and images of a file that a person saves. Total: what cannot be read is a failure with a code. Its size is
 * looked at before it is read; whoever calls bounds the time.
 */
export async function readSavedFile({ path, name, now }: SavedFileJob, isImage: (bytes: Uint8Array) => boolean): Promise<SavedFileResult> {
  const failed = (code: SavedFileFailureCode, detail = {}): FileFailure => ({ kind: 'failed', code, detail: { name, ...detail } });
  const found = await stat(path).catch(() => null);
  if (!found) return failed('file-missing');
  if (found.size > LARGEST.pdf) return failed('file-too-large', { bytes: LARGEST.pdf });
  const bytes = new Uint8Array(await readFile(path));
  const kind = kindOf(name, bytes);
  if (kind === null) return failed(extname(name).toLowerCase() === '.pdf' ? 'file-damaged' : 'file-type-unknown');
  if (bytes.length > LARGEST[kind]) return failed('file-too-large', { bytes: LARGEST[kind] });
  try {
    const read = await readAs(kind, bytes, { now, isImage });
    if (read === null) return failed('file-without-text');
    const { title, page, ...rest } = read;
    const named = title ?? page.facts.headline ?? name.replace(/\.[a-z0-9]{1,6}$/i, '');
    return { kind: 'file', saved: kind, title: named, page, ...rest, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return failed(error instanceof Error && error.name === 'PasswordException' ? 'file-encrypted' : 'file-damaged', { reason: String(error).slice(0, 200) });
  }
}

interface Reading {
  readonly now: number;
  /** By their first bytes. */
  readonly isImage: (bytes: Uint8Array) => boolean;
}

async function readAs(kind: Kind, bytes: Uint8Array, { now, isImage }: Reading): Promise<Read | null> {
  switch (kind) {
    case 'page': {
      const read = readHtml({ html: decodeHtml(bytes), images: new EmbeddedImages(isImage), url: null, now });
      return read && { ...read, title: null, outlet: read.page.facts.outlet, pages: null };
    }
    case 'text': {
      const page = extractPlainText({ text: decodeText(bytes, 'text/plain'), now });
      return page.kind === 'failed' ? null : { page, url: page.facts.canonicalUrl, title: null, outlet: page.facts.outlet ?? page.facts.source, embedded: [], pages: null };
    }
    case 'mail': {
      const read = await readMime(bytes, { now, images: new EmbeddedImages(isImage) });
      if (!read) return null;
      const { subject, sender, sentAt, page, ...rest } = read;
      const facts = { ...page.facts, publishedAt: page.facts.publishedAt ?? sentAt };
      // The subject of a page kept as a mail is its title; a mail's own page may have a headline of its own.
      return { ...rest, page: { ...page, facts }, title: subject ?? facts.headline, outlet: facts.outlet ?? (rest.url === null ? sender : null), pages: null };
    }
    case 'pdf': {
      const { page, pages, title } = await readPdf(bytes, now);
      return { page, pages, title, url: null, outlet: page.facts.outlet, embedded: [] };
    }
    default:
      return kind satisfies never;
  }
}
