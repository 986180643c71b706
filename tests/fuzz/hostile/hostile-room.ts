import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ensureBuilt } from '../../../electron/build/build.mjs';
import { inflateBody } from '../../../electron/core/normalize/body.ts';
import { createIngestPool } from '../../../electron/core/refresh/ingest-pool.ts';
import type { Ingest, IngestResult } from '../../../electron/core/refresh/ingest-job.ts';
import { rss, type HostileDocument } from './hostile-document.ts';

const WORKER = join(import.meta.dirname, '../../../out/ingest.cjs');
const NOW = Date.UTC(2026, 10, 20);
const GOOD = rss('<item><title>Neodymium</title><guid>n</guid></item><item><title>氧化镝</title><guid>d</guid></item>');
const GOOD_TITLES = ['Neodymium', '氧化镝'];

/** The built ingest threads, a server on 127.0.0.1 that answers what it is told to, and a sound feed beside it. */
export interface HostileRoom {
  readonly origin: string;
  readonly pool: Ingest;
  /** Paths that were asked for and are neither a feed of ours nor the sound one. */
  readonly strays: readonly string[];
  /** Answers `path` from now on. */
  on(path: string, answer: (request: IncomingMessage, response: ServerResponse) => void): string;
  ask(url: string, signal?: AbortSignal): Promise<IngestResult>;
  /** What is wrong with how a document was taken, and with the sound feeds asked for at the same moment and after it; empty where nothing is. */
  troubles(document: HostileDocument): Promise<string[]>;
  /** The same of any address; `gives` as in HostileDocument. */
  troublesOf(url: string, gives: HostileDocument['gives'], never?: string): Promise<string[]>;
  close(): Promise<void>;
}

/** How an answer is told in a test: the number of its articles, or its code. */
export function outcome(result: IngestResult): number | string {
  if (result.kind === 'fresh') return result.articles.length;
  return result.kind === 'failed' ? result.code : result.kind;
}

/** Everything that a person would see of an answer's articles. */
export function shownText(result: IngestResult): string {
  if (result.kind !== 'fresh') return '';
  return result.articles.map((article) => ('body' in article ? JSON.stringify({ ...article, body: inflateBody(article.body) }) : article.title)).join('\n');
}

function isSound(result: IngestResult): boolean {
  return result.kind === 'fresh' && JSON.stringify(result.articles.map(({ title }) => title)) === JSON.stringify(GOOD_TITLES);
}

/** Opens one; `size` is the number of threads. One thread, the default, is the hardest: whatever a document does to it, it does to all. */
export async function openHostileRoom(size = 1): Promise<HostileRoom> {
  await ensureBuilt({ what: 'node' });
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const strays: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const answer = answers.get(path);
    if (answer) answer(request, response);
    else if (path.startsWith('/sound')) response.end(GOOD);
    else {
      strays.push(path);
      response.end('secret text');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pool = createIngestPool({ workerPath: WORKER, size, userAgent: 'Monazite/test' });
  const ask = (url: string, signal?: AbortSignal): Promise<IngestResult> => pool.feed({ feedUrl: url, validators: null, bodyHash: null, now: NOW }, signal);

  const troublesOf: HostileRoom['troublesOf'] = async (url, gives, never) => {
    const [hostile, ...beside] = await Promise.all([ask(url), ask(`${origin}/sound/1`), ask(`${origin}/sound/2`)]);
    const after = await ask(`${origin}/sound/3`);
    const found: string[] = [];
    const got = outcome(hostile);
    if (!(gives as readonly unknown[]).includes(got)) found.push(`gave ${got} instead of ${gives.join(' or ')} (${JSON.stringify(hostile.kind === 'failed' ? hostile.detail : null)})`);
    if (never !== undefined && shownText(hostile).includes(never)) found.push(`shows ${JSON.stringify(never)}`);
    if (!beside.every(isSound)) found.push(`harmed a feed beside it: ${beside.map(outcome).join(', ')}`);
    if (!isSound(after)) found.push(`harmed the feed after it: ${outcome(after)}`);
    if (strays.length > 0) found.push(`had ${strays.splice(0).join(', ')} asked for`);
    return found;
  };

  return {
    origin,
    pool,
    strays,
    on(path, answer) {
      answers.set(path, answer);
      return origin + path;
    },
    ask,
    troublesOf,
    async troubles(document) {
      const made = Buffer.from(document.make(origin));
      answers.set('/hostile', (_, response) => response.end(made));
      return await troublesOf(`${origin}/hostile`, document.gives, document.never);
    },
    async close() {
      await pool.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
