import type { ErrorDetail } from '../../contract/model.ts';
import { NETWORK_CODES, type ReaderErrorCode } from '../../contract/errors.ts';
import { isPublicOnly, type AskedBy } from './asked-by.ts';
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

/** What a request fails with that is not allowed; null where it is. */
export function refusalOf({ allowed, failure, detail, retryAt = null }: RobotsVerdict): FetchFailure | null {
  return allowed ? null : (failure ?? { kind: 'failed', code: 'robots-disallowed', detail, retryAt });
}

/** Section 2.5: its end need not be read. A line that is cut could forbid what the whole one allows. */
function beginOf(body: Uint8Array): Uint8Array {
  return body.length <= MOST_ROBOTS_BYTES ? body : body.subarray(0, body.lastIndexOf(10, MOST_ROBOTS_BYTES) + 1);
}

/** What sites allow programs that come unasked. */
export interface Robots {
  /** Whether an address may be asked; asks the site for its rules where those that are known are a day old. */
  readonly verdict: (address: string, askedBy: AskedBy, signal?: AbortSignal) => Promise<RobotsVerdict>;
}

/** What a site's robots.txt said, in plain data, and until when that is taken for true. */
export interface SiteRules {
  readonly kind: 'rules';
  readonly until: number;
  /** `all`: there are none. A status: the site is in trouble, and nothing is allowed. */
  readonly rules: RobotsRules | 'all' | { readonly status: number | null; readonly retryAt: number | null };
}

/** Rules, or why nobody answered; asked on the word on which the page is to be. Must not reject. */
export type FindRules = (origin: string, askedBy: AskedBy, signal?: AbortSignal) => Promise<SiteRules | FetchFailure>;

/** Asks a site. No rules (4xx) allow everything, a server in trouble (5xx) allows nothing for an hour (RFC 9309 section 2.3.1). */
export async function askRules(fetcher: Fetcher, origin: string, { askedBy, now, signal }: { askedBy: AskedBy; now: () => number; signal?: AbortSignal | undefined }): Promise<SiteRules | FetchFailure> {
  const fetched = await fetcher({ url: `${origin}/robots.txt`, askedBy, accept: 'text/plain, */*;q=0.5', maxBytes: MOST_FETCHED }, signal);
  const keep = (rules: SiteRules['rules'], ms = KEPT_MS): SiteRules => ({ kind: 'rules', until: now() + ms, rules });
  if (fetched.kind === 'fresh') {
    // The tables of encodings are loaded where they are needed.
    const { decodeText } = await import('./decode-text.ts');
    return keep(parseRobots(decodeText(beginOf(fetched.body), fetched.contentType), PRODUCT));
  }
  const status = fetched.answered?.status ?? null;
  // A missing network is no answer of the site, nor is that we may not ask it on this word.
  if (fetched.kind === 'failed' && (NETWORK_CODES.has(fetched.code) || fetched.code === 'engine-stopped' || (fetched.code === 'private-network' && status === null))) return fetched;
  if (fetched.kind === 'failed' && (NO_RULES.has(fetched.code) || (status !== null && status >= 400 && status < 500 && status !== 429))) return keep('all');
  return keep({ status, retryAt: fetched.kind === 'failed' ? fetched.retryAt : null }, KEPT_AFTER_FAILURE_MS);
}

/** Where rules outlive the run. */
export interface RulesKeeper {
  readonly find: (origin: string) => SiteRules | null;
  readonly keep: (origin: string, rules: SiteRules) => void;
}

export interface RuleBookOptions {
  readonly ask: FindRules;
  readonly now?: () => number;
  readonly keeper?: RulesKeeper | undefined;
}

/** Rules are kept for a day; sites asked at once are asked once. */
export function createRuleBook({ ask, now = Date.now, keeper }: RuleBookOptions): FindRules {
  const known = new Map<string, SiteRules>();
  const asked = new Map<string, ReturnType<FindRules>>();
  // A clock that was put back makes nothing last longer.
  const holds = ({ until }: SiteRules): boolean => until > now() && until - now() <= KEPT_MS;

  const learn = async (origin: string, askedBy: AskedBy, signal?: AbortSignal): Promise<SiteRules | FetchFailure> => {
    const kept = keeper?.find(origin);
    const answer = kept && holds(kept) ? kept : await ask(origin, askedBy, signal);
    if (answer.kind === 'failed') return answer;
    if (answer !== kept) keeper?.keep(origin, answer);
    known.set(origin, answer);
    if (known.size > MOST_SITES) known.delete(known.keys().next().value ?? '');
    return answer;
  };

  const find: FindRules = async (origin, askedBy, signal) => {
    const last = known.get(origin);
    if (last && holds(last)) return last;
    // Whoever may be led further does not wait for the answer to one who may not.
    const name = `${isPublicOnly(askedBy, URL.parse(origin)?.hostname ?? '')} ${origin}`;
    const joined = asked.get(name);
    if (joined) {
      const answer = await joined;
      // That was given up by whoever asked first, not by this one.
      return answer.kind === 'failed' && answer.code === 'engine-stopped' && signal?.aborted !== true ? await find(origin, askedBy, signal) : answer;
    }
    const asking = learn(origin, askedBy, signal).finally(() => asked.delete(name));
    asked.set(name, asking);
    return await asking;
  };
  return find;
}

/** RFC 9309 over a fetcher, with a book of its own. */
export function createRobots({ fetcher, now = Date.now }: { fetcher: Fetcher; now?: () => number }): Robots {
  return robotsBy(createRuleBook({ ask: (origin, askedBy, signal) => askRules(fetcher, origin, { askedBy, now, signal }), now }));
}

/** RFC 9309 over a book of rules. A site that does not answer allows nothing until it does (section 2.3.1). */
export function robotsBy(findRules: FindRules): Robots {
  return {
    async verdict(address, askedBy, signal): Promise<RobotsVerdict> {
      const url = URL.parse(address);
      // What is no address fails where it is fetched, with its own words.
      if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return { allowed: true, delayMs: 0, detail: {} };
      const { host } = url;
      const found = await findRules(url.origin, askedBy, signal);
      if (found.kind === 'failed') return { allowed: false, delayMs: 0, detail: found.detail, failure: found };
      const { rules } = found;
      if (rules === 'all') return { allowed: true, delayMs: 0, detail: {} };
      if ('status' in rules) return { allowed: false, delayMs: 0, detail: { host, status: rules.status }, retryAt: rules.retryAt };
      const delayMs = Math.min(LONGEST_DELAY, rules.delayMs ?? 0);
      return isAllowedBy(rules, address) ? { allowed: true, delayMs, detail: {} } : { allowed: false, delayMs, detail: { host } };
    },
  };
}
