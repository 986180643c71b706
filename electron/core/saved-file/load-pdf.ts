import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { getDocumentProxy } from 'unpdf';

export interface Pdf {
  readonly getDocumentProxy: typeof getDocumentProxy;
}

/**
 * The library that reads PDF files. It is as large as all else that its thread loads, and few threads ever read one: built,
 * it is a file of its own beside the thread's. Named by its place, so that no build takes it in.
 */
export async function loadPdf(): Promise<Pdf> {
  const built = join(import.meta.dirname, 'pdf.cjs');
  if (existsSync(built)) return createRequire(built)(built) as Pdf;
  return (await import(/* @vite-ignore */ pathToFileURL(join(import.meta.dirname, '../../pdf.ts')).href)) as Pdf;
}
