import type { Locator } from 'playwright/test';
import { expect } from 'playwright/test';
import type { ArticleId } from '../../../electron/contract/model.ts';
import type { App } from './app.ts';
import { highlightSentence } from './bookmarks.ts';

/** What was bookmarked, the newest headline first. */
export interface Kept {
  readonly ids: readonly ArticleId[];
  readonly titles: readonly string[];
}

/** Five bookmarks: 0 and 1 tagged prices, 1 and 2 quota, 3 with a highlight and a note on it, 4 with nothing. The last saved is 4, at the top. */
export async function keepFive(app: App): Promise<Kept> {
  await app.follow('oxide-alloy');
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
  const five = articles.slice(0, 5);
  for (const { id } of five) await app.call('setBookmarked', { articleId: id, bookmarked: true });
  const ids = five.map(({ id }) => id);
  await app.call('tagArticles', { articleIds: ids.slice(0, 2), add: ['prices'] });
  await app.call('tagArticles', { articleIds: ids.slice(1, 3), add: ['quota'] });
  await highlightSentence(app, ids[3]!, 1, 'Ask our two suppliers.');
  return { ids, titles: five.map(({ title }) => title) };
}

/** Goes to the page of bookmarks by its keys. */
export async function openBookmarks(app: App): Promise<void> {
  await app.screen.press('g', 'b');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Bookmarks' })).toBeVisible();
  await expect(list(app)).toBeFocused();
}

export const list = (app: App): Locator => app.page.getByRole('listbox', { name: 'Bookmarks' });
export const rows = (app: App): Locator => list(app).getByRole('option');
export const row = (app: App, title: string | undefined): Locator => rows(app).filter({ hasText: title ?? '' });
export const details = (app: App): Locator => app.page.getByRole('region', { name: 'Bookmark details' });
export const chip = (app: App, tag: string): Locator => app.page.getByRole('group', { name: 'Filter' }).getByRole('button', { name: new RegExp(`^${tag}, \\d`) });
export const tagsOf = async (app: App, articleId: ArticleId | undefined): Promise<string[]> => (await app.call('evidence', { articleId: articleId ?? 0 })).tags.map(({ title }) => title).toSorted();
