import type { App } from './app/app.ts';
import { holdAnswers } from './app/hold.ts';
import { expect, test } from './app/test.ts';

test.beforeEach(({ app: _app }, testInfo) => {
  test.skip(testInfo.project.name === 'electron', 'Answers are held at the loopback door.');
});

/** All sources, as a window asks for them that was told that they changed. */
const ALL = '{}';

/** Oxide & Alloy in the folder of the trade press, two other folders, and its row of the sources page chosen. */
async function open(app: App): Promise<{ readonly folder: () => Promise<string | null>; readonly title: () => Promise<string | undefined> }> {
  await app.follow('oxide-alloy');
  for (const title of ['Metals', 'Magnets']) await app.call('createFolder', { title });
  const { screen, page } = app;
  await screen.press('g', 's');
  await page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Oxide & Alloy' }) }).click();
  await expect(page.getByRole('region', { name: 'Oxide & Alloy', exact: true })).toBeVisible();
  const feedIds = (await app.call('listFeeds', {})).feeds.map(({ id }) => id);
  return {
    title: async () => (await app.call('listFeeds', { feedIds })).feeds[0]?.title,
    folder: async () => {
      const { feeds: [feed], folders } = await app.call('listFeeds', { feedIds });
      return folders.find(({ id }) => id === feed?.folderId)?.title ?? null;
    },
  };
}

async function choose(app: App, folder: string): Promise<void> {
  const { screen, page } = app;
  await page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Oxide & Alloy' }) }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to folder…' }).click();
  const dialog = screen.dialog('Move Oxide & Alloy');
  await dialog.getByRole('combobox', { name: 'Folder' }).selectOption({ label: folder });
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
}

test.describe('While the engine is slow, a source that is renamed on the sources page', () => {
  test('gets back the title that it had, though the window does not know that one yet', async ({ app }) => {
    const { title: now } = await open(app);
    const { screen, page } = app;
    const rename = async (title: string): Promise<void> => {
      await page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Oxide & Alloy' }) }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Rename…' }).click();
      await screen.dialog('Rename source').getByRole('textbox').fill(title);
      await page.keyboard.press('Enter');
      await expect(screen.toast).toContainText(title);
    };
    const held = await holdAnswers(page, 'listFeeds', ALL);
    await rename('Oxides');
    await expect.poll(held.count).toBeGreaterThan(0);
    await rename('Alloys');
    await screen.press('z');
    await expect(screen.toast).toContainText('Undone');
    expect(await now()).toBe('Oxides');
    await held.release();
    await expect(page.getByRole('rowheader', { name: 'Oxides' })).toBeVisible();
  });
});

test.describe('While the engine is slow, a source that is moved on the sources page', () => {
  test('lies where it was moved last, and goes back step by step, though the window does not know yet', async ({ app }) => {
    const { folder } = await open(app);
    const { screen, page } = app;
    const details = page.getByRole('region', { name: 'Oxide & Alloy', exact: true });
    await expect(details).toContainText('Trade press');
    const held = await holdAnswers(page, 'listFeeds', ALL);
    await choose(app, 'Metals');
    await expect(screen.toast).toContainText('Oxide & Alloy moved to Metals');
    await expect.poll(held.count).toBeGreaterThan(0);
    await choose(app, 'Magnets');
    await expect(screen.toast).toContainText('Oxide & Alloy moved to Magnets');
    expect(await folder()).toBe('Magnets');
    await screen.press('z');
    await expect(screen.toast).toContainText('Undone');
    expect(await folder()).toBe('Metals');
    await held.release();
    await expect(details).toContainText('Metals');
    await screen.press('z');
    await expect.poll(folder).toBe('Trade press');
    await expect(details).toContainText('Trade press');
    await expect(screen.sidebar.getByRole('treeitem', { name: /^Trade press/ })).toBeVisible();
  });

  test('lies in the folder of the second move, though the first is answered after its dialog was closed', async ({ app }) => {
    const { folder } = await open(app);
    const { screen, page } = app;
    const held = await holdAnswers(page, 'moveFeed');
    await choose(app, 'Metals');
    await expect.poll(held.count).toBe(1);
    await page.keyboard.press('Escape');
    await expect(screen.dialog('Move Oxide & Alloy')).toHaveCount(0);
    await choose(app, 'Magnets');
    await held.release();
    await expect(screen.toast).toContainText('Oxide & Alloy moved to Magnets');
    await expect(screen.dialog('Move Oxide & Alloy')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Oxide & Alloy', exact: true })).toContainText('Magnets');
    expect(await folder()).toBe('Magnets');
    await screen.press('z');
    await expect.poll(folder).toBe('Metals');
  });
});
