const FEED_PATH = /(?:^|[/._-])(?:rss|rss2|atom|feed|feeds|rdf|rssfeed|rssfeeds)(?:[/._-]|$)|\.(?:rss|atom|rdf|xml)$/i;
const FEED_QUERY = /[?&](?:feed|format|type|mod|output|alt|fmt)=(?:rss2?|atom|feed|rdf)\b/i;
const FEED_WORDS = /\b(?:rss|atom|rdf|xml feed|news ?feeds?)\b|订阅源|rss订阅|訂閱源|^(?:订阅|訂閱|feed|feeds|subscribe via rss|フィード|購読|구독)$/i;
/** An address with one of these endings is a picture or a document, whatever its folder is called; a list of pages is for search engines. */
const NO_FEED = /sitemap[\w-]{0,40}\.xml$|\.(?:png|jpe?g|gif|svg|webp|ico|css|js|pdf|zip|mp3|mp4|docx?|xlsx?)$/i;
/** Services that follow a feed for a person, and carry its address in theirs. */
const SUBSCRIBERS = /(?:^|\.)(?:feedly\.com|inoreader\.com|theoldreader\.com|netvibes\.com|newsblur\.com|add\.my\.yahoo\.com|subtome\.com|feedbin\.com|bloglines\.com)$/;

/** Whether an address looks like that of a feed or of a page that lists feeds. */
export function looksLikeFeed(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && !NO_FEED.test(url.pathname) && (FEED_PATH.test(url.pathname.slice(0, 500)) || FEED_QUERY.test(url.search.slice(0, 500)));
}

/** Whether the words of a link promise a feed. */
export function namesFeed(words: string): boolean {
  return words.length <= 60 && FEED_WORDS.test(words);
}

/** The feed's own address in that of a service that would follow it, or null. */
export function ofSubscriber(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !SUBSCRIBERS.test(url.hostname)) return null;
  const carried = /https?(?::|%3a)(?:\/\/|%2f%2f).{1,2000}$/i.exec(url.pathname + url.search)?.[0];
  if (!carried) return null;
  const end = carried.includes('%3') || carried.includes('%2') ? (carried.split('&', 1)[0] ?? carried) : carried;
  try {
    return URL.parse(decodeURIComponent(end))?.href ?? null;
  } catch {
    // A bare percent sign: no address that anybody meant.
    return null;
  }
}
