import { AxeBuilder } from '@axe-core/playwright';
import type { App } from './app/app.ts';
import { test } from './app/test.ts';

const OUT = '/tmp/watch-shots';
async function axe(app: App, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  for (const { id, nodes } of violations) for (const node of nodes) console.log('AXE', name, id, node.target.join(' '), node.failureSummary?.split('\n').slice(1).join(' ').trim());
}
for (const [theme, language, width] of [['light', 'en', 1440], ['dark', 'zh-CN', 1440], ['light', 'zh-CN', 1024], ['dark', 'en', 720]] as const) {
  test.describe(`${theme} ${language} ${width}`, () => {
    test.use({ settings: { theme, language } as never });
    test('shots', async ({ app }) => {
      const { page } = app;
      const shot = async (name: string): Promise<void> => {
        await page.waitForTimeout(400);
        await page.screenshot({ path: `${OUT}/${name}-${theme}-${language}-${width}.png` });
        await axe(app, `${name}-${theme}-${language}-${width}`);
      };
      await page.setViewportSize({ width, height: 900 });
      for (const entityId of ['element:Nd', 'element:Dy']) await app.call('addWatch', { watched: { kind: 'entity', entityId }, alert: entityId === 'element:Dy' ? 'notify' : 'off' });
      const { entities } = await app.call('listEntities', { kind: 'place' });
      await app.call('addWatch', { watched: { kind: 'entity', entityId: entities.find(({ names }) => names['en'] === 'Myanmar')?.id ?? entities[0]!.id } });
      await app.call('addWatch', { watched: { kind: 'search', query: '"export licence"', exact: false }, alert: 'notify' });
      await app.call('addWatch', { watched: { kind: 'search', query: 'magnet OR 磁', exact: false }, title: 'Magnets', alert: 'digest' });
      await app.call('addRule', { title: 'Sponsored', enabled: true, when: { query: 'sponsored OR advertisement' }, effects: { mute: true } });
      await app.call('addRule', { title: 'Dysprosium first', enabled: true, when: { query: 'dysprosium' }, effects: { raise: true, tags: ['Dy'] } });
      await app.follow();
      await page.waitForTimeout(1500);
      const go = async (name: RegExp): Promise<void> => {
        if (width < 860) await page.getByRole('button', { name: /sidebar|侧栏/ }).first().click();
        await page.getByRole('treeitem', { name }).first().click();
      };
      await shot('0-main');
      await go(/Dysprosium|镝 Dy/);
      await page.waitForTimeout(500);
      await shot('1-watch');
      if (width < 860) {
        await page.getByRole('button', { name: /Overview|概览/ }).click();
        await shot('1b-overview');
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('w');
      await page.keyboard.type('terb');
      await shot('2-add');
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      await shot('3-alerts');
      await page.keyboard.press('g');
      await page.keyboard.press('r');
      await shot('4-rules');
      await page.getByRole('button', { name: /Add rule|添加规则/ }).first().click();
      await page.keyboard.type('Prices');
      await page.getByRole('textbox', { name: /Search|搜索/ }).fill('price OR 价');
      await page.getByRole('checkbox', { name: /^(Mark as read|标为已读)/ }).check();
      await page.getByRole('button', { name: /Try on|试一试/ }).click();
      await shot('5-rule');
      await page.keyboard.press('Escape');
      await app.page.getByRole('button', { name: /Settings|设置/ }).last().click();
      await page.getByRole('tab', { name: /^(Watchlists|关注)$/ }).click();
      await shot('6-settings');
    });
  });
}
