import { setTimeout as delay } from 'node:timers/promises';
import { hostOf } from '../fetch/address.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import { guardOf, mayLead } from '../fetch/private-host.ts';
import type { IngestOptions } from './ingest-options.ts';
import { isLoopback } from './is-loopback.ts';

const DEADLINE_MS = 25_000;
const SPACING_MS = 200;
/** Requests to find the feeds of one address, the page itself included. */
const MOST_REQUESTS = 16;
/** One silent address among many must not take all the time. */
const PATIENCE_MS = 10_000;

/** The requests of one discovery: so many, so often and so long, none twice, and none where the address asked for may not lead. */
export class Asking {
  readonly #options: IngestOptions;
  readonly #asked: string;
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #seen = new Set<string>();
  readonly #freeAt = new Map<string, number>();
  #left = MOST_REQUESTS;

  /** `asked` is the address that the person typed. */
  constructor(options: IngestOptions, asked: string) {
    this.#options = options;
    this.#asked = asked;
    this.#timer = setTimeout(() => this.#abort.abort(), options.discovery?.deadlineMs ?? DEADLINE_MS);
  }

  /** Whether the time is over. */
  get isOver(): boolean {
    return this.#abort.signal.aborted;
  }

  /** How long it may take, in seconds. */
  get seconds(): number {
    return Math.round((this.#options.discovery?.deadlineMs ?? DEADLINE_MS) / 1000);
  }

  /** How many requests are left. */
  get left(): number {
    return this.isOver ? 0 : this.#left;
  }

  /** One request, or null where it may not be made. */
  async get(url: string): Promise<FetchResult | null> {
    if (this.left === 0 || this.#seen.has(url) || !mayLead(this.#asked, url)) return null;
    this.#seen.add(url);
    const isFirst = url === this.#asked;
    this.#left -= 1;
    await this.#space(hostOf(url));
    return await this.#options.fetcher({ url, ...guardOf(this.#asked), ...(!isFirst && { timeoutMs: PATIENCE_MS }) }, this.#abort.signal);
  }

  busy<T>(work: () => Promise<T>): Promise<T> {
    return this.#options.around ? this.#options.around(work) : work();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  async #space(host: string): Promise<void> {
    const spacing = this.#options.discovery?.spacingMs ?? (isLoopback(host) ? 0 : SPACING_MS);
    const now = performance.now();
    const at = Math.max(now, this.#freeAt.get(host) ?? 0);
    this.#freeAt.set(host, at + spacing);
    if (at > now) await delay(at - now);
  }
}
