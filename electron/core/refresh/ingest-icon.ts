import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { ErrorDetail } from '../../contract/model.ts';
import { hostOf } from '../fetch/address.ts';
import { ANYBODY } from '../fetch/asked-by.ts';
import { decodeText } from '../fetch/decode-text.ts';
import type { FetchResult, Onward } from '../fetch/fetch-result.ts';
import { refusalOf, type Robots } from '../fetch/robots.ts';
import { dataIconBytes } from '../image/data-image.ts';
import { inspectImage, type ImageFacts } from '../image/inspect-image.ts';
import { pageIcons } from '../parse/page-icons.ts';
import type { IngestOptions } from './ingest-options.ts';
import { PAGE_REQUEST } from './page-request.ts';

/** One request on the way to the icon of a source. */
export interface IconJob {
  /** http, https, or `data:` where a page carries its icon itself. */
  readonly url: string;
  /** The icon, or a page that may name some. */
  readonly want: 'icon' | 'page';
  /** Address of the document that named it: the feed, or a page. No person did. */
  readonly from: string;
  /** Goes on with a trip that ended before another host. */
  readonly onward?: Onward | null;
}

export type IconResult = (
  | { readonly kind: 'image'; readonly image: ImageFacts & { readonly bytes: Uint8Array } }
  /** What a page at `finalUrl` names, the best first. */
  | { readonly kind: 'links'; readonly icons: readonly string[]; readonly finalUrl: string }
  | {
      readonly kind: 'failed';
      readonly code: ReaderErrorCode;
      readonly detail: ErrorDetail;
      readonly retryAt: number | null;
      /** Nothing has failed yet: the trip goes on at another host, with this in the next job. */
      readonly onward?: Onward;
    }
) & {
  /** As of IngestResult. */
  readonly crawlDelayMs?: number;
};

const ICON_REQUEST = { accept: 'image/svg+xml, image/png, image/x-icon, image/webp, image/*;q=0.8', maxBytes: 512 * 1024 } as const;
/** A head is all that is wanted of a page. */
const MOST_OF_PAGE = 4 * 1024 * 1024;
/** Pixels of a side. What is smaller is there to count readers; what is larger is a picture, and every row of the sidebar would decode one. */
const SMALLEST = 8;
const LARGEST = 512;
/** A banner, cut or shrunk to a square, shows nothing. */
const MOST_OBLONG = 1.5;

type Options = Pick<IngestOptions, 'fetcher' | 'around'> & { readonly robots: Robots };

/**
 * Asks for an icon and looks at its bytes, or for a page and takes out of it what it names as icons. Only as the site's robots.txt
 * allows, without a sign-in, and never from a public document into a private network. Ends before another host than its own. Fails
 * with codes of a fetch, `robots-disallowed`, or as inspectImage; with `not-an-image` or `image-too-large` also where it makes no icon.
 */
export async function ingestIcon({ url, want, from, onward = null }: IconJob, { fetcher, robots, around = (work) => work() }: Options, signal?: AbortSignal): Promise<IconResult> {
  const carried = url.startsWith('data:') ? (dataIconBytes(url) ?? new Uint8Array()) : null;
  if (carried) return await around(async () => iconOf(carried, hostOf(from)));
  const askedBy = { document: from };
  const verdict = await robots.verdict(onward?.url ?? url, onward?.fromPublic ? ANYBODY : askedBy, signal);
  const refusal = refusalOf(verdict);
  const fetched = refusal ?? (await fetcher(
    {
      url, askedBy, onward, staysOnHost: true, mayFollow: async (to, by, ended) => refusalOf(await robots.verdict(to, by, ended)),
      ...(want === 'icon' ? ICON_REQUEST : { ...PAGE_REQUEST, maxBytes: MOST_OF_PAGE }),
    },
    signal,
  ));
  const result = fetched.kind === 'fresh' ? await around(async () => (want === 'icon' ? iconOf(fetched.body, hostOf(url)) : linksOf(fetched))) : failureOf(fetched, url);
  return { ...result, crawlDelayMs: verdict.delayMs };
}

function failureOf(fetched: Exclude<FetchResult, { kind: 'fresh' }>, url: string): IconResult {
  if (fetched.kind === 'notModified') return { kind: 'failed', code: 'http-error', detail: { host: hostOf(url), status: 304 }, retryAt: null };
  const { code, detail, retryAt, onward } = fetched;
  return { kind: 'failed', code, detail, retryAt, ...(onward && { onward }) };
}

function linksOf({ body, contentType, finalUrl }: Extract<FetchResult, { kind: 'fresh' }>): IconResult {
  return { kind: 'links', icons: pageIcons(decodeText(body, contentType), finalUrl), finalUrl };
}

function iconOf(bytes: Uint8Array, host: string): IconResult {
  const seen = inspectImage(bytes);
  if (seen.kind === 'failed') return { kind: 'failed', code: seen.code, detail: { host, ...seen.detail }, retryAt: null };
  // An SVG that does not say is as large as it is drawn.
  const { width, height } = seen.facts;
  const [small, large] = width === null || height === null ? [LARGEST, LARGEST] : [Math.min(width, height), Math.max(width, height)];
  const isVector = seen.facts.type === 'image/svg+xml';
  if (large > LARGEST && !isVector) return { kind: 'failed', code: 'image-too-large', detail: { host, width, height }, retryAt: null };
  if ((small < SMALLEST && !isVector) || large > small * MOST_OBLONG) return { kind: 'failed', code: 'not-an-image', detail: { host, width, height }, retryAt: null };
  return { kind: 'image', image: { bytes, ...seen.facts } };
}
