import { elementText } from './element-text.ts';
import type { LoadedPage } from './load-page.ts';

export interface PageZone {
  /** Primary language subtag, or null. */
  readonly lang: string | null;
  /** Minutes east of Greenwich to assume where nothing is printed. */
  readonly zone: number;
  readonly dayFirst: boolean | null;
}

/** Shanghai Metals Market prints China's clock on its English pages too. */
const CHINESE_HOSTS = /(?:^|\.)(?:metal\.com|smm\.cn)$|\.(?:cn|hk|mo|tw)$/;
const MONTH_FIRST_LANGS = new Set(['zh', 'ja', 'ko']);
const DAY_FIRST_HOSTS = /\.(?:au|uk|nz|in|ie|za|sg|my|eu|de|fr|es|pt|it|br|ru|ar|cl|mx|pe|nl|be|at|ch|pl|se|no|dk|fi)$/;

/** Language by script: kana, hangul, Han. */
function langOf(text: string): string | null {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (count(/[\u3040-\u30ff]/g) > text.length * 0.05) return 'ja';
  if (count(/[\uac00-\ud7af]/g) > text.length * 0.05) return 'ko';
  if (count(/[\u4e00-\u9fff]/g) > text.length * 0.2) return 'zh';
  return null;
}

/** The clock and the order of numbers to assume, by host, claimed language and script. */
export function zoneOf(host: string, claimed: string | null, text: string): PageZone {
  const said = claimed?.slice(0, 20).toLowerCase() ?? '';
  const lang = langOf(text) ?? /^[a-z]{2,3}(?=$|[-_])/.exec(said)?.[0] ?? null;
  const zones: Readonly<Record<string, number>> = { zh: 480, ja: 540, ko: 540 };
  const zone = CHINESE_HOSTS.test(host) ? 480 : (zones[lang ?? ''] ?? (/\.(?:jp|kr)$/.test(host) ? 540 : 0));
  const dayFirst = MONTH_FIRST_LANGS.has(lang ?? '') ? false : (DAY_FIRST_HOSTS.test(host) || /^en-(?:gb|au|nz|in|za|ie)/.test(said) || (lang !== null && lang !== 'en') ? true : null);
  return { lang, zone, dayFirst };
}

export function pageZone(page: LoadedPage): PageZone {
  return zoneOf(URL.parse(page.url)?.hostname ?? '', page.lang, elementText(page.root, 4000));
}
