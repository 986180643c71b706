import { chip, keepFive, list, openBookmarks, row, rows, tagsOf } from './app/bookmarks-page.ts';
import { expect, test } from './app/test.ts';

test.describe('Bookmarks that are changed on their page', () => {
  test('renames a tag, merges it into another, takes it from all, and takes each back', async ({ app }) => {
    const { ids } = await keepFive(app);
    await openBookmarks(app);
    await chip(app, 'prices').click();
    const commands = app.screen.button('Commands for the tag prices');
    await commands.click();
    await app.page.getByRole('menuitem', { name: 'Rename tag…' }).click();
    const dialog = app.screen.dialog('Rename the tag “prices”');
    await dialog.getByRole('textbox').fill('Quota');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await expect(dialog).toBeHidden();
    await expect(app.page.getByText('Tag “prices” merged into “quota”').first()).toBeVisible();
    // What was narrowed by the one is narrowed by the other.
    await expect(rows(app)).toHaveCount(3);
    await expect(chip(app, 'quota')).toHaveAttribute('aria-pressed', 'true');
    expect(await tagsOf(app, ids[0])).toEqual(['quota']);
    await list(app).focus();
    await app.screen.press('z');
    await expect(chip(app, 'prices')).toBeVisible();
    expect(await tagsOf(app, ids[0])).toEqual(['prices']);
    expect(await tagsOf(app, ids[1])).toEqual(['prices', 'quota']);

    await chip(app, 'prices').click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Merge into another tag…' }).click();
    const merge = app.screen.dialog('Merge the tag “prices”');
    await expect(merge).toContainText('What has the tag “prices” gets “quota” instead');
    await merge.getByRole('button', { name: 'Merge' }).click();
    await expect(chip(app, 'prices')).toHaveCount(0);
    await chip(app, 'quota').focus();
    await app.screen.press('Shift+F10');
    await app.page.getByRole('menuitem', { name: 'Remove tag' }).click();
    await expect(chip(app, 'quota')).toHaveCount(0);
    await expect(rows(app)).toHaveCount(5);
    await list(app).focus();
    await app.screen.press('z', 'z');
    await expect(chip(app, 'prices')).toBeVisible();
    expect(await tagsOf(app, ids[1])).toEqual(['prices', 'quota']);
  });

  test('tags three at once, and takes back only what that changed', async ({ app }) => {
    const { ids } = await keepFive(app);
    await openBookmarks(app);
    // From the top: 4, 3, 2; the last of them has quota already.
    await app.screen.press('x', 'Shift+J', 'Shift+J');
    await expect(app.page.getByText('3 chosen', { exact: true }).first()).toBeVisible();
    await expect(list(app).getByRole('option', { selected: true })).toHaveCount(3);
    await app.page.getByRole('toolbar', { name: 'Chosen bookmarks' }).getByRole('button', { name: 'Export…' }).click();
    await expect(app.page.getByRole('dialog')).toContainText('3');
    await app.screen.press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    await list(app).focus();
    await app.screen.press('t');
    const dialog = app.screen.dialog('Tag 3 bookmarks');
    const field = dialog.getByRole('combobox');
    await expect(field).toBeFocused();
    await app.page.keyboard.type('quo');
    await app.screen.press('Enter');
    await app.page.keyboard.type('follow up');
    await app.screen.press('Enter', 'Enter');
    await expect(dialog).toBeHidden();
    await expect(chip(app, 'follow up')).toHaveCount(0);
    expect(await tagsOf(app, ids[4])).toEqual(['follow up', 'quota']);
    expect(await tagsOf(app, ids[2])).toEqual(['follow up', 'quota']);
    await expect(list(app)).toBeFocused();
    await app.screen.press('z');
    await expect.poll(() => tagsOf(app, ids[4])).toEqual([]);
    expect(await tagsOf(app, ids[2])).toEqual(['quota']);
    await app.screen.press('Escape', 'Escape');
    await expect(chip(app, 'quota')).toBeVisible();
  });

  test('chooses with the pointer too, removes what is chosen, and puts it back where it was', async ({ app }) => {
    const { titles } = await keepFive(app);
    await openBookmarks(app);
    const order = await rows(app).allInnerTexts();
    await row(app, titles[4]).click();
    await row(app, titles[2]).click({ modifiers: ['Shift'] });
    await row(app, titles[3]).click({ modifiers: ['Control'] });
    await row(app, titles[0]).click({ modifiers: ['Control'] });
    await expect(list(app).getByRole('option', { selected: true })).toHaveCount(3);
    await app.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(rows(app)).toHaveCount(2);
    await expect(app.page.getByText('3 bookmarks removed').first()).toBeVisible();
    await app.screen.button('Undo').click();
    await expect(rows(app)).toHaveText(order.map((text) => text.trim()), { useInnerText: true });
    await list(app).focus();
    await app.screen.press('Control+a', 's');
    await expect(app.page.getByRole('heading', { name: 'No bookmarks yet' })).toBeVisible();
    await app.screen.press('z');
    await expect(rows(app)).toHaveCount(5);
  });
});
