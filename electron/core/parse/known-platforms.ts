/** What a page is made with, and where such sites keep their feeds. */
interface Platform {
  readonly generator: RegExp;
  /** What its pages hold where they do not say what made them. */
  readonly marks: readonly string[];
  /** `path` has no slash at its end: empty for the site's own page. The most special feed comes first. */
  readonly feeds: (path: string, html: string) => readonly string[];
}

const MARKS_WITHIN = 500_000;
/** Of what says nothing of itself. */
const NEVER = /(?!)/;

const PLATFORMS: readonly Platform[] = [
  { generator: /wordpress|elementor|woocommerce/, marks: ['/wp-content/', '/wp-includes/', '/wp-json/'], feeds: (path) => [`${path}/feed/`, '/feed/', '/?feed=rss2'] },
  { generator: /\bghost\b/, marks: [], feeds: (path) => (/^\/(?:tag|author)\//.test(path) ? [`${path}/rss/`, '/rss/'] : ['/rss/']) },
  { generator: /drupal/, marks: ['data-drupal-', '/sites/default/files/'], feeds: (path) => (/^\/taxonomy\/term\/\d+$/.test(path) ? [`${path}/feed`, '/rss.xml'] : ['/rss.xml']) },
  { generator: /joomla/, marks: ['/media/jui/', '/components/com_'], feeds: (path) => [`${path || '/'}?format=feed&type=rss`, '/?format=feed&type=rss'] },
  { generator: /\bhugo\b/, marks: [], feeds: (path) => [`${path}/index.xml`, '/index.xml'] },
  { generator: /jekyll|eleventy/, marks: [], feeds: () => ['/feed.xml'] },
  { generator: /hexo/, marks: [], feeds: () => ['/atom.xml', '/rss2.xml'] },
  { generator: /gatsby/, marks: [], feeds: () => ['/rss.xml'] },
  { generator: /squarespace/, marks: ['static1.squarespace.com', 'squarespace-cdn.com'], feeds: (path) => (path === '' ? ['/news?format=rss', '/blog?format=rss'] : [`${path}?format=rss`]) },
  { generator: /typecho/, marks: [], feeds: (path) => [...(path.startsWith('/category/') ? [`/feed${path}/`] : []), '/feed/'] },
  {
    generator: /discuz/,
    marks: ['Powered by Discuz', 'discuz_uid'],
    feeds: (path) => {
      const forum = /^\/forum-(\d{1,6})-\d{1,6}\.html$/.exec(path)?.[1];
      return [...(forum ? [`/forum.php?mod=rss&fid=${forum}`] : []), '/forum.php?mod=rss'];
    },
  },
  { generator: /wix\.com/, marks: ['static.wixstatic.com', 'static.parastorage.com'], feeds: () => ['/blog-feed.xml'] },
  { generator: /hubspot/, marks: ['js.hs-scripts.com', '/hs-fs/'], feeds: (path) => [`${path}/rss.xml`, '/blog/rss.xml', '/rss.xml'] },
  { generator: /weebly/, marks: ['editmysite.com'], feeds: (path) => [...(path === '' ? [] : [`${path}/feed`]), '/1/feed', '/blog/feed'] },
  { generator: /blogger/, marks: [], feeds: () => ['/feeds/posts/default'] },
  { generator: /\bmedium\b/, marks: ['cdn-client.medium.com'], feeds: () => ['/feed'] },
  { generator: /substack/, marks: ['substackcdn.com'], feeds: () => ['/feed'] },
  { generator: /mastodon/, marks: ['id="mastodon"', "id='mastodon'"], feeds: (path) => (/^\/@[\w.-]+$/.test(path) ? [`${path}.rss`] : []) },
  { generator: /discourse/, marks: [], feeds: (path) => [...(/^\/(?:c|t|tag)\//.test(path) ? [`${path}.rss`] : []), '/latest.rss'] },
  { generator: /shopify/, marks: ['cdn.shopify.com'], feeds: (path) => (/^\/blogs\/[\w-]+$/.test(path) ? [`${path}.atom`] : ['/blogs/news.atom']) },
  // The investor pages of listed companies; their feed holds the press releases.
  { generator: /\bq4\b/, marks: ['q4cdn.com', 'q4inc.com', 'q4web.com'], feeds: () => ['/rss/pressrelease.aspx'] },
  {
    generator: NEVER,
    marks: ['youtube.com/channel/UC', '"externalId":"UC'],
    feeds: (_, html) => {
      const channel = /"(?:externalId|channelId)":"(UC[\w-]{22})"|youtube\.com\/channel\/(UC[\w-]{22})/.exec(html);
      return channel && html.includes('ytInitialData') ? [`https://www.youtube.com/feeds/videos.xml?channel_id=${channel[1] ?? channel[2]}`] : [];
    },
  },
  {
    generator: NEVER,
    marks: ['sciencedirect.com'],
    feeds: (_, html) => {
      const issn = /\bISSN["':\s]{1,5}(\d{4})-?(\d{3}[\dX])\b/i.exec(html);
      return issn ? [`https://rss.sciencedirect.com/publication/science/${issn[1]}${issn[2]}`] : [];
    },
  },
];

/** The feeds that a page would have, being made with what it is made with; most special first. */
export function platformFeeds(html: string, { pageUrl, generator }: { readonly pageUrl: string; readonly generator: string }): string[] {
  const url = URL.parse(pageUrl);
  if (!url) return [];
  const text = html.slice(0, MARKS_WITHIN);
  const path = url.pathname.replace(/\/+$/, '').slice(0, 1000);
  const paths = PLATFORMS.filter((one) => one.generator.test(generator) || one.marks.some((mark) => text.includes(mark))).flatMap(({ feeds }) => feeds(path, text));
  return [...new Set(paths.flatMap((found) => URL.parse(found, url.origin)?.href ?? []))];
}

const COMMON_PATHS = ['/feed/', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/rss', '/feed.json', '/feeds/posts/default', '/rss/'];

/** Where feeds stand on sites that say nothing: near the page first, then at the usual places. */
export function usualPlaces(pageUrl: string): string[] {
  const url = URL.parse(pageUrl);
  if (!url) return [];
  const section = /^\/[\w~%-]{1,60}(?=\/)/.exec(url.pathname)?.[0];
  const near = section ? [`${section}/feed/`, `${section}/rss.xml`] : [];
  return [...near, ...COMMON_PATHS].map((path) => new URL(path, url.origin).href);
}
