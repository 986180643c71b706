import { storyPath } from '../addresses.ts';
import { dateLine } from '../dates.ts';
import { escape } from '../escape.ts';
import type { FeedSource } from '../feeds/feed-source.ts';
import type { Outlet } from '../outlet.ts';
import { announcements } from './announcements.ts';
import type { PageShape } from './announcements.ts';
import { layout } from './layout.ts';

const TYPES: Readonly<Record<Outlet['format'], string>> = {
  rss2: 'application/rss+xml',
  'rss2-gbk': 'application/rss+xml',
  'rss2-summary': 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  none: '',
};

function link(type: string, title: string, href: string): string {
  return `<link rel="alternate" type="${type}" title="${escape(title)}" href="${escape(href)}">`;
}

/** The feeds that a home page names, in the order in which it does: comments come first where there are any. */
function feedLinks(source: FeedSource): string {
  const { outlet, origins } = source;
  const links: string[] = [];
  if (outlet.comments) links.push(link('application/rss+xml', `${outlet.title} » Comments Feed`, '/comments/feed/'));
  if (outlet.feedPath !== '') links.push(link(TYPES[outlet.format], outlet.title, outlet.feedPath));
  if (outlet.comments) links.push(link('application/rss+xml', 'Oxide & Alloy, our partner', `${origins('oxide-alloy')}/feed.xml`));
  return links.join('\n');
}

/** An outlet's front page: a dated list of its stories; `shape` is how one without a feed draws it. */
export function homePage(source: FeedSource, shape: PageShape): string {
  const { outlet, stories } = source;
  const rows = stories.map(
    (story) =>
      `<li><h3><a href="${escape(storyPath(outlet, story))}">${escape(story.title)}</a></h3><p>${escape(story.summary)}</p><p class="date">${dateLine(story.publishedAt, outlet.calendar)}</p></li>`,
  );
  return layout(outlet, {
    title: outlet.title,
    head: feedLinks(source),
    main: outlet.format === 'none' ? announcements(source, shape) : `<main><h1>${escape(outlet.tagline)}</h1><ul class="list">${rows.join('\n')}</ul></main>`,
  });
}
