import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateBody } from '../../electron/core/normalize/body.ts';
import { createNameFinder } from '../../electron/core/entities/name-finder.ts';
import { readDocument } from '../../electron/core/refresh/ingest-document.ts';
import { toTransfer } from '../../electron/core/refresh/ingest-transfer.ts';
import { loadDocument } from './load-documents.ts';
const [what, state, fixtures] = process.argv.slice(2) as [string, string, string];
const START = Date.UTC(2026, 10, 20); const NOW = START + 3 * 3600_000;
function cpu() { const c = process.threadCpuUsage(); const p = process.cpuUsage(); return [(c.user + c.system) / 1000, (p.user + p.system) / 1000]; }
const dump = (x: any) => JSON.stringify(x, (k, v) => (k === 'body' && v instanceof Uint8Array ? inflateBody(v) : v));
const h = createHash('sha256');
const finder = createNameFinder([]); 
if (what === 'fixtures') {
  let n = 0; const lines: string[] = [];
  const walk = (d: string) => readdirSync(d, { withFileTypes: true }).flatMap((e): string[] => e.isDirectory() ? walk(join(d, e.name)) : [join(d, e.name)]);
  for (const f of walk(fixtures).sort()) {
    const read = await readDocument(readFileSync(f), { contentType: null, feedUrl: 'https://a.example/feed', finalUrl: 'https://a.example/feed', modifiedAt: null, knownItems: null, now: NOW, namesOf: (t) => finder.namesOf(t) });
    lines.push(f.slice(fixtures.length) + ' ' + createHash('sha256').update(dump(read)).digest('hex').slice(0, 16)); n++;
  }
  writeFileSync(state, lines.join('\n')); console.log(JSON.stringify({ n, hash: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12) }));
} else {
  const round = what === 'one' ? 1 : 0;
  const docs = Array.from({ length: 200 }, (_, feed) => Buffer.from(loadDocument({ feed, items: 50, round, start: START })));
  const known: string[] = what === 'one' ? JSON.parse(readFileSync(state, 'utf8')) : [];
  const results: any[] = []; const sizes: number[] = [];
  for (let w = 0; w < Number(process.env['WARM'] ?? 0); w++) { for (let feed = 0; feed < 200; feed++) await readDocument(docs[feed]!, { contentType: 'application/xml; charset=utf-8', feedUrl: `http://127.0.0.1/feed/${feed}`, finalUrl: `http://127.0.0.1/feed/${feed}`, modifiedAt: START, knownItems: known[feed] ?? null, now: NOW, namesOf: (t) => finder.namesOf(t) }); }
  const a = cpu();
  for (let feed = 0; feed < 200; feed++) {
    const bodyHash = createHash('sha256').update(docs[feed]!).digest('hex');
    const read = await readDocument(docs[feed]!, { contentType: 'application/xml; charset=utf-8', feedUrl: `http://127.0.0.1/feed/${feed}`, finalUrl: `http://127.0.0.1/feed/${feed}`, modifiedAt: START, knownItems: known[feed] ?? null, now: NOW, namesOf: (t) => finder.namesOf(t) });
    if (read.kind === 'failed') throw new Error(read.code);
    const t = toTransfer({ kind: 'fresh', articles: read.document.articles } as any);
    results.push(process.env['KEEP'] ? read : { document: { facts: read.document.facts }, knownItems: read.knownItems, n: t.buffers.length }); sizes.push(t.buffers[0]!.byteLength);
    if (process.env['KEEP']) h.update(bodyHash).update(dump(read));
  }
  const b = cpu();
  if (what === 'first') writeFileSync(state, JSON.stringify(results.map((r) => r.knownItems)));
  console.log(JSON.stringify({ what, thread: Math.round(b[0]! - a[0]!), process: Math.round(b[1]! - a[1]!), bytes: sizes.reduce((x, y) => x + y), hash: process.env['KEEP'] ? h.digest('hex').slice(0, 12) : '' }));
}
