import { isDataImage } from '../image/data-image.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** Where scripts of publishers find the real image behind a placeholder. */
const LAZY = [
  'data-src', 'data-original', 'data-lazy-src', 'data-original-src', 'data-actualsrc', 'data-lazy', 'data-orig-file', 'data-url', 'data-hi-res-src',
  'data-lazyload', 'data-lazy-load', 'data-img-src', 'data-image-src', 'data-full-src', 'data-large-file', 'data-delayed-url', 'data-runner-src', 'data-cfsrc',
  'data-ezsrc', 'data-echo', 'data-backsrc', 'data-src-retina', 'data-croporisrc', 'zoomfile', 'file', '_src', 'original',
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-cfsrcset', 'data-ezsrcset'];
const WIDEST = 1600;
const TRACKER_HOST = /(^|\.)(doubleclick\.net|google-analytics\.com|googlesyndication\.com|googleadservices\.com|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com|feedsportal\.com|feedblitz\.com|cnzz\.com|hm\.baidu\.com|mmstat\.com|adnxs\.com|chartbeat\.net|imrworldwide\.com|statcounter\.com|histats\.com|hubspot\.com|list-manage\.com|pixel\.quantcount\.com|bat\.bing\.com|analytics\.twitter\.com|px\.ads\.linkedin\.com|mc\.yandex\.ru|counter\.yadro\.ru)$/i;
const TRACKER_PATH = /^\/(?:tr|~ff\/.*|~r\/.*|track\/open.*|__utm\.gif|b\.gif)$|(?:^|\/)(?:pixel|spacer|blank|clear|1x1|transparent|count|counter|beacon|tracking|trackpixel|1px)\.(?:gif|png|php|aspx)$/i;

interface Candidate {
  readonly address: string;
  readonly size: number;
}

/** HTML section 4.8.4.3.10, without the finer points: addresses may hold commas, descriptors end at one. */
function parseSrcset(srcset: string): Candidate[] {
  const candidates: Candidate[] = [];
  let at = 0;
  const isSpace = (index: number) => /\s/.test(srcset[index] ?? '');
  while (at < srcset.length && candidates.length < 32) {
    while (at < srcset.length && (isSpace(at) || srcset[at] === ',')) at++;
    const start = at;
    while (at < srcset.length && !isSpace(at)) at++;
    let address = srcset.slice(start, at);
    let descriptor = '';
    if (address.endsWith(',')) {
      while (address.endsWith(',')) address = address.slice(0, -1);
    } else {
      const comma = srcset.indexOf(',', at);
      const end = comma === -1 ? srcset.length : comma;
      descriptor = srcset.slice(at, end).trim().slice(0, 20);
      at = end + 1;
    }
    if (address === '') continue;
    const size = /^([\d.]{1,8})([wx])$/.exec(descriptor);
    candidates.push({ address, size: size ? Number(size[1]) * (size[2] === 'x' ? 800 : 1) : 800 });
  }
  return candidates;
}

function bestOf(srcset: string | undefined): string | null {
  const candidates = parseSrcset((srcset ?? '').slice(0, 20_000)).filter(({ address }) => !address.startsWith('data:'));
  const fitting = candidates.filter(({ size }) => size <= WIDEST).sort((a, b) => b.size - a.size);
  return (fitting[0] ?? candidates.sort((a, b) => a.size - b.size)[0])?.address ?? null;
}

function resolve(address: string | null | undefined, base: string | null): URL | null {
  const trimmed = address?.trim().replaceAll('&amp;', '&');
  if (!trimmed || trimmed.length > 4096) return null;
  const url = URL.parse(trimmed, base ?? undefined);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url;
}

function isPoint(value: string | undefined): boolean {
  return value !== undefined && /^\s*[01](?:px)?\s*$/.test(value);
}

function isTiny(attributes: Attributes): boolean {
  const style = attributes['style'] ?? '';
  return (isPoint(attributes['width']) && isPoint(attributes['height'])) || /(?:^|;)\s*(?:width|height)\s*:\s*[01]px|display\s*:\s*none/i.test(style.slice(0, 1000));
}

/** Of a `source` element: types that no browser of ours shows are passed over. */
function sourceAddresses(attributes: Attributes): (string | null | undefined)[] {
  const type = attributes['type']?.trim().toLowerCase() ?? '';
  if (type !== '' && !/^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)\b/.test(type)) return [];
  return [bestOf(attributes['srcset']), ...LAZY_SETS.map((name) => bestOf(attributes[name])), attributes['src'], attributes['data-src']];
}

/**
 * The absolute address of an image, or null where it has none that can be fetched or is only there to count readers.
 * `sources`: of the `source` elements before it in its `picture`. What carries a small raster image itself is its own address.
 */
export function imageSource(attributes: Attributes, base: string | null, sources: readonly Attributes[] = []): string | null {
  if (isTiny(attributes)) return null;
  const addresses = [
    ...LAZY.map((name) => attributes[name]), ...LAZY_SETS.map((name) => bestOf(attributes[name])), attributes['src'], bestOf(attributes['srcset']),
    ...sources.flatMap(sourceAddresses),
  ];
  for (const address of addresses) {
    const url = resolve(address, base);
    if (url && !TRACKER_HOST.test(url.hostname) && !TRACKER_PATH.test(url.pathname)) return url.href;
  }
  const carried = attributes['src']?.trim() ?? '';
  return isDataImage(carried) ? carried : null;
}
