import { expect, test } from './app/test.ts';

const TITLE = 'Dysprosium oxide climbs as border checks slow ore trucks';
const TEXT = '<p>Traders in Ganzhou asked more for Dy<sub>2</sub>O<sub>3</sub> and terbium oxide. Lynas and Baotou were quiet; neodymium too.</p>';

test.describe('What an article speaks of', () => {
  test('stands beside its source in the list, in its own script, and under its title', async ({ app }) => {
    const { screen } = app;
    app.newsroom.publish('oxide-alloy', { title: TITLE, html: TEXT });
    app.newsroom.publish('oxide-alloy', { title: '氧化鐠釹與氧化鏑報價上漲', html: '<p>贛州報價上漲，包頭持平。</p>' });
    await app.follow('oxide-alloy');
    const row = screen.row(TITLE);
    await expect(row).toContainText('DyTbNd');
    await expect(row).toHaveAccessibleName(/Dysprosium, terbium, neodymium\./);
    await expect(screen.row('氧化鐠釹與氧化鏑報價上漲')).toContainText('釹鐠鏑');

    await row.click();
    const named = screen.article.getByRole('list', { name: 'Named in this article' });
    await expect(named.getByRole('listitem')).toHaveText(['Dy', 'Tb', 'Nd', 'Lynas Rare Earths', 'Ganzhou', 'Baotou']);
    await expect(named.getByRole('button', { name: 'dysprosium, element 66' })).toBeVisible();
    // In place before the text, so that nothing moves when it comes.
    const cell = await named.getByRole('button').first().boundingBox();
    expect(cell).toMatchObject({ width: 28, height: 22 });
  });

  test('are named in Chinese where the window is', async ({ app }) => {
    const { screen } = app;
    app.newsroom.publish('oxide-alloy', { title: TITLE, html: TEXT });
    await app.call('setSettings', { language: 'zh-CN' });
    await app.follow('oxide-alloy');
    await screen.row(TITLE).click();
    const named = screen.article.getByRole('list', { name: '文中提到' });
    await expect(named.getByRole('listitem')).toHaveText(['镝', '铽', '钕', '莱纳斯', '赣州', '包头']);
  });

  test('follows a correction', async ({ app }) => {
    const { screen } = app;
    app.newsroom.publish('oxide-alloy', { title: TITLE, html: TEXT });
    await app.follow('oxide-alloy');
    await screen.row(TITLE).click();
    const named = screen.article.getByRole('list', { name: 'Named in this article' });
    await expect(named).toContainText('Lynas');
    await app.call('removeEntity', { entityId: 'company:lynas' });
    await expect(named).not.toContainText('Lynas');
    await expect(named).toContainText('Baotou');
  });
});
