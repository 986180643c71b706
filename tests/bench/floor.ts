/**
 * The floor that refreshes are compared with: fetch every body and drop it, in a process of its own.
 * `floor <port> <feeds> <file of ETags>`, built; prints a Measured as JSON.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Measured } from './measured.ts';

const [portText, feedsText, file] = process.argv.slice(2) as [string, string, string];
const etags = new Map<number, string>(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [number, string][]) : []);
const queue = Array.from({ length: Number(feedsText) }, (_, feed) => feed);

async function drain(): Promise<void> {
  for (let feed = queue.pop(); feed !== undefined; feed = queue.pop()) {
    const etag = etags.get(feed);
    const answer = await fetch(`http://127.0.0.1:${portText}/feed/${feed}`, { headers: etag ? { 'if-none-match': etag } : {} });
    await answer.arrayBuffer();
    etags.set(feed, answer.headers.get('etag') ?? '');
  }
}

const started = performance.now();
await Promise.all(Array.from({ length: 16 }, drain));
const ms = performance.now() - started;
writeFileSync(file, JSON.stringify([...etags]));
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpu: (user + system) / 1e6, ms, peakMb: process.resourceUsage().maxRSS / 1000 } satisfies Measured));
