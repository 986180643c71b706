import type { ErrorDetail } from '../../contract/model.ts';
import { NETWORK_CODES, type ReaderErrorCode } from '../../contract/errors.ts';
import { decodeText } from './decode-text.ts';
import type { FetchFailure, Fetcher } from './fetch-result.ts';
import { isAllowedBy, MOST_ROBOTS_BYTES, parseRobots, type RobotsRules } from './robots-rules.ts';

/** The product token by which sites may name us. */
const PRODUCT = 'Monazite';
/** RFC 9309 section 2.4: no longer than a day. */
const KEPT_MS = 24 * 60 * 60_000;
/** A server in trouble is asked for its rules again sooner. */
const KEPT_AFTER_FAILURE_MS = 60 * 60_000;
/** Longer ones mean: do not come. A page is asked every hour at most anyway. */
const LONGEST_DELAY = 60_000;
const MOST_SITES = 2000;
/** Of a file whose end is not read. */
const MOST_FETCHED = 5 * 1024 * 1024;
/** Section 2.3.1.2: who leads on too often has none. */
const NO_RULES: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['empty-body', 'too-many-redirects']);

export interface RobotsVerdict {
  readonly allowed: boolean;
  /** Crawl-delay in milliseconds, at most a minute; 0 where the site wishes none. */
  readonly delayMs: number;
  /** Why it is not allowed; host, and status where the rules could not be had. */
  readonly detail: ErrorDetail;
  /** When a server that asked for rest may be asked again, where it said so. */
  readonly retryAt?: number | null;
  /** Nobody answered: what kept us from asking for the rules would keep us from the page. */
  readonly failure?: FetchFailure;
}

/** Section 2.5: its end need not be read. A line that is cut could forbid what the whole one allows. */
function beginOf(body: Uint8Array): Uint8Array {
  return body.length <= MOST_ROBOTS_BYTES ? body : body.subarray(0, body.lastIndexOf(10, MOST_ROBOTS_BYTES) + 1);
}

class Unreached extends Error {
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What sites allow programs that come unasked. */
export interface Robots {
  /** Whether an address may be asked; asks the site for its rules where those that are known are a day old. */
  readonly verdict: (address: string, signal?: AbortSignal) => Promise<RobotsVerdict>;
}

type Known = { readonly until: number; readonly rules: RobotsRules | 'all' | { readonly status: number | null; readonly retryAt: number | null } };

/**
 * RFC 9309 over a fetcher. No rules (4xx) allow everything, a server in trouble (5xx) allows nothing for an hour, one that
 * does not answer nothing until it does (section 2.3.1). Rules are kept for a day; sites asked at once are asked once.
 */
export function createRobots({ fetcher, now = Date.now }: { fetcher: Fetcher; now?: () => number }): Robots {
  const known = new Map<string, Known>();
  const asked = new Map<string, Promise<Known>>();

  const ask = async (origin: string, signal?: AbortSignal): Promise<Known> => {
    const fetched = await fetcher({ url: `${origin}/robots.txt`, accept: 'text/plain, */*;q=0.5', maxBytes: MOST_FETCHED }, signal);
    const keep = (rules: Known['rules'], ms = KEPT_MS): Known => ({ until: now() + ms, rules });
    if (fetched.kind === 'fresh') return keep(parseRobots(decodeText(beginOf(fetched.body), fetched.contentType), PRODUCT));
    const status = fetched.answered?.status ?? null;
    // A missing network is no answer of the site.
    if (fetched.kind === 'failed' && (NETWORK_CODES.has(fetched.code) || fetched.code === 'engine-stopped')) throw new Unreached(fetched);
    if (fetched.kind === 'failed' && (NO_RULES.has(fetched.code) || (status !== null && status >= 400 && status < 500 && status !== 429))) return keep('all');
    return keep({ status, retryAt: fetched.kind === 'failed' ? fetched.retryAt : null }, KEPT_AFTER_FAILURE_MS);
  };

  const rulesOf = async (origin: string, signal?: AbortSignal): Promise<Known> => {
    const last = known.get(origin);
    // A clock that was put back makes nothing last longer.
    if (last && last.until > now() && last.until - now() <= KEPT_MS) return last;
    const asking = asked.get(origin) ?? ask(origin, signal);
    asked.set(origin, asking);
    try {
      const answer = await asking;
      known.set(origin, answer);
      if (known.size > MOST_SITES) known.delete(known.keys().next().value ?? '');
      return answer;
    } finally {
      asked.delete(origin);
    }
  };

  return {
    async verdict(address, signal): Promise<RobotsVerdict> {
      const url = URL.parse(address);
      // What is no address fails where it is fetched, with its own words.
      if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return { allowed: true, delayMs: 0, detail: {} };
      const { host } = url;
      let rules: Known['rules'];
      try {
        ({ rules } = await rulesOf(url.origin, signal));
      } catch (error) {
        if (error instanceof Unreached) return { allowed: false, delayMs: 0, detail: error.failure.detail, failure: error.failure };
        throw error;
      }
      if (rules === 'all') return { allowed: true, delayMs: 0, detail: {} };
      if ('status' in rules) return { allowed: false, delayMs: 0, detail: { host, status: rules.status }, retryAt: rules.retryAt };
      const delayMs = Math.min(LONGEST_DELAY, rules.delayMs ?? 0);
      return isAllowedBy(rules, address) ? { allowed: true, delayMs, detail: {} } : { allowed: false, delayMs, detail: { host } };
    },
  };
}
