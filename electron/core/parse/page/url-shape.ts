import { hostFamily } from './article-key.ts';
import { urlDate } from './url-date.ts';

/** The shape of an address: what two articles of one site have in common, numbers and slugs left open. */
export function urlShape(url: URL): string {
  const parts = url.pathname.slice(0, 400).split('/').filter(Boolean).slice(0, 10).map((part, at, all) => {
    const last = at === all.length - 1;
    const extension = last ? (/\.[a-z]{2,5}$/i.exec(part)?.[0].toLowerCase() ?? '') : '';
    if (/^\d+(?:\.\w+)?$/.test(part)) return `#${extension}`;
    if (last) return `*${extension}`;
    return /\d{3}/.test(part) ? '#' : part.toLowerCase();
  });
  const names = [...url.searchParams.keys()].slice(0, 6).sort().join(',');
  return `${hostFamily(url.hostname)}/${parts.join('/')}?${names}`;
}

/** Whether an address looks like an article's: a number, a date, a hash or a slug of several words. */
export function isArticleLike(url: URL): boolean {
  if (urlDate(url) !== null) return true;
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (/\d{4,}|[0-9a-f]{16,}/i.test(url.pathname) || /(?:id|no|code)=[\w-]*\d/i.test(url.search)) return true;
  return (last.match(/[-_]/g)?.length ?? 0) >= 2 || /\.pdf$/i.test(last) || decodeURIComponentSafe(last).length > 12 && /[\u3040-\u9fff]/.test(decodeURIComponentSafe(last));
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The largest share of addresses that have one shape, and whether these look like articles', from 0 to 1. */
export function shapeShares(urls: readonly URL[]): { readonly alike: number; readonly articles: number } {
  const counts = new Map<string, number>();
  for (const url of urls) counts.set(urlShape(url), (counts.get(urlShape(url)) ?? 0) + 1);
  const n = Math.max(1, urls.length);
  return { alike: Math.max(0, ...counts.values()) / n, articles: urls.filter(isArticleLike).length / n };
}
