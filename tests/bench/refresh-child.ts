/**
 * One refresh in a process of its own: `refresh-child <port> <feeds> <profile> <cpu|latency> <engine>`, built; prints JSON. `cpu`
 * is seconds of the whole process, times are milliseconds. Asking for lists costs CPU, so the two are measured apart.
 */
import type { AnswerOf, ArgsOf, ReaderMethod } from '../../electron/contract/api.ts';
import { DEFAULT_SETTINGS } from '../../electron/core/settings.ts';
import { startEngine } from '../../electron/shell/engine-client.ts';
import type { Measured } from './measured.ts';

const [portText, feedsText, profile, mode, enginePath] = process.argv.slice(2) as [string, string, string, 'cpu' | 'latency', string];

export interface Refresh extends Measured {
  /** Articles that are stored afterwards. */
  readonly all: number;
  readonly latencies: readonly number[];
}

const settings = { ...DEFAULT_SETTINGS, keepImages: false, refreshMinutes: 0 };
const engine = await startEngine({
  enginePath,
  data: { profile, settings, info: { version: '0', door: 'command', platform: process.platform, profile }, unattended: true },
  settings: { get: () => settings, set: async () => settings, onChange: () => () => undefined },
});

async function call<M extends ReaderMethod>(method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> {
  const answer = await engine.call(method, args);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value as AnswerOf<M>;
}

async function refresh(): Promise<Pick<Refresh, 'ms' | 'latencies'>> {
  const started = performance.now();
  const state = { running: mode === 'latency' };
  const done = call('refresh', {}).finally(() => {
    state.running = false;
  });
  const latencies: number[] = [];
  // Asks for a list as a person would who keeps switching views; the pause is what the window's own work would take.
  while (state.running) {
    const asked = performance.now();
    await call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    latencies.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { failed } = await done;
  if (failed.length > 0) throw new Error(`${failed.length} feeds failed: ${failed[0]?.code}`);
  return { ms: performance.now() - started, latencies };
}

const { feeds } = await call('listFeeds', {});
if (feeds.length === 0) {
  const outlines = Array.from({ length: Number(feedsText) }, (_, feed) => `<outline type="rss" text="Feed ${feed}" xmlUrl="http://127.0.0.1:${portText}/feed/${feed}"/>`).join('');
  await call('importOpml', { opml: `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>` });
}
const measured = await refresh();
const { all } = await call('counts', {});
await engine.close();
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ all, cpu: (user + system) / 1e6, ...measured, peakMb: process.resourceUsage().maxRSS / 1000 } satisfies Refresh));
