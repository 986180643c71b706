import { storyPath } from '../addresses.ts';
import { storyHtml } from '../body.ts';
import { rfc3339 } from '../dates.ts';
import { cdata, escape } from '../escape.ts';
import type { FeedBytes, FeedSource } from './feed-source.ts';

/** RSS 1.0: items beside the channel, dates and authors in Dublin Core. */
export function rdfFeed(source: FeedSource): FeedBytes {
  const { outlet, stories, origin, origins } = source;
  const link = (index: number): string => escape(origin + storyPath(outlet, stories[index]!));
  const body = `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:lang="zh-CN">
<channel rdf:about="${origin}${outlet.feedPath}">
<title>${escape(outlet.title)}</title>
<link>${origin}/</link>
<description>${escape(outlet.tagline)}</description>
<dc:language>${outlet.calendar.lang}</dc:language>
<items><rdf:Seq>${stories.map((_story, index) => `<rdf:li rdf:resource="${link(index)}"/>`).join('')}</rdf:Seq></items>
</channel>
${stories
  .map(
    (story, index) => `<item rdf:about="${link(index)}">
<title>${escape(story.title)}</title>
<link>${link(index)}</link>
<description>${escape(story.summary)}</description>
<dc:date>${rfc3339(story.publishedAt, outlet.calendar)}</dc:date>
<dc:creator>${escape(story.author)}</dc:creator>
${story.tags.map((tag) => `<dc:subject>${escape(tag)}</dc:subject>`).join('')}
<content:encoded>${cdata(storyHtml(outlet, story, origin, origins))}</content:encoded>
</item>`,
  )
  .join('\n')}
</rdf:RDF>
`;
  return { type: 'application/rdf+xml', body: Buffer.from(body) };
}
