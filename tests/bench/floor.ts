/**
 * The floor that refreshes are compared with: fetch every body and drop it, in a process of its own.
 * `node floor.ts <port> <feeds> <file of ETags>`; prints the CPU seconds of the whole process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

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

await Promise.all(Array.from({ length: 16 }, drain));
writeFileSync(file, JSON.stringify([...etags]));
const { user, system } = process.cpuUsage();
console.log((user + system) / 1e6);
