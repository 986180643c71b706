/** Below these anybody has a site of their own. */
const SHARED = /(?:^|\.)((?:blogspot|wordpress|substack|tumblr|medium|wixsite|weebly|squarespace|netlify|vercel|pages|web|github|gitlab|livejournal|typepad|ghost|hashnode|bearblog|micro)\.(?:com|io|org|app|dev|blog))$/;
/** Second levels that stand for a kind of owner, not for an owner: gov.cn, co.uk. */
const KIND_OF_OWNER = /^(?:com?|net|org|gov|govt|edu|ac|or|ne|go|gob|mil|nom)$/;

/**
 * The part of an address that one owner holds: `news.metal.com` and `www.metal.com` are one site, `a.blogspot.com` and
 * `b.blogspot.com` are two. An IP address is its own, with its port. No list of public suffixes: a mark depends on it, not a secret.
 */
export function siteOf(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const labels = url.hostname.replace(/\.$/, '').split('.');
  if (url.hostname.startsWith('[') || /^\d+$/.test(labels.at(-1) ?? '') || labels.length < 2) return url.host;
  const isShared = SHARED.test(url.hostname);
  const isKind = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && KIND_OF_OWNER.test(labels.at(-2) ?? '');
  return labels.slice(isShared || isKind ? -3 : -2).join('.');
}
