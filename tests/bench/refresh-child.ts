/** Measures refreshes in a process of its own: `node refresh-child.ts <port> <feeds> <profile> <cpu|latency>`; prints JSON.
 * CPU in seconds, times in milliseconds. Asking for lists costs CPU, so the two are measured in runs of their own. */
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../electron/core/settings.ts';
import { startEngine } from '../../electron/shell/engine-client.ts';
import type { AnswerOf, ArgsOf, ReaderMethod } from '../../electron/contract/api.ts';
import { quantile } from './stats.ts';

const [portText, feedsText, profile, mode] = process.argv.slice(2) as [string, string, string, 'cpu' | 'latency'];
const port = Number(portText);
const feeds = Number(feedsText);

const engine = await startEngine({
  enginePath: join(import.meta.dirname, '../../out/engine.cjs'),
  data: {
    profile,
    settings: { ...DEFAULT_SETTINGS, keepImages: false },
    info: { version: '0', door: 'command', platform: process.platform, profile },
    unattended: true,
  },
  settings: { get: () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS, onChange: () => () => undefined },
});

async function call<M extends ReaderMethod>(method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> {
  const answer = await engine.call(method, args);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value as AnswerOf<M>;
}

async function measured(work: () => Promise<unknown>): Promise<{ cpu: number; ms: number; latencies: number[] }> {
  const before = process.cpuUsage();
  const started = performance.now();
  const state = { running: mode === 'latency' };
  const done = work().finally(() => {
    state.running = false;
  });
  const latencies: number[] = [];
  // Asks for a list as a person would who keeps switching views; the pause is what the window's own work would take.
  while (state.running) {
    const asked = performance.now();
    await call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    latencies.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await done;
  const spent = process.cpuUsage(before);
  return { cpu: (spent.user + spent.system) / 1e6, ms: performance.now() - started, latencies };
}

const { feeds: known } = await call('listFeeds', {});
if (known.length === 0) {
  const outlines = Array.from({ length: feeds }, (_, feed) => `<outline type="rss" text="Feed ${feed}" xmlUrl="http://127.0.0.1:${port}/feed/${feed}"/>`).join('');
  await call('importOpml', { opml: `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>` });
}
const first = await measured(() => call('refresh', {}));
const unchanged = await measured(() => call('refresh', {}));
await fetch(`http://127.0.0.1:${port}/bump`);
const oneNew = await measured(() => call('refresh', {}));
const { all } = await call('counts', {});
const report = (run: { cpu: number; ms: number; latencies: number[] }): object => ({
  cpu: run.cpu,
  ms: run.ms,
  p50: run.latencies.length > 0 ? quantile(run.latencies, 0.5) : null,
  p99: run.latencies.length > 0 ? quantile(run.latencies, 0.99) : null,
  asked: run.latencies.length,
});
console.log(JSON.stringify({ all, first: report(first), unchanged: report(unchanged), oneNew: report(oneNew), memoryMb: process.memoryUsage().rss / 1e6 }));
await engine.close();
