/** Labels before a host's own name that the same site answers under. */
const SAME_SITE = new Set(['www', 'www2', 'en', 'm', 'mobile', 'wap', 'amp', 'news', 'web', 'english']);
/** Suffixes under which names are registered one label deeper. */
const SECOND_LEVEL = /^(?:com|net|org|gov|edu|ac|co|ne|or|go|gob|gouv)\.[a-z]{2}$/;

/** The host without the labels that say in which dress the site is shown: `news.metal.com` and `www.metal.com` are `metal.com`. */
export function hostFamily(hostname: string): string {
  let labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
  while (labels.length > 2 && SAME_SITE.has(labels[0] ?? '')) {
    if (SECOND_LEVEL.test(labels.slice(1).join('.'))) break;
    labels = labels.slice(1);
  }
  return labels.join('.');
}

/** Numbers that a site gives once, whatever stands before them. */
const PATH_FORMS: readonly RegExp[] = [
  /\/newscontent\/(\d{5,12})(?=[/-]|$)/i,
  /\/art_([0-9a-f]{32})\.s?html?$/i,
  /\/art_\d{1,8}_(\d{4,12})\.s?html?$/i,
  /\/t\d{8}_(\d{4,12})\.s?html?$/i,
  /\/[\w-]{1,40}\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?=[/.]|$)/i,
  /\/\d{4}\/\d{4}\/(\d{4,12})\.s?html?$/i,
  /\/\d{4}-?\d{2}\/\d{2}\/(?:c|content)_(\d{4,12})\.s?html?$/i,
];
/** Numbers that count within a section, whose name they keep; years, months and days are no such numbers. */
const SECTION_FORM = /\/(article|news|detail|content|info|story|show|view|notice|post|press-release|announcement)s?[/_-](?:detail[/_-])?(?!(?:19|20)\d{2}(?:0[1-9]|1[0-2])?(?:[0-3]\d)?(?:[/-]|$))(\d{4,12})(?=[/.-]|$)/i;
const QUERY_FORMS = /^(?:id|newsid|articleid|aid|docid|infoid|nid|contentid|announcementid|article_id|news_id|artid)$/i;
const SCRIPT_PAGE = /\.(?:aspx?|php|jsp|do|action|htm|html)$|\/(?:detail|show|view|article|news|content)\/?$/i;

/**
 * The name by which a site itself knows an article, whatever slug, language prefix, scheme or tracking its address carries:
 * the family of its host and the article's number (or hash). Null where the address shows none. Two sites that count in one
 * sequence stay two: `metal.com` and `smm.cn` number different stories alike.
 */
export function articleKey(address: string): string | null {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.pathname.length > 1000) return null;
  const family = hostFamily(url.hostname);
  for (const form of PATH_FORMS) {
    const id = form.exec(url.pathname)?.[1];
    if (id !== undefined) return `${family}#${id.toLowerCase()}`;
  }
  const section = SECTION_FORM.exec(url.pathname);
  // A number before another, longer path is a company's or a section's: /detail/600111/AN202611201234.html.
  const isWhole = section !== null && !/\d{5}/.test(url.pathname.slice(section.index + section[0].length));
  if (isWhole && section[1] && section[2]) return `${family}#${section[1].toLowerCase()}/${section[2]}`;
  if (!SCRIPT_PAGE.test(url.pathname)) return null;
  const ids = [...url.searchParams].filter(([name, value]) => QUERY_FORMS.test(name) && /^[\w-]{1,64}$/.test(value) && /\d/.test(value));
  if (ids.length !== 1) return null;
  // The script is part of the name: ShowNews.aspx and ShowVideo.aspx may count each for itself.
  const script = url.pathname.split('/').at(-1)?.replace(/\d+(?=\.)/, '').toLowerCase() ?? '';
  return `${family}#${script}?${ids[0]?.[1] ?? ''}`;
}

/** Addresses of one list under which a number names no article. */
const TOO_MANY = 3;

/** The keys of a list's articles. A number that several of its addresses share is a company's or a section's, and names none. */
export function articleKeys(addresses: readonly string[]): (string | null)[] {
  const keys = addresses.map(articleKey);
  const sharing = new Map<string, Set<string>>();
  for (const [at, key] of keys.entries()) if (key !== null) sharing.set(key, (sharing.get(key) ?? new Set<string>()).add(addresses[at] ?? ''));
  return keys.map((key) => (key === null || (sharing.get(key)?.size ?? 0) >= TOO_MANY ? null : key));
}

/** The number by which a site counts its articles upwards, or null. */
export function articleSerial(key: string | null): number | null {
  const digits = /[#?/](\d{4,12})$/.exec(key ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
