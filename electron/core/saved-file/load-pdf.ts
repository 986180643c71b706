import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { getDocumentProxy } from 'unpdf';

export interface Pdf {
  readonly getDocumentProxy: typeof getDocumentProxy;
}

/**
 * The library that reads PDF files. It is as large as all else that its thread loads, and few threads ever read one: built,
 * it is a file of its own beside the thread's.
 */
export async function loadPdf(): Promise<Pdf> {
  const built = join(import.meta.dirname, 'pdf.cjs');
  return existsSync(built) ? (createRequire(built)(built) as Pdf) : await import('unpdf');
}
