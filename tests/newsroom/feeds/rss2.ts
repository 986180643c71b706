import { picturePath, storyPath } from '../addresses.ts';
import { storyHtml } from '../body.ts';
import { rfc822 } from '../dates.ts';
import { cdata, escape } from '../escape.ts';
import { encodeGbk } from './gbk.ts';
import type { FeedBytes, FeedSource } from './feed-source.ts';
import type { Story } from '../story.ts';

function item(source: FeedSource, story: Story, full: boolean): string {
  const { outlet, origin, origins } = source;
  const link = origin + storyPath(outlet, story);
  const lines = [
    `<title>${escape(story.title)}</title>`,
    `<link>${escape(link)}</link>`,
    `<guid isPermaLink="false">${outlet.id}:${escape(story.slug)}</guid>`,
    `<pubDate>${rfc822(story.publishedAt, outlet.calendar)}</pubDate>`,
    ...(story.author ? [`<dc:creator>${cdata(story.author)}</dc:creator>`] : []),
    ...story.tags.map((tag) => `<category>${cdata(tag)}</category>`),
    `<description>${full && outlet.format !== 'rss2-gbk' ? cdata(story.summary) : escape(story.summary)}</description>`,
    ...(full ? [`<content:encoded>${cdata(storyHtml(outlet, story, origin, origins))}</content:encoded>`] : []),
    ...(story.updatedAt > story.publishedAt ? [`<atom:updated>${new Date(story.updatedAt).toISOString()}</atom:updated>`] : []),
  ];
  if (full && story.picture !== null && outlet.id === 'oxide-alloy') {
    const picture = origin + picturePath(outlet, story.picture);
    lines.push(`<media:content url="${escape(picture)}" medium="image" type="image/png" width="1200" height="675"><media:description>${escape(story.title)}</media:description></media:content>`);
    lines.push(`<enclosure url="${escape(`${origin}/tables/${story.slug}.csv`)}" length="2048" type="text/csv"/>`);
  }
  if (outlet.comments) lines.push(`<comments>${escape(link)}#comments</comments>`, `<wfw:commentRss>${escape(link)}/comments/feed/</wfw:commentRss>`);
  return `<item>\n${lines.join('\n')}\n</item>`;
}

function document(source: FeedSource, full: boolean, encoding: string): string {
  const { outlet, stories, origin } = source;
  return `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel>
<title>${escape(outlet.title)}</title>
<link>${origin}/</link>
<atom:link href="${origin}${outlet.feedPath}" rel="self" type="application/rss+xml"/>
<description>${escape(outlet.tagline)}</description>
<language>${outlet.calendar.lang}</language>
<lastBuildDate>${rfc822(Math.max(0, ...stories.map((story) => story.updatedAt)), outlet.calendar)}</lastBuildDate>
<ttl>30</ttl>
<sy:updatePeriod>hourly</sy:updatePeriod>
${stories.map((story) => item(source, story, full)).join('\n')}
</channel>
</rss>
`;
}

/** RSS 2.0 with content:encoded, media and enclosures. */
export function rss2Feed(source: FeedSource): FeedBytes {
  return { type: 'application/rss+xml; charset=utf-8', body: Buffer.from(document(source, true, 'UTF-8')) };
}

/** RSS 2.0 that tells no more than each story's first sentences. */
export function rss2SummaryFeed(source: FeedSource): FeedBytes {
  return { type: 'text/xml', body: Buffer.from(document(source, false, 'UTF-8')) };
}

/** RSS 2.0 in GBK, as its declaration alone says: the server names no charset. */
export function rss2GbkFeed(source: FeedSource): FeedBytes {
  return { type: 'text/xml', body: encodeGbk(document(source, true, 'GBK')) };
}
