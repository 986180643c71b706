type Attributes = Readonly<Record<string, string | undefined>>;

/** Where scripts of publishers find the real image behind a placeholder. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-original-src', 'data-actualsrc', 'data-lazy', 'data-orig-file', 'data-url', 'data-hi-res-src'];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset'];
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

/** The absolute address of an image, or null where it has none that can be fetched or is only there to count readers. */
export function imageSource(attributes: Attributes, base: string | null): string | null {
  if (isTiny(attributes)) return null;
  const addresses = [...LAZY.map((name) => attributes[name]), ...LAZY_SETS.map((name) => bestOf(attributes[name])), attributes['src'], bestOf(attributes['srcset'])];
  for (const address of addresses) {
    const url = resolve(address, base);
    if (url && !TRACKER_HOST.test(url.hostname) && !TRACKER_PATH.test(url.pathname)) return url.href;
  }
  return null;
}
