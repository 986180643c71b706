import { setTimeout as delay } from 'node:timers/promises';
import { hostOf } from '../fetch/address.ts';
import { mayLead, type AskedBy } from '../fetch/asked-by.ts';
import type { FetchFailure, FetchResult } from '../fetch/fetch-result.ts';
import type { IngestOptions } from './ingest-options.ts';
import { isLoopback } from './is-loopback.ts';
import { restingFailure, wantsRest } from './wants-rest.ts';

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
  /** What a page names is asked on the word of the address that led to it. */
  readonly #from: string | null;
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #seen = new Set<string>();
  readonly #freeAt = new Map<string, number>();
  /** Host to the failure that a request to it would be. */
  readonly #resting: Map<string, FetchFailure>;
  readonly #wantRest: FetchFailure[] = [];
  #left = MOST_REQUESTS;

  /** `asked` is the address that is looked at, `resting` the hosts that are to be left alone, and until when. */
  constructor(options: IngestOptions, asked: string, { askedBy, resting = new Map() }: { readonly askedBy: AskedBy; readonly resting?: ReadonlyMap<string, number> | undefined }) {
    this.#options = options;
    this.#resting = new Map([...resting].map(([host, until]) => [host, restingFailure(host, until)]));
    this.#asked = asked;
    this.#from = askedBy === 'person' ? asked : askedBy.document;
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

  /** What hosts answered that asked for rest; none of them is asked again. */
  get wantRest(): readonly FetchFailure[] {
    return this.#wantRest;
  }

  /** One request, or null where it may not be made. The failure of a host that wants rest is its answer to all. */
  async get(url: string): Promise<FetchResult | null> {
    if (this.left === 0 || this.#seen.has(url) || !mayLead(this.#from, url)) return null;
    this.#seen.add(url);
    const isFirst = url === this.#asked;
    const host = hostOf(url);
    if (!this.#resting.has(host)) await this.#space(host);
    const resting = this.#resting.get(host);
    if (resting) return resting;
    this.#left -= 1;
    const result = await this.#options.fetcher({ url, askedBy: { document: this.#from }, ...(!isFirst && { timeoutMs: PATIENCE_MS }) }, this.#abort.signal);
    if (result.kind === 'failed' && wantsRest(result)) this.#rest(host, result);
    return result;
  }

  #rest(host: string, failure: FetchFailure): void {
    const { host: answered } = failure.detail;
    this.#resting.set(typeof answered === 'string' ? answered : host, failure);
    this.#wantRest.push(failure);
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
