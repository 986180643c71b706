import { picturePath, storyPath } from '../addresses.ts';
import { storyHtml } from '../body.ts';
import { rfc3339 } from '../dates.ts';
import { feedIconPath } from '../images/site-icon.ts';
import type { FeedBytes, FeedSource } from './feed-source.ts';

/** JSON Feed 1.1. */
export function jsonFeed(source: FeedSource): FeedBytes {
  const { outlet, stories, origin, origins } = source;
  const icon = feedIconPath(outlet);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.title,
    description: outlet.tagline,
    home_page_url: `${origin}/`,
    feed_url: `${origin}${outlet.feedPath}`,
    ...(icon !== null && { favicon: origin + icon }),
    language: outlet.calendar.lang,
    items: stories.map((story) => ({
      id: `${outlet.id}/${story.slug}`,
      url: origin + storyPath(outlet, story),
      title: story.title,
      summary: story.summary,
      content_html: storyHtml(outlet, story, origin, origins),
      date_published: rfc3339(story.publishedAt, outlet.calendar),
      ...(story.updatedAt > story.publishedAt ? { date_modified: rfc3339(story.updatedAt, outlet.calendar) } : {}),
      ...(story.author ? { authors: [{ name: story.author }] } : {}),
      ...(story.picture === null ? {} : { image: origin + encodeURI(picturePath(outlet, story.picture)) }),
      tags: story.tags,
    })),
  };
  return { type: 'application/feed+json', body: Buffer.from(JSON.stringify(feed, null, 1)) };
}
