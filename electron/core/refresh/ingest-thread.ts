import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { OwnEntity } from '../../contract/gazetteer.ts';
import type { FeedId } from '../../contract/model.ts';
import { fromWireError, ReaderError } from '../../contract/errors.ts';
import type { AskedBy } from '../fetch/asked-by.ts';
import type { FindRules } from '../fetch/robots.ts';
import { endThread } from '../end-thread.ts';
import type { FromIngest, IngestAnswer, IngestCall, IngestData, ToIngest } from './ingest-protocol.ts';

/** A call that somebody waits for. */
export interface PendingCall {
  readonly id: number;
  readonly call: IngestCall;
  readonly resolve: (value: IngestAnswer) => void;
  readonly reject: (error: ReaderError) => void;
}

export interface ThreadOptions {
  readonly workerPath: string;
  readonly data: Omit<IngestData, 'atWork'>;
  /** How much processor time one call may take of the thread, in milliseconds; where it is given little, it may keep it busy three times as long. */
  readonly busyMs: number;
  readonly maxHeapMb: number;
  /** Of bytes outside of its heap, which no limit of the platform holds: a small PDF may unpack to any size. */
  readonly maxBytesMb: number;
  readonly proxyFor?: ((url: string) => Promise<string>) | undefined;
  readonly findRules: FindRules;
  readonly knownItems?: ((feedId: FeedId) => string | null) | undefined;
  /** The thread is gone, and these calls were waiting in it. `blameless`: another one was the cause, and has failed; else it may be any of them. */
  readonly onGone: (waiting: readonly PendingCall[], blameless: boolean) => void;
  /** No call waits in it any more. */
  readonly onIdle?: () => void;
}

const LOOK_MS = 200;
const ANSWER_MS = 1000;
/** A machine that is busy with other things gives a thread a third of a processor and less: what has not had its time is not to blame. */
const MOST_WAITS = 3;
/** Nobody has a processor to himself all the time. */
const ENOUGH = 0.7;

/** One ingest thread and the calls that wait for it. A call that keeps it too long, or kills it, fails alone. */
export class IngestThread {
  readonly #worker: Worker;
  readonly #options: ThreadOptions;
  readonly #pending = new Map<number, PendingCall>();
  #busy: number | null = null;
  readonly #atWork = new Int32Array(new SharedArrayBuffer(4));
  #timer: NodeJS.Timeout | null = null;
  #lastLook: NodeJS.Immediate | null = null;
  #looks: NodeJS.Timeout | null = null;
  /** Processor time of the thread soon after it became busy, milliseconds; null until it was looked at. */
  #usedBefore: number | null = null;
  #isGone = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#worker = new Worker(options.workerPath, {
      workerData: { ...options.data, atWork: this.#atWork } satisfies IngestData,
      resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    this.#worker.on('message', (message: FromIngest) => this.#hear(message));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(null));
  }

  get load(): number {
    return this.#pending.size;
  }

  send(pending: PendingCall): void {
    this.#pending.set(pending.id, pending);
    this.#post({ kind: 'call', id: pending.id, call: pending.call });
  }

  useGazetteer(own: readonly OwnEntity[]): void {
    if (!this.#isGone) this.#post({ kind: 'gazetteer', own });
  }

  forget(id: number): void {
    if (!this.#pending.has(id)) return;
    this.#post({ kind: 'abort', id });
    this.#leave(id);
  }

  async close(): Promise<void> {
    this.#isGone = true;
    this.#watch(null);
    for (const { reject } of this.#pending.values()) reject(new ReaderError('engine-stopped', 'the engine stopped'));
    this.#pending.clear();
    this.#options.onIdle?.();
    await endThread(this.#worker, { ask: () => this.#post({ kind: 'end' }) });
  }

  #post(message: ToIngest): void {
    this.#worker.postMessage(message, []);
  }

  #hear(message: FromIngest): void {
    if (message.kind === 'busy' || message.kind === 'idle') {
      this.#watch(message.kind === 'busy' ? message.id : null);
      return;
    }
    if (message.kind === 'proxy') {
      void this.#tellProxy(message.id, message.url);
      return;
    }
    if (message.kind === 'rules') {
      void this.#tellRules(message.id, message.origin, message.askedBy);
      return;
    }
    if (message.kind === 'known') {
      this.#tellKnown(message.id, message.feedId);
      return;
    }
    const pending = this.#pending.get(message.id);
    if (message.kind === 'answer') pending?.resolve(message.value);
    else pending?.reject(fromWireError(message.error));
    this.#leave(message.id);
  }

  #leave(id: number): void {
    if (this.#pending.delete(id) && this.#pending.size === 0) this.#options.onIdle?.();
  }

  async #tellProxy(id: number, url: string): Promise<void> {
    const answer = (await this.#options.proxyFor?.(url)) ?? 'DIRECT';
    if (!this.#isGone) this.#post({ kind: 'proxy', id, answer });
  }

  async #tellRules(id: number, origin: string, askedBy: AskedBy): Promise<void> {
    const answer = await this.#options.findRules(origin, askedBy);
    if (!this.#isGone) this.#post({ kind: 'rules', id, answer });
  }

  /** Where the library cannot say, the document is read as a whole. */
  #tellKnown(id: number, feedId: FeedId): void {
    let answer: string | null = null;
    try {
      answer = this.#options.knownItems?.(feedId) ?? null;
    } catch {
      // The store has told of it.
    }
    if (!this.#isGone) this.#post({ kind: 'known', id, answer });
  }

  #watch(id: number | null): void {
    this.#busy = id;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#lastLook) clearImmediate(this.#lastLook);
    this.#lastLook = null;
    if (this.#looks) clearInterval(this.#looks);
    this.#usedBefore = null;
    this.#timer = id === null ? null : setTimeout(() => this.#lookOnceMore(id, 1), this.#options.busyMs);
    this.#looks = id === null ? null : setInterval(() => void this.#lookAtBytes(id), LOOK_MS);
  }

  /** Milliseconds of processor time, answered in the midst of its work; null where it stands still in something that hears nothing. */
  async #used(): Promise<number | null> {
    const used = await Promise.race([this.#worker.cpuUsage().catch(() => null), sleep(ANSWER_MS, null, { ref: false })]);
    return used && (used.user + used.system) / 1000;
  }

  /** Answered in the midst of its work. */
  async #lookAtBytes(id: number): Promise<void> {
    if (this.#usedBefore === null) {
      const used = await this.#used();
      if (this.#busy === id) this.#usedBefore ??= used;
    }
    const seen = await this.#worker.getHeapStatistics().catch(() => null);
    if (seen && this.#busy === id && seen.external_memory > this.#options.maxBytesMb * 1024 * 1024) this.#end(new Error('it took too much memory'));
  }

  /** Where this thread itself stood still, timers come before what was told meanwhile: that is heard first. */
  #lookOnceMore(id: number, waits: number): void {
    this.#lastLook = setImmediate(() => void this.#judge(id, waits));
  }

  async #judge(id: number, waits: number): Promise<void> {
    const before = this.#usedBefore;
    const used = await this.#used();
    if (this.#busy !== id || this.#isGone) return;
    if (waits >= MOST_WAITS || before === null || used === null || used - before >= this.#options.busyMs * ENOUGH) this.#end(null);
    else this.#timer = setTimeout(() => this.#lookOnceMore(id, waits + 1), this.#options.busyMs);
  }

  /** Dead, or as good as dead: what it was busy with fails, the rest goes back to the pool. */
  #end(error: unknown): void {
    if (this.#isGone) return;
    this.#isGone = true;
    const culprit = this.#pending.get(Atomics.load(this.#atWork, 0));
    this.#watch(null);
    // It hears nothing, or is gone.
    void this.#worker.terminate();
    const waiting = [...this.#pending.values()].filter((pending) => pending !== culprit);
    this.#pending.clear();
    const reason = error instanceof Error ? error.message : 'it took too long';
    culprit?.reject(new ReaderError('feed-too-complex', reason));
    this.#options.onGone(waiting, culprit !== undefined);
    this.#options.onIdle?.();
  }
}
