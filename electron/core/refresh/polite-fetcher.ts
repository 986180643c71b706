import { setTimeout as sleep } from 'node:timers/promises';
import { hostOf } from '../fetch/address.ts';
import type { Fetcher } from '../fetch/fetch-result.ts';
import { refusalOf, type Robots } from '../fetch/robots.ts';
import { isLoopback } from './is-loopback.ts';

/** Between two requests to one host. */
const GAP_MS = 1000;

/** A fetcher for requests that no person waits for: one at a time, a second apart for each host, and only what its robots.txt allows. */
export function politeFetcher(fetcher: Fetcher, robots: Robots): Fetcher {
  let turn: Promise<unknown> = Promise.resolve();
  const endedAt = new Map<string, number>();

  const ask: Fetcher = async (request, signal) => {
    const host = hostOf(request.url);
    const verdict = await robots.verdict(request.url, request.askedBy, signal);
    const refusal = refusalOf(verdict);
    if (refusal) return refusal;
    const { delayMs } = verdict;
    const wait = isLoopback(host) ? 0 : (endedAt.get(host) ?? 0) + Math.max(GAP_MS, delayMs) - performance.now();
    if (endedAt.has(host) && wait > 0) await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
    try {
      return await fetcher({ ...request, mayFollow: async (url, by, ended) => refusalOf(await robots.verdict(url, by, ended)) }, signal);
    } finally {
      endedAt.set(host, performance.now());
    }
  };

  return (request, signal) => {
    const result = turn.then(() => ask(request, signal));
    turn = result.catch(() => undefined);
    return result;
  };
}
