import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import type { Discovered } from '../../../electron/core/refresh/ingest-job.ts';
import type { DiscoveryLimits } from '../../../electron/core/refresh/ingest-options.ts';
import { serve } from '../fetch/serve.ts';

export const NOW = Date.UTC(2026, 10, 20);
const DAY = 24 * 60 * 60_000;

type Answer = string | { readonly status: number; readonly location?: string; readonly body?: string } | ((response: ServerResponse, request: IncomingMessage) => void);

/** Answers by `host/path`; a host without path answers for its root. What is not named answers 404. */
export type Sites = Readonly<Record<string, Answer>>;

export interface SmallWeb {
  discover(text: string): Promise<Discovered>;
  /** What was asked for, in order, as `host/path`. */
  readonly asked: string[];
  /** The most requests of one host that were open at once. */
  readonly mostAtOnce: number;
}

/** Many host names on one real server of this machine, over plain HTTP; each name that is not among them does not answer. */
export async function smallWeb(sites: Sites, discovery: DiscoveryLimits = { spacingMs: 0 }): Promise<SmallWeb> {
  const hosts = new Set(Object.keys(sites).map((name) => name.split('/', 1)[0]));
  const asked: string[] = [];
  const open = new Map<string, number>();
  let mostAtOnce = 0;
  const { url } = await serve((request, response) => {
    const host = request.headers.host ?? '';
    const name = `${host}${request.url ?? '/'}`;
    asked.push(name);
    open.set(host, (open.get(host) ?? 0) + 1);
    mostAtOnce = Math.max(mostAtOnce, open.get(host) ?? 0);
    response.on('close', () => open.set(host, (open.get(host) ?? 1) - 1));
    const answer = sites[name] ?? sites[name.replace(/\/$/, '')] ?? { status: 404 };
    if (typeof answer === 'function') answer(response, request);
    else if (typeof answer === 'string') response.end(answer);
    else response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body ?? '');
  });
  const port = Number(new URL(url).port);
  const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000, connect: ({ host }) => ({ address: '127.0.0.1', port: hosts.has(host) ? port : 1 }) });
  const ingest = createIngest({ fetcher, discovery });
  return {
    discover: (text) => ingest.discover(text, NOW),
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
  };
}

export interface FeedParts {
  readonly items?: readonly string[];
  /** Age of the newest item in days. */
  readonly age?: number;
  readonly lang?: string;
  readonly link?: string;
}

/** An RSS feed of the items named. */
export function feed(title: string, { items = [`${title} one`, `${title} two`], age = 1, lang, link = 'https://story.example/' }: FeedParts = {}): string {
  const entries = items.map((item, at) => `<item><title>${item}</title><link>${link.replace('{}', String(at))}${link.includes('{}') ? '' : encodeURIComponent(item)}</link><pubDate>${new Date(NOW - (age + at) * DAY).toUTCString()}</pubDate></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${lang ? `<language>${lang}</language>` : ''}${entries.join('')}</channel></rss>`;
}

/** A page with elements in its head and in its body. */
export function page(head = '', body = ''): string {
  return `<!doctype html><html><head><title>Page</title>${head}</head><body>${body}</body></html>`;
}

export function named(href: string, title = ''): string {
  return `<link rel="alternate" type="application/rss+xml" href="${href}" title="${title}">`;
}
