import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ReaderError } from '../../contract/errors.ts';
import type { LinkFileKind } from '../../contract/transfer.ts';
import type { ImportedLink, UnreadableLink } from './imported-link.ts';
import { isArticleExport, readArticles } from './read-articles.ts';
import { readBookmarks } from './read-bookmarks.ts';
import { readTable, tableForm, tableKind } from './read-table.ts';

export interface LinkFile {
  readonly kind: LinkFileKind;
  /** Read anew each time. */
  links(): AsyncIterable<ImportedLink | UnreadableLink>;
}

const HEAD_BYTES = 64 * 1024;
const PIECE_BYTES = 64 * 1024;

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // What is cut in the midst of a character is not wrong.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Tables from a Chinese spreadsheet are often GB 18030; all else is UTF-8, or says so with a mark. The first piece that holds
 * more than ASCII tells: a long list may begin with hundreds of English titles.
 */
async function encodingOf(path: string, head: Uint8Array): Promise<string> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  for await (const piece of piecesOf(path)) if (!isAscii(piece)) return isUtf8(piece) ? 'utf-8' : 'gb18030';
  return 'utf-8';
}

function piecesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: PIECE_BYTES });
}

async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of piecesOf(path)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** Finds out what a file of links is, by its content. Rejects with `not-links` {name}. */
export async function openLinkFile(path: string, name: string): Promise<LinkFile> {
  const bytes = await headOf(path);
  const encoding = await encodingOf(path, bytes);
  const head = new TextDecoder(encoding).decode(bytes);
  if (isArticleExport(head)) return { kind: 'articles', links: () => readArticles(textOf(path, 'utf-8')) };
  if (/<!doctype\s+netscape-bookmark|<dl\b|<a\s[^<>]*\b(?:add_date|time_added)=/i.test(head)) return { kind: 'bookmarks', links: () => readBookmarks(textOf(path, encoding), name) };
  const form = tableForm(head);
  if (form) return { kind: tableKind(form.cells), links: () => readTable(textOf(path, encoding), form) };
  throw new ReaderError('not-links', `${name} holds neither bookmarks, nor a table with a column "url", nor articles that were exported`, { name });
}
