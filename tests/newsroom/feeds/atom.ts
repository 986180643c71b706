import { storyPath } from '../addresses.ts';
import { storyHtml } from '../body.ts';
import { rfc3339 } from '../dates.ts';
import { escape } from '../escape.ts';
import { feedIconPath } from '../images/site-icon.ts';
import type { FeedBytes, FeedSource } from './feed-source.ts';

/** Atom 1.0: xml:base on the feed, relative links within, published and updated apart. */
export function atomFeed(source: FeedSource): FeedBytes {
  const { outlet, stories, origin, origins } = source;
  const time = (at: number): string => rfc3339(at, outlet.calendar);
  const icon = feedIconPath(outlet);
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${origin}/atom/" xml:lang="${outlet.calendar.lang}">
<id>tag:${outlet.id}.example,2025:feed</id>
<title type="text">${escape(outlet.title)}</title>
<subtitle>${escape(outlet.tagline)}</subtitle>
<updated>${time(Math.max(0, ...stories.map((story) => story.updatedAt)))}</updated>
${icon === null ? '' : `<icon>${origin}${icon}</icon>\n`}<link rel="self" type="application/atom+xml" href="${outlet.feedPath}"/>
<link rel="alternate" type="text/html" href="/"/>
${stories
  .map(
    (story) => `<entry>
<id>tag:${outlet.id}.example,2025:${escape(story.slug)}</id>
<title type="html">${escape(escape(story.title))}</title>
<link rel="alternate" type="text/html" href="${escape(storyPath(outlet, story))}"/>
<published>${time(story.publishedAt)}</published>
<updated>${time(story.updatedAt)}</updated>
${story.author ? `<author><name>${escape(story.author)}</name></author>` : ''}
${story.tags.map((tag) => `<category term="${escape(tag)}"/>`).join('')}
<summary type="text">${escape(story.summary)}</summary>
<content type="html">${escape(storyHtml(outlet, story, origin, origins))}</content>
</entry>`,
  )
  .join('\n')}
</feed>
`;
  return { type: 'application/atom+xml; charset=utf-8', body: Buffer.from(body) };
}
