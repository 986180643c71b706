/** Query parameters that say how the reader came, not what is read. */
const TRACKING = new Set([
  'fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'ysclid', 'twclid', 'ttclid', 'igshid', 'igsh', 'li_fat_id',
  'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking', 'vero_id', 'vero_conv', 'oly_enc_id', 'oly_anon_id',
  'rb_clickid', 's_cid', 'wickedid', 'xtor', 'cmpid', 'ncid', 'ocid', 'ref_src', 'ref_url', 'spm', 'scm', 'share_token', 'wt.mc_id', 'wt_mc', 'at_medium', 'at_campaign', '_ga', '_gl', '__twitter_impression',
  // search and advertising
  'gad_source', 'gad_campaignid', 'gs_l', 'srsltid', 'irclickid', 'irgwc', 'epik', 'sscid', 'awc', 'tblci', 'obclickid', 'outbrainclickid', 'bd_vid', 'qhclickid',
  '_openstat', 'rdt_cid', 'sccid', 'mibextid', 'sfnsn', 'action_object_map', 'action_type_map', 'action_ref_map', 'hmb_campaign', 'hmb_medium', 'hmb_source', 'hmsr', 'hmpl', 'hmcu', 'hmkw', 'hmci',
  // newsletters and counters
  '__s', 'dm_i', 'elqtrack', 'elqtrackid', 'elqaid', 'elqat', 'ck_subscriber_id', '_bta_tid', '_bta_c', '_ke', 'trk_contact', 'trk_msg', 'trk_module', 'trk_sid', 'mc_tc', 'guce_referrer', 'guce_referrer_sig', 'guccounter', 'soc_src', 'soc_trk', 'sref', 'wtrid', 'smtyp', '_branch_match_id', '_branch_referrer',
  // Chinese sites and messengers
  'spm_id_from', 'from_spmid', 'vd_source', 'share_source', 'share_medium', 'share_plat', 'share_tag', 'share_session_id', 'share_from', 'isappinstalled', 'nsukey', 'scm_id', 'ald_trk', 'wxshare_count', 'wechat_redirect_from',
]);
const TRACKING_PREFIXES = ['utm_', 'pk_', 'mtm_', 'matomo_', 'hsa_', 'at_custom', 'fb_', 'ga_', 'piwik_', 'bsft_', 'itm_', 'stm_', 'sc_camp'];
/** Parameters that name a visit. */
const SESSION = new Set(['jsessionid', 'phpsessid', 'sessionid', 'session_id', 'session', 'sid', 'aspsessionid', 'cfid', 'cftoken', 'zenid', 'osid', 'oscsid', 's_id']);
/** Parameters that are tracking only by what they say. */
const BY_VALUE = new Set(['from', 'ref', 'source', 'src', 'via', 'feature', 'partner', 'channel']);
const FEED_VALUES = /^(rss|atom|feed|rssfeed|rss_feed|feedburner|rss-feed|newsletter|timeline|singlemessage|groupmessage|wechat|weixin|weibo|qq|qzone|twitter|facebook|linkedin|telegram|whatsapp)$/i;

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** Such as `from=timeline`: how the address was handed on, not what it names. */
function isCameFrom(name: string, value: string): boolean {
  return BY_VALUE.has(name.toLowerCase()) && FEED_VALUES.test(value);
}

/** Whether a parameter says nothing about which article an address names. */
export function isBesideIdentity(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return isTracking(lower) || SESSION.has(lower) || lower.startsWith('aspsessionid') || isCameFrom(lower, value);
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
  const kept = parameters.filter((parameter) => {
    const [name = '', value = ''] = parameter.split('=', 2);
    return !isTracking(name) && !isCameFrom(name, value);
  });
  if (kept.length === parameters.length) return url.href;
  const query = kept.join('&');
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    // What is left is written as the platform writes it: to have it written anew takes as long as reading the address.
    const { href, search } = url;
    const at = href.indexOf('?');
    // Of two question marks the platform takes the first for the one that begins the query.
    const written = query === '' || query.startsWith('?') ? query : `?${query}`;
    return `${href.slice(0, at)}${written}${href.slice(at + search.length)}`;
  }
  const clean = new URL(url.href);
  clean.search = query;
  return clean.href;
}
