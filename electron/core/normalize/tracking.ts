/** Query parameters that say how the reader came, not what is read. */
const TRACKING = new Set([
  'fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'ysclid', 'twclid', 'ttclid', 'igshid', 'igsh', 'li_fat_id',
  'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking', 'vero_id', 'vero_conv', 'oly_enc_id', 'oly_anon_id',
  'rb_clickid', 's_cid', 'wickedid', 'xtor', 'cmpid', 'ncid', 'ocid', 'ref_src', 'ref_url', 'spm', 'scm', 'share_token', 'wt.mc_id', 'wt_mc', 'at_medium', 'at_campaign', '_ga', '_gl', '__twitter_impression',
]);
const TRACKING_PREFIXES = ['utm_', 'pk_', 'mtm_', 'matomo_', 'hsa_', 'at_custom', 'fb_', 'ga_'];
/** Parameters that name a visit. */
const SESSION = new Set(['jsessionid', 'phpsessid', 'sessionid', 'session_id', 'session', 'sid', 'aspsessionid', 'cfid', 'cftoken', 'zenid', 'osid', 'oscsid', 's_id']);
/** Parameters that are tracking only by what they say. */
const BY_VALUE = new Set(['from', 'ref', 'source', 'src', 'via', 'feature', 'partner', 'channel']);
const FEED_VALUES = /^(rss|atom|feed|rssfeed|rss_feed|feedburner|rss-feed|newsletter)$/i;

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** Whether a parameter says nothing about which article an address names. */
export function isBesideIdentity(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return isTracking(lower) || SESSION.has(lower) || lower.startsWith('aspsessionid') || (BY_VALUE.has(lower) && FEED_VALUES.test(value));
}

/** Takes user and password out of an address. Each assignment parses it anew, so that most are spared. */
export function withoutLogin(url: URL): URL {
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  return url;
}

/** Takes tracking parameters out of an address and leaves the rest of it byte for byte. */
export function withoutTracking(url: URL): string {
  if (url.search === '') return url.href;
  const parameters = url.search.slice(1).split('&');
  const kept = parameters.filter((parameter) => !isTracking(parameter.slice(0, Math.max(0, parameter.indexOf('=')) || parameter.length)));
  if (kept.length === parameters.length) return url.href;
  const clean = new URL(url.href);
  clean.search = kept.join('&');
  return clean.href;
}
