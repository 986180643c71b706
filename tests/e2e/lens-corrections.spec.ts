import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { NewStory } from '../newsroom/story.ts';
import { expectAccessible } from './app/axe.ts';
import { MAIN, OTHER, lensOf, lit, openStory, publishWeek } from './app/lens.ts';
import { expect, test } from './app/test.ts';

test('a figure is fixed, dropped and added, each taken back with Z; what was corrected outlives a restart', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  await app.call('setSettings', { lensShown: true });
  let lens = await openStory(app);
  const { screen, page } = app;
  const sixty = lens.getByRole('button', { name: /^60%, (?:one )?plant/i });
  await sixty.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Fix…' }).click();
  const dialog = screen.dialog('Fix figure');
  await expect(dialog.getByLabel('Value')).toHaveValue('60');
  await expectAccessible(app, 'fix figure');
  await dialog.getByLabel('Value').fill('sixty');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Write a number');
  await dialog.getByLabel('Value').fill('66');
  await dialog.getByLabel('What it measures').fill('Use of one plant');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(app.screen.toast.getByText('Fixed: 60%')).toBeVisible();
  const fixed = lens.getByRole('button', { name: /^66%, Use of one plant/ });
  await expect(fixed).toBeVisible();
  await screen.focusList();
  await screen.press('z');
  await expect(sixty).toBeVisible();

  await sixty.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Not a figure' }).click();
  await expect(sixty).toHaveCount(0);
  await expect(lens.getByRole('button', { name: 'Taken out (1)' })).toBeVisible();
  await expect(app.screen.toast.getByText('Taken out: 60%')).toBeVisible();
  await screen.focusList();
  await screen.press('z');
  await expect(sixty).toBeVisible();

  await page.evaluate(() => {
    const text = document.querySelector('[data-article-text]');
    const walker = document.createTreeWalker(text as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('thirtyfive') ?? -1;
      if (at > -1) getSelection()?.setBaseAndExtent(node, at, node, at + 'thirtyfive'.length);
    }
  });
  await screen.press('f');
  const adding = screen.dialog('Add figure');
  await adding.getByLabel('Value').fill('35');
  await adding.getByLabel('Kind').selectOption('count');
  await adding.getByLabel('What it measures').fill('Lots that buyers wait for');
  await adding.getByRole('button', { name: 'Add' }).click();
  const added = lens.getByRole('button', { name: /^35, Lots that buyers wait for/ });
  await expect(added).toBeVisible();
  await expect.poll(() => lit(app, 'figure')).toContain('thirtyfive');

  await app.restart();
  lens = lensOf(app);
  await app.screen.go('Today');
  await app.screen.row(MAIN.title).click();
  await expect(lens.getByRole('button', { name: /^35, Lots that buyers wait for/ })).toBeVisible();
});

test('figures that an older version read otherwise are read anew, and what changed is told', async ({ app, newsroom }) => {
  await publishWeek(app, newsroom);
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 100 });
  const idOf = (story: NewStory) => articles.find(({ title }) => title === story.title)?.id ?? 0;
  await app.restart(() => {
    // As if rules of before had read the figures of another article in this one.
    const database = new DatabaseSync(join(app.profile, 'library', 'monazite.db'));
    database.prepare('UPDATE article_figures SET packed = (SELECT packed FROM article_figures WHERE article_id = ?) WHERE article_id = ?').run(idOf(OTHER), idOf(MAIN));
    database.exec('UPDATE figures_reading SET version = version + 100');
    database.close();
  });
  const { screen, page } = app;
  await screen.go('Today');
  await screen.press('g', 'f');
  const line = page.locator('[data-lens-progress]');
  await expect(line).toHaveText(/^Rules were updated\. 1 article reads otherwise: \d+ added, 1 gone, 0 altered\./, { timeout: 30_000 });
  await line.getByRole('button', { name: 'What changed' }).click();
  const dialog = screen.dialog('What the updated rules changed');
  await expect(dialog.getByRole('listitem')).toContainText(MAIN.title);
  await expect(dialog).toContainText(/Added.*6\.55 million yuan a tonne.*Gone/s);
  await expectAccessible(app, 'what changed');
});
