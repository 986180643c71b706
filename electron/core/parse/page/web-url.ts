const LONGEST = 4000;

/** An address of the web made absolute, without its fragment, or null where it is none. */
export function webUrl(href: string, base: string): URL | null {
  if (href.length > LONGEST) return null;
  const url = URL.parse(href.trim(), base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  return url;
}
