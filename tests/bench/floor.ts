/** The floor that refreshes are compared with: fetch every body, inflate it, drop it. `node floor.ts <port> <feeds>`; prints JSON. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Agent, request } from 'undici';

const [port, feeds] = process.argv.slice(2).map(Number) as [number, number];
const dispatcher = new Agent({ connections: 16 });
const etags = new Map<number, string>();

async function round(): Promise<number> {
  const before = process.cpuUsage();
  const queue = Array.from({ length: feeds }, (_, feed) => feed);
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let feed = queue.pop(); feed !== undefined; feed = queue.pop()) {
        const etag = etags.get(feed);
        const answer = await request(`http://127.0.0.1:${port}/feed/${feed}`, {
          dispatcher,
          headers: { 'accept-encoding': 'gzip', ...(etag ? { 'if-none-match': etag } : {}) },
        });
        const body = await answer.body.arrayBuffer();
        if (answer.statusCode === 200) await promisify(gunzip)(body);
        if (typeof answer.headers.etag === 'string') etags.set(feed, answer.headers.etag);
      }
    }),
  );
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1e6;
}

const first = await round();
const unchanged = await round();
await (await request(`http://127.0.0.1:${port}/bump`, { dispatcher })).body.dump();
const oneNew = await round();
console.log(JSON.stringify({ first, unchanged, oneNew }));
await dispatcher.close();
