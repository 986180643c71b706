import type { IncomingMessage } from 'node:http';
import type { Answered, FetchFailure, FetchRequest, FetchResult, Fetcher, Onward, Validators } from './fetch-result.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import { maskOf, publicAddress } from '../secret-address.ts';
import { hostOf } from './address.ts';
import { ANYBODY, isPublicOnly } from './asked-by.ts';
import type { BodyHold } from './body-room.ts';
import { createConnections, type ConnectionsOptions } from './connections.ts';
import { decodeBody } from './decode-body.ts';
import { FetchStopped } from './fetch-failure.ts';
import { freshForMs, parseHttpDate, parseRetryAfter } from './http-values.ts';
import { maskAddress, maskBody } from './login.ts';
import { networkCode } from './network-code.ts';
import { isPrivateAnswer, isPrivateHost } from './private-host.ts';
import { ProxyFailure } from './proxy-agents.ts';
import { discardBody, readBytes } from './read-bytes.ts';
import { releaseBytes } from './release-bytes.ts';
import { isPermanent, isRedirect, statusCode } from './status-code.ts';
import type { Target } from './target.ts';
import { addressOf, parseTarget, redirectTarget } from './target.ts';

export interface FetcherOptions extends ConnectionsOptions {
  /** `Monazite/<version>`: never a browser's. */
  readonly userAgent: string;
  /** Deadline of a whole trip in milliseconds. */
  readonly timeoutMs?: number;
  /** Cap of a decoded body in bytes. */
  readonly maxBytes?: number;
  readonly now?: () => number;
}

const FEED_TYPES =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.6, */*;q=0.5';
const MOST_REDIRECTS = 10;
const MEGABYTE = 1024 * 1024;

function header(response: IncomingMessage, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Reads at most `maxBytes` and ends the download there. */
async function bodyOf(response: IncomingMessage, { maxBytes, host, hold }: { maxBytes: number; host: string; hold: BodyHold | undefined }): Promise<Uint8Array> {
  const isAnnounced = Number(header(response, 'content-length') ?? 0) > maxBytes;
  if (isAnnounced) response.destroy();
  const body = isAnnounced ? null : await readBytes(response, maxBytes, hold);
  if (body === null) throw new FetchStopped('body-too-large', { host, limit: maxBytes });
  return body;
}

const START: Omit<Onward, 'url'> = { permanentUrl: null, unbroken: true, hops: 0, fromPublic: false };

function tooMany({ url: { host } }: Target): FetchFailure {
  return { kind: 'failed', code: 'too-many-redirects', detail: { host, limit: MOST_REDIRECTS }, retryAt: null };
}

interface Arrival {
  readonly url: URL;
  readonly isProxied: boolean;
  readonly permanentUrl: string | null;
  readonly unbroken: boolean;
  readonly seen: Seen;
}

/** Filled as the trip goes on, so that a failure tells it too. */
type Seen = { -readonly [Key in keyof Answered]: Answered[Key] };

/** A fetcher over one pool of kept connections. It answers every expected failure as a value; see FetchResult. */
export function createFetcher(options: FetcherOptions): Fetcher & { close(): Promise<void> } {
  const now = options.now ?? Date.now;
  const connections = createConnections(options);

  function requestHeaders(asked: FetchRequest, signIn: Target['signIn']): Record<string, string> {
    const headers: Record<string, string> = {
      'user-agent': options.userAgent,
      accept: asked.accept ?? FEED_TYPES,
      'accept-encoding': 'gzip, br, deflate',
    };
    if (asked.validators?.etag) headers['if-none-match'] = asked.validators.etag;
    if (asked.validators?.lastModified) headers['if-modified-since'] = asked.validators.lastModified;
    // RFC 9110 section 10.1.3: no user and password; and no key either.
    if (asked.referrer) headers['referer'] = publicAddress(asked.referrer);
    return { ...headers, ...signIn };
  }

  async function travel(asked: FetchRequest, seen: Seen, signal: AbortSignal): Promise<FetchResult> {
    const { onward } = asked;
    let target: Target = onward ? { url: new URL(onward.url), signIn: {} } : parseTarget(asked.url, asked.login);
    let { permanentUrl, unbroken, hops, fromPublic } = onward ?? START;
    const visited = new Set<string>();
    for (; hops <= MOST_REDIRECTS; hops++) {
      // No cookie is sent: who leads back to where it came from does so for ever.
      if (visited.has(target.url.href)) break;
      visited.add(target.url.href);
      const publicOnly = fromPublic || isPublicOnly(asked.askedBy, target.url.hostname);
      if (publicOnly && isPrivateHost(target.url.hostname)) throw new FetchStopped('private-network', { host: target.url.host });
      const headers = requestHeaders(asked, target.signIn);
      const { response, isProxied, address } = await connections.get(target.url, { headers, signal, publicOnly });
      const status = response.statusCode ?? 0;
      seen.status = status;
      if (!isRedirect(status)) return await arrive(asked, response, { url: target.url, isProxied, permanentUrl, unbroken, seen });
      discardBody(response);
      const { host, hostname, protocol } = target.url;
      // A server out there must not send us to one in here; one in here may.
      fromPublic ||= !isPrivateHost(hostname) && (address === null || !isPrivateAnswer(address));
      target = redirectTarget(target, header(response, 'location'), status, asked.login);
      // From https to http is gone each time anew: whoever sits on the line could write what follows.
      unbroken &&= isPermanent(status) && !(protocol === 'https:' && target.url.protocol === 'http:');
      if (unbroken) permanentUrl = addressOf(target, asked.url, asked.login);
      // A login that the redirect itself brings is not carried about.
      if (asked.staysOnHost && target.url.host !== host && Object.keys(target.signIn).length === 0) {
        return { ...tooMany(target), onward: { url: target.url.href, permanentUrl, unbroken, hops: hops + 1, fromPublic } };
      }
      const refusal = await asked.mayFollow?.(target.url.href, fromPublic ? ANYBODY : asked.askedBy, signal);
      if (refusal) return refusal;
    }
    return tooMany(target);
  }

  async function arrive(asked: FetchRequest, response: IncomingMessage, { url, isProxied, permanentUrl, unbroken, seen }: Arrival): Promise<FetchResult> {
    const status = response.statusCode ?? 0;
    const { host } = url;
    const validators: Validators = { etag: header(response, 'etag'), lastModified: header(response, 'last-modified') };
    const maxAgeMs = freshForMs((name) => header(response, name), now());
    if (status < 200 || status > 299) {
      discardBody(response);
      if (status === 304 && (asked.validators?.etag || asked.validators?.lastModified)) {
        // RFC 9110 section 15.4.5: what a 304 leaves out stays as it was.
        const kept = { etag: validators.etag ?? asked.validators.etag, lastModified: validators.lastModified ?? asked.validators.lastModified };
        return { kind: 'notModified', permanentUrl, validators: kept, maxAgeMs };
      }
      const code = statusCode(status);
      // What is gone is where it leads for now: the address itself may lead elsewhere tomorrow.
      const lasting = code === 'gone' && !unbroken ? 'not-found' : code;
      // Of a proxy alone: a server could else pass for one that keeps everybody from everything.
      throw new FetchStopped(status === 407 && isProxied ? 'proxy-sign-in' : lasting, { host, status }, parseRetryAfter(header(response, 'retry-after'), now()));
    }
    const maxBytes = asked.maxBytes ?? options.maxBytes ?? 20 * MEGABYTE;
    const { hold } = asked;
    const sent = await bodyOf(response, { maxBytes, host, hold });
    seen.received = sent.length;
    // A small body may become one of 20 MB.
    await hold?.room();
    const decoded = decodeBody(sent, header(response, 'content-encoding'), maxBytes);
    if (decoded.kind === 'body' && decoded.body !== sent) {
      hold?.add(decoded.body.length);
      releaseBytes(sent);
    }
    if (decoded.kind === 'too-large') throw new FetchStopped('body-too-large', { host, limit: maxBytes });
    if (decoded.kind === 'damaged') throw new FetchStopped('http-error', { host, status, reason: 'content-encoding' });
    if (decoded.body.length === 0) throw new FetchStopped('empty-body', { host, status });
    return {
      kind: 'fresh',
      body: asked.login ? maskBody(decoded.body, asked.login) : decoded.body,
      contentType: header(response, 'content-type'),
      contentLanguage: header(response, 'content-language'),
      link: asked.login ? null : header(response, 'link'),
      finalUrl: asked.login ? maskAddress(url.href, asked.login, maskOf(asked.url)) : url.href,
      permanentUrl,
      validators,
      maxAgeMs,
      modifiedAt: parseHttpDate(validators.lastModified),
    };
  }

  const fetcher: Fetcher = async (asked, signal) => {
    const timeoutMs = asked.timeoutMs ?? options.timeoutMs ?? 30_000;
    const trip = new AbortController();
    let ended: ReaderErrorCode | null = null;
    const end = (code: ReaderErrorCode) => {
      ended ??= code;
      trip.abort();
    };
    const cancel = () => end('engine-stopped');
    const deadline = setTimeout(() => end('timeout'), timeoutMs);
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
    const seen: Seen = { status: null, received: 0 };
    try {
      return { ...(await travel(asked, seen, trip.signal)), answered: seen };
    } catch (error) {
      const host = hostOf(asked.url);
      if (ended !== null) return { kind: 'failed', code: ended, detail: { host, seconds: Math.round(timeoutMs / 1000) }, retryAt: null, answered: seen };
      if (error instanceof FetchStopped) return { ...error.result, answered: seen };
      if (error instanceof ProxyFailure) {
        const { proxy, status, cause } = error;
        return { kind: 'failed', code: status === 407 ? 'proxy-sign-in' : 'proxy-failed', detail: { host, proxy, status, reason: cause === undefined ? null : networkCode(cause).reason }, retryAt: null, answered: seen };
      }
      const { code, reason } = networkCode(error);
      return { kind: 'failed', code, detail: { host, reason }, retryAt: null, answered: seen };
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', cancel);
    }
  };
  return Object.assign(fetcher, { close: async () => connections.close() });
}
