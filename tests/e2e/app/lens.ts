import type { Locator } from 'playwright/test';
import { expect } from 'playwright/test';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import type { NewStory } from '../../newsroom/story.ts';
import type { App } from './app.ts';

/** What the lens has most to say about. */
export const MAIN: NewStory = {
  title: 'Dysprosium oxide climbs as trucks wait at the border',
  hours: 0.02,
  text: [
    'Dysprosium oxide was quoted at 1.68 million yuan a tonne in Ganzhou, as longer inspections cut the flow of concentrate to southern separators.',
    'Terbium oxide rose 3.1% to 6.55 million yuan a tonne. Lanthanum oxide was offered at 36-365000 yuan/ton.',
    'One plant is running at about 60% of capacity, and magnets were 120% share of its output. Announcement No. 18 of 2025 takes effect on 1 December 2031. Buyers wait for lots number thirtyfive.',
  ].join('\n\n'),
};
/** Sees the last day's quote otherwise. */
export const OTHER: NewStory = { title: 'Dysprosium oxide firm in Baotou', hours: 0.03, text: 'Dysprosium oxide was quoted at 1.75 million yuan a tonne in Baotou, a magnet maker said.' };
/** Names the document that MAIN names. */
export const CHINESE: NewStory = { title: '十二月起实行新办法', hours: 0.04, text: '商务部公告2025年第18号自2031年12月1日起施行。氧化铽报655万元/吨，环比上涨3.1%。' };

/** Of quotes before the last one. */
export const DAYS = 6;

/** A week of quotes, the last day of which two sources see otherwise, and a notice in two languages. */
export async function publishWeek(app: App, newsroom: Newsroom): Promise<void> {
  for (let day = DAYS; day > 0; day--) {
    newsroom.publish('minerals-office', { title: `Dysprosium note ${day}`, hours: day * 24 + 0.05, text: `Dysprosium oxide was quoted at ${(1.68 - day * 0.02).toFixed(2)} million yuan a tonne, traders said.` });
  }
  newsroom.publish('minerals-office', MAIN);
  newsroom.publish('northgate', OTHER);
  newsroom.publish('cicai-zhoukan', CHINESE);
  await app.follow('minerals-office', 'northgate', 'cicai-zhoukan');
  await app.refreshed();
  await expect.poll(async () => (await app.call('lensProgress', {})).waiting, { timeout: 30_000 }).toBe(0);
}

/** The panel beside the article. */
export function lensOf({ page }: App): Locator {
  return page.getByRole('complementary', { name: 'Lens' });
}

/** What of the text is lit under a name. */
export async function lit({ page }: App, name: string): Promise<string[]> {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);
}

/** Opens an article once its figures are lit. */
export async function openStory(app: App, story: NewStory = MAIN): Promise<Locator> {
  await app.screen.go('Today');
  await app.screen.row(story.title).click();
  await expect(app.screen.articleTitle).toHaveText(story.title);
  await expect.poll(() => lit(app, 'figure')).not.toEqual([]);
  return lensOf(app);
}
