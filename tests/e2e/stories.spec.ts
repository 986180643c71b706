import { AxeBuilder } from '@axe-core/playwright';
import type { NewStory } from '../newsroom/story.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { App } from './app/app.ts';
import { chooseRow, tabTo } from './app/keys.ts';
import { expect, test } from './app/test.ts';

const NIGHT: NewStory = { title: 'Tarnholm yard opens a second smelter', hours: 5, text: 'The Tarnholm yard opened a second smelter on Thursday that cost $412.6 million. Its capacity is 131,400 tonnes of concentrate a year, the owner said in Eskby.' };
const WIRE: NewStory = { title: 'Second furnace for Tarnholm', hours: 3, text: 'A further smelter has been opened at Tarnholm near Eskby. It took an investment of $412.6 million and has a capacity of 141,300 tonnes of concentrate a year.' };
const LATE: NewStory = { title: 'Tarnholm starts its new smelter', hours: 1, text: 'Tarnholm started its second smelter in Eskby. The plant of $412.6 million has a capacity of 131,400 tonnes of concentrate a year.' };

test.use({ settings: { stories: true } });

async function publish(app: App, newsroom: Newsroom): Promise<void> {
  newsroom.publish('oxide-alloy', NIGHT);
  newsroom.publish('critical-metals-wire', WIRE);
  newsroom.publish('magnet-monitor', LATE);
  await app.follow('oxide-alloy', 'critical-metals-wire', 'magnet-monitor');
  await expect.poll(async () => (await rows(app)).find(({ title }) => title === NIGHT.title)?.story?.sources, { timeout: 20_000 }).toBe(3);
  await app.screen.go('Today');
}

async function rows(app: App) {
  return (await app.call('listArticles', { scope: { kind: 'all' }, limit: 100, stories: true })).articles;
}

async function expectAccessible(app: App): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

test('reports of one event are one row, which opens in place with the keyboard alone', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen } = app;
  await expect(screen.row(NIGHT.title)).toHaveAccessibleName(/3 sources\./);
  await expect(screen.row(WIRE.title)).toHaveCount(0);
  await app.call('setSettings', { readStories: false });
  await screen.row(NIGHT.title).click();
  await screen.focusList();
  await screen.press('e');
  await expect(screen.row(WIRE.title)).toHaveAccessibleName(/Report 1 of 2\./);
  await expect(screen.row(LATE.title)).toHaveAccessibleName(/Report 2 of 2\./);
  await expect(screen.row(NIGHT.title)).toHaveAccessibleName(/3 sources, opened\./);
  await expectAccessible(app);
  await screen.press('j', 'j');
  await expect(screen.chosen).toHaveAccessibleName(new RegExp(LATE.title));
  await expect(screen.articleTitle).toHaveText(LATE.title);
  await screen.press('e');
  await expect(screen.row(LATE.title)).toHaveCount(0);
  await expect(screen.chosen).toHaveAccessibleName(new RegExp(NIGHT.title));
  // The pointer's way.
  await screen.row(NIGHT.title).getByText('3 sources').click();
  await expect(screen.row(WIRE.title)).toHaveCount(1);
});

test('the article tells who reports it, in order, and which figures differ', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen, page } = app;
  await screen.row(NIGHT.title).click();
  const story = page.getByRole('region', { name: 'Story' });
  await expect(story.getByRole('heading', { name: /^Story\s*3 sources/ })).toBeVisible();
  const reports = story.getByRole('list').first().getByRole('listitem');
  await expect(reports).toHaveText([/Oxide & Alloy.*first, this article/, /Critical Metals Wire.*Second furnace/, /Magnet Monitor.*starts its new/]);
  await expect(story.getByRole('heading', { name: 'Figures that differ' })).toBeVisible();
  await expect(story).toContainText('131,400 tonnes');
  await expect(story).toContainText('141,300 tonnes');
  // In a narrow pane a sentence stands below its figure, nearer to it than to the next.
  await page.setViewportSize({ width: 1024, height: 768 });
  const [first, sentence, second] = await Promise.all([story.getByText('131,400 tonnes', { exact: true }), story.getByText(/^Its capacity is 131,400/), story.getByText('141,300 tonnes', { exact: true })].map((part) => part.boundingBox()));
  expect(sentence!.y - (first!.y + first!.height)).toBeLessThan(second!.y - (sentence!.y + sentence!.height) - 4);
  await page.setViewportSize({ width: 1440, height: 900 });
  await screen.focusList();
  await screen.press('Enter');
  await tabTo(story.getByRole('button', { name: 'Critical Metals Wire', exact: true }));
  await screen.press('Enter');
  await expect(screen.articleTitle).toHaveText(WIRE.title);
  await expect(story.getByRole('list').first().getByRole('listitem').first()).toContainText('first');
  await expectAccessible(app);
});

const gained = (gain: string): string => `The Tarnholm yard opened a second smelter on Thursday that cost $412.6 million. Its capacity is 131,400 tonnes of concentrate a year. Shares of JL MAG rose ${gain}% to 41.85 yuan.`;

test('figures that only the lens tells to be of one thing are named where it is closed, too', async ({ app, newsroom }) => {
  newsroom.publish('oxide-alloy', { ...NIGHT, text: gained('6.4') });
  newsroom.publish('critical-metals-wire', { ...WIRE, text: gained('6.9') });
  await app.follow('oxide-alloy', 'critical-metals-wire');
  await expect.poll(async () => (await rows(app)).find(({ title }) => title === NIGHT.title)?.story?.sources, { timeout: 20_000 }).toBe(2);
  const { screen, page } = app;
  await screen.go('Today');
  await screen.row(NIGHT.title).click();
  const story = page.getByRole('region', { name: 'Story' });
  await expect(story.getByRole('heading', { name: 'Figures that differ' })).toBeVisible();
  await expect(story).toContainText('6.4%');
  await expect(story).toContainText('6.9%');
});

test('reading one marks the story, and M does and undoes it at once', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen } = app;
  const unread = async () => (await rows(app)).find(({ title }) => title === NIGHT.title)?.story?.unread;
  await screen.row(NIGHT.title).click();
  await expect.poll(unread).toBe(0);
  await screen.focusList();
  await screen.press('m');
  await expect(app.screen.toast.getByText('3 reports of the story marked as unread')).toBeVisible();
  await expect.poll(unread).toBe(3);
  await screen.press('z');
  await expect.poll(unread).toBe(0);
  await expect(screen.row(NIGHT.title)).not.toHaveAccessibleName(/^Unread/);
});

test('a report that is not of the story leaves it, and comes back', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen, page } = app;
  await screen.row(NIGHT.title).click();
  await screen.focusList();
  await screen.press('e');
  await expect(screen.row(WIRE.title)).toHaveAccessibleName(/Report 1 of 2\./);
  await screen.press('j');
  await expect(screen.chosen).toHaveAccessibleName(new RegExp(WIRE.title));
  await screen.press('Shift+F10');
  await chooseRow(page.getByRole('menuitem', { name: 'Not the same story' }));
  await expect(screen.row(NIGHT.title)).toHaveAccessibleName(/2 sources, opened\./);
  await expect(screen.row(WIRE.title)).not.toHaveAccessibleName(/Report/);
  await expect(screen.list).toBeFocused();
  await screen.press('z');
  await expect(screen.row(NIGHT.title)).toHaveAccessibleName(/3 sources, opened\./);
  await expect(screen.row(WIRE.title)).toHaveAccessibleName(/Report 1 of 2\./);
});

test('a report that arrives joins its row while that stands', async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen } = app;
  newsroom.publish('western-minerals', { ...LATE, title: 'Tarnholm smelter is running', hours: 0.5 });
  await app.follow('western-minerals');
  await expect(screen.row(NIGHT.title)).toHaveAccessibleName(/4 sources\./, { timeout: 15_000 });
});

test('the settings give every report a row of its own', { tag: '@settings-dialog' }, async ({ app, newsroom }) => {
  await publish(app, newsroom);
  const { screen, page } = app;
  await screen.button('Settings').last().click();
  await page.getByRole('tab', { name: 'Reading' }).click();
  await expectAccessible(app);
  await page.getByRole('checkbox', { name: 'Show reports of one event as one row' }).uncheck();
  await page.keyboard.press('Escape');
  for (const { title } of [NIGHT, WIRE, LATE]) await expect(screen.row(title)).toHaveCount(1);
  await screen.row(WIRE.title).click();
  await screen.focusList();
  await screen.press('e');
  await expect(screen.row(WIRE.title)).toHaveCount(1);
});

test('the reports of a story stand below each other, whether a time or a day is told before them', async ({ app, newsroom }) => {
  newsroom.publish('oxide-alloy', { ...NIGHT, hours: 30 });
  newsroom.publish('critical-metals-wire', { ...WIRE, hours: 0.02 });
  await app.follow('oxide-alloy', 'critical-metals-wire');
  await expect.poll(async () => (await rows(app)).find(({ title }) => title === NIGHT.title)?.story?.sources, { timeout: 20_000 }).toBe(2);
  const { screen } = app;
  await screen.go('Unread');
  await screen.row(NIGHT.title).click();
  const rail = screen.article.getByRole('region', { name: 'Story' }).getByRole('list').first().getByRole('listitem');
  await expect(rail).toHaveCount(2);
  await expect(rail.locator('time')).toHaveText([/^\d+ \w{3}$/u, /^\d\d:\d\d$/u]);
  const lefts = await rail.locator('[class*="_node_"]').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(1);
  const rights = await rail.locator('[class*="_note_"]').evaluateAll((notes) => notes.map((note) => note.parentElement!.getBoundingClientRect().right - note.getBoundingClientRect().right));
  expect(Math.max(...rights)).toBeLessThan(1);
});
