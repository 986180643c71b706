/** What stands in the place of a key. */
export const MASK_OF_KEY = '***';

/** Parts of paths after which a personal address has its key. */
const BEFORE_KEY = /^(?:feeds?|rss|atom|private|personal|tokens?|keys?|users?|u|members?|subscribers?|subscriptions?)$/i;
/** 32 hexadecimal digits or more, or as many signs of base64url in both cases with a digit: drawn by lot, rather than chosen. Not a UUID, by which podcasts and public lists are told apart. */
const HEX_KEY = /^[0-9a-f]{32,128}$/i;
const BASE64_KEY = /^(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?=[^0-9]*[0-9])[\w-]{32,256}$/;
const PARTS = /^([a-z][\w+.-]*:\/\/[^/?#]*)([^?#]*)(.*)$/is;
const EXTENSION = /\.(?:xml|rss|atom|json)$/i;

function isKey(segment: string): boolean {
  const name = segment.replace(EXTENSION, '');
  return HEX_KEY.test(name) || BASE64_KEY.test(name);
}

/**
 * The address of a source with `***` in the place of whatever in its path looks like a person's key: `/feed/5f3a…/news`. For what
 * is given away or written down; never for the link of an article, whose ids may look the same, and never for the address that is
 * kept and asked for.
 */
export function withoutPathKeys(address: string): string {
  const [, site, path = '', rest = ''] = PARTS.exec(address) ?? [];
  if (site === undefined) return address;
  let follows = false;
  const segments = path.split('/').map((segment) => {
    if (follows && isKey(segment)) return MASK_OF_KEY;
    follows ||= BEFORE_KEY.test(segment);
    return segment;
  });
  return `${site}${segments.join('/')}${rest}`;
}

export function hasPathKey(address: string): boolean {
  return withoutPathKeys(address) !== address;
}
