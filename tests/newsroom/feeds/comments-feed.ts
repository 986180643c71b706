import { storyPath } from '../addresses.ts';
import { rfc822 } from '../dates.ts';
import { escape } from '../escape.ts';
import type { FeedBytes, FeedSource } from './feed-source.ts';

const VOICES: readonly (readonly [string, string])[] = [
  ['M. Okafor', 'The strip ratio is missing from this. Without it the cost figure says little.'],
  ['core_shed', 'I logged two of those holes. The grade is real, the continuity is a hope.'],
  ['Ines R.', 'Who carries the thorium? Nobody ever asks before the decision.'],
];

/** The readers' comments, which the outlet's home page names before its articles: a trap for whoever takes the first feed. */
export function commentsFeed(source: FeedSource): FeedBytes {
  const { outlet, stories, origin } = source;
  const items = stories.slice(0, 3).map((story, index) => {
    const [who, what] = VOICES[index % VOICES.length]!;
    const link = escape(`${origin}${storyPath(outlet, story)}#comment-${index + 1}`);
    return `<item><title>By: ${who}</title><link>${link}</link><guid>${link}</guid><pubDate>${rfc822(story.publishedAt + 1_200_000, outlet.calendar)}</pubDate><description>${escape(what)}</description></item>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Comments for ${escape(outlet.title)}</title><link>${origin}/</link><description>What readers say</description>
${items.join('\n')}
</channel></rss>
`;
  return { type: 'text/xml; charset=UTF-8', body: Buffer.from(body) };
}
