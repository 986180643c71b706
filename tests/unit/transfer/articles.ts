import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { ZipFile } from 'yauzl';
import type { ExportFormat } from '../../../electron/contract/transfer.ts';
import type { ExportedArticle } from '../../../electron/core/transfer/exported-article.ts';
import { writeExport } from '../../../electron/core/transfer/write-export.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'monazite-transfer-'));
  folders.push(folder);
  return folder;
}

export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==', 'base64');
export const IMAGE_KEY = '0123456789abcdef0123456789abcdef';
export const NOW = Date.UTC(2026, 10, 24, 12);

/** An article with everything that any format has to carry, and what each has to escape. */
export function fullArticle(folder: string, changes: Partial<ExportedArticle> = {}): ExportedArticle {
  const path = join(folder, 'image');
  writeFileSync(path, PNG);
  return {
    id: 1,
    title: 'Dysprosium "up" 4 % & {rising}: 镝价 _again_ #1 \\ <b>',
    outlet: 'Oxide & Alloy',
    authors: ['Lin Wei', 'Ana {Sørensen}'],
    url: 'https://metals.example/a?x=1&y=%7B2%7D',
    publishedAt: Date.UTC(2026, 10, 23, 12),
    publishedDay: null,
    retrievedAt: Date.UTC(2026, 10, 23, 13),
    savedAt: Date.UTC(2026, 10, 23, 14),
    lang: 'en',
    tags: ['prices', '重稀土'],
    topics: ['market'],
    note: 'Ask Lin: is it "spot"?\n\nSecond paragraph, with a comma; and 100%',
    highlights: [{ quote: 'It rose, and *stayed*.', prefix: '', suffix: 'See this', start: 0, note: 'key', createdAt: Date.UTC(2026, 10, 23, 15) }, { quote: 'Oxide 氧化镝', prefix: '', suffix: '', start: 0, note: '', createdAt: Date.UTC(2026, 10, 23, 16) }],
    summary: '=HYPERLINK("http://evil.example")',
    html: `<p>It rose, and *stayed*. See <a href="https://metals.example/b?c=1&amp;d=2">this</a>.</p><h2>Oxide &lt;氧化镝&gt;</h2><p><img src="img/${IMAGE_KEY}" alt="A chart"></p><p><img src="img/ffffffffffffffffffffffffffffffff" alt="lost"></p><table><thead><tr><th>Metal</th><th>Price</th></tr></thead><tbody><tr><td>Dy</td><td>1|2</td></tr></tbody></table><ol reversed start="3"><li>c</li></ol><p>a<br>b\u000c</p>`,
    sha256: 'a'.repeat(64),
    images: [{ key: IMAGE_KEY, type: 'image/png', path }],
    addresses: [{ key: IMAGE_KEY, url: 'https://metals.example/chart.png' }],
    ...changes,
  };
}

/** What an export of some articles writes, whole. */
export async function exported(format: ExportFormat, articles: readonly ExportedArticle[]): Promise<{ bytes: Buffer; extension: string }> {
  const path = join(temporaryFolder(), 'out');
  const { extension } = await writeExport(path, Readable.from(articles), { format, single: articles.length === 1, facts: { now: NOW, generator: 'Monazite 1.0.0', title: 'My articles' }, identifier: 'urn:uuid:00000000-0000-4000-8000-000000000000' });
  return { bytes: readFileSync(path), extension };
}

export interface Unzipped {
  readonly name: string;
  readonly stored: boolean;
  readonly extra: number;
  readonly bytes: Buffer;
}

/** The entries of a zip in their order. */
export async function unzip(bytes: Buffer): Promise<Unzipped[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file)));
  });
  const entries: Unzipped[] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('error', reject);
        stream.on('end', () => {
          entries.push({ name: entry.fileName, stored: entry.compressionMethod === 0, extra: entry.extraFieldLength, bytes: Buffer.concat(parts) });
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}
