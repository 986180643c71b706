import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { OwnEntity } from '../../../electron/contract/gazetteer.ts';
import { gazetteerVersion } from '../../../electron/core/entities/name-finder.ts';
import type { ArticleNames } from '../../../electron/core/normalize/incoming-article.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import type { Ingest } from '../../../electron/core/refresh/ingest-job.ts';
import { createIngestPool } from '../../../electron/core/refresh/ingest-pool.ts';

const FEED = '<rss version="2.0"><channel><title>Metals</title><item><guid>1</guid><title>Corey Micro Magnetic buys Dy<![CDATA[]]>sprosium</title><description>In Baotou.</description></item></channel></rss>';
const OWN: readonly OwnEntity[] = [{ id: 'company:own-1', kind: 'company', names: { en: 'Corey Micro Magnetic' }, aliases: [], hidden: [] }];

let server: Server | null = null;
let pool: Ingest | null = null;

afterEach(async () => {
  await pool?.close();
  server?.closeAllConnections();
  server?.close();
});

async function namesOf(ingest: Ingest, feedUrl: string): Promise<ArticleNames | undefined> {
  const result = await ingest.feed({ feedUrl, validators: null, bodyHash: null, now: Date.UTC(2026, 10, 3) });
  const article = result.kind === 'fresh' ? result.articles[0] : undefined;
  return article && 'names' in article ? (article as IncomingArticle).names : undefined;
}

test('names are found in the threads, by what a person added as well, in those that run and in those that start later', async () => {
  server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED));
  await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  pool = createIngestPool({ workerPath: join(import.meta.dirname, '../../../electron/ingest.ts'), size: 2, userAgent: 'Monazite/test' });
  const before = await namesOf(pool, url);
  expect(before?.version).toBe(gazetteerVersion([]));
  expect(before?.found.map(({ id }) => id)).toEqual(['element:Dy', 'place:baotou']);

  pool.useGazetteer?.(OWN);
  const both = await Promise.all([namesOf(pool, url), namesOf(pool, url)]);
  for (const after of both) {
    expect(after?.version).toBe(gazetteerVersion(OWN));
    expect(after?.found.map(({ id }) => id)).toEqual(['company:own-1', 'element:Dy', 'place:baotou']);
  }
});
