import { storyPath } from '../addresses.ts';
import { isoDay } from '../dates.ts';
import { escape } from '../escape.ts';
import type { FeedSource } from '../feeds/feed-source.ts';
import type { Story } from '../story.ts';

/** How an outlet without a feed draws its list: as always, as cards after a redesign, the newest two alone, without dates, or not at all. */
export type PageShape = 'list' | 'cards' | 'short' | 'undated' | 'none';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Investor pages hang their presentations beside what they announce. */
const DOCUMENTS = ['Corporate presentation', 'Mount Elgar site visit', 'Annual report', 'Notice of meeting'];

function row({ outlet }: FeedSource, story: Story, isDated: boolean): string {
  const day = isoDay(story.publishedAt, outlet.calendar);
  return `<li class="announcement">${isDated ? `<time datetime="${day}">${day}</time> ` : ''}<a href="${escape(storyPath(outlet, story))}" title="${escape(story.title)}">${escape(story.title)}</a></li>`;
}

/** As a front-end framework writes them: names with the hash of a build, the date in words, the whole card a link. */
function card({ outlet }: FeedSource, story: Story): string {
  const [year, month, day] = isoDay(story.publishedAt, outlet.calendar).split('-').map(Number);
  return `<div class="releaseCard_x7Qa2"><a href="${escape(storyPath(outlet, story))}"><h3 class="releaseTitle_p0Zk9">${escape(story.title)}</h3></a><p class="releaseText_b81Cd">${escape(story.summary)}</p><span class="releaseDate_m3Ns1">${day} ${MONTHS[(month ?? 1) - 1]} ${year}</span></div>`;
}

/** The announcements of an outlet without a feed, in the shape that its page has now. */
export function announcements(source: FeedSource, shape: PageShape): string {
  const { outlet, stories } = source;
  const heading = `<h1>${escape(outlet.tagline)}</h1>`;
  const documents = `<section class="documents"><h2>Presentations and reports</h2><ul>${DOCUMENTS.map((name, at) => `<li class="document"><a href="/documents/${at + 1}.pdf">${name}</a></li>`).join('\n')}</ul></section>`;
  if (shape === 'none') return `<main>${heading}<p>This page is being rebuilt. Announcements are on the exchange’s platform in the meantime.</p></main>`;
  if (shape === 'cards') return `<main>${heading}<div class="releaseGrid_k2Lm4">${stories.map((story) => card(source, story)).join('\n')}</div>${documents}</main>`;
  const shown = shape === 'short' ? stories.slice(0, 2) : stories;
  return `<main>${heading}<ul class="list">${shown.map((story) => row(source, story, shape !== 'undated')).join('\n')}</ul>${documents}</main>`;
}
