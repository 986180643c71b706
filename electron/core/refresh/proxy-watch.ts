import type { ProxyTrouble } from '../../contract/model.ts';
import type { IngestResult } from './ingest-job.ts';
import type { Outcome } from './outcome.ts';

type Failure = Extract<IngestResult, { kind: 'failed' }>;
type Unanswered = Extract<Outcome, { kind: 'unanswered' }>;

/** What a connection to the proxy itself ends with; a proxy that does not reach a host says so in other ways. */
const PROXY_MISSING: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);
/** Feeds after which a proxy that let nothing through is taken to refuse all. */
const MOST_REFUSED = 3;

/** The proxy wants a sign-in or is not there: whoever else answers, the feed is not at fault. */
function isProxyTrouble(result: IngestResult): result is Failure {
  if (result.kind !== 'failed') return false;
  return result.code === 'proxy-sign-in' || (result.code === 'proxy-failed' && PROXY_MISSING.has(result.detail['reason']));
}

/** What one refresh learns of the proxy. */
export class ProxyWatch {
  #trouble: Failure | null = null;
  #times = 0;

  get trouble(): ProxyTrouble | null {
    return this.#trouble && { code: this.#trouble.code, detail: this.#trouble.detail };
  }

  /** What becomes of a feed by this result where the proxy is at fault, else null. */
  judge(result: IngestResult): Unanswered | null {
    if (!isProxyTrouble(result)) return null;
    this.#trouble = result;
    this.#times += 1;
    return { kind: 'unanswered', code: result.code, detail: result.detail };
  }

  /** What becomes of a feed of this host unasked: a proxy that refuses all is not shown the same password for each, since it may lock the person out. */
  refusal(host: string): Unanswered | null {
    if (this.#trouble === null || this.#times < MOST_REFUSED) return null;
    return { kind: 'unanswered', code: this.#trouble.code, detail: { ...this.#trouble.detail, host } };
  }

  /** The network was found to be missing, and these are what failed: where a proxy is among them, it is why. */
  blame(failures: readonly Failure[]): void {
    this.#trouble ??= failures.find(({ code }) => code === 'proxy-failed') ?? null;
  }
}
