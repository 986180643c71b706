import type { Page } from 'playwright/test';
import { expect, test } from './app/test.ts';

interface Frame {
  readonly theme: string | undefined;
  readonly density: string | undefined;
  readonly lang: string;
  readonly rows: number;
}

/** How the page looks as soon as anything stands in it, before anybody sees it. */
async function firstFrame(page: Page): Promise<Frame> {
  await expect.poll(() => page.evaluate(() => 'firstFrame' in window)).toBe(true);
  return page.evaluate(() => (window as unknown as { readonly firstFrame: Frame }).firstFrame);
}

test.describe('A start', () => {
  test.use({ settings: { theme: 'dark', density: 'compact', language: 'zh-CN' } });

  test('shows its first frame as the settings have it, with the list in it', async ({ app }, testInfo) => {
    test.skip(testInfo.project.name === 'electron', 'its page is there before a script can be put in it');
    await app.follow('oxide-alloy');
    const context = app.page.context();
    await context.addInitScript(() => {
      const look = (): void => {
        const root = document.getElementById('root');
        if (!root || root.childElementCount === 0) return void requestAnimationFrame(look);
        const { theme, density } = document.documentElement.dataset;
        Object.assign(window, { firstFrame: { theme, density, lang: document.documentElement.lang, rows: document.querySelectorAll('[role="listbox"] [role="option"]').length } });
      };
      requestAnimationFrame(look);
    });
    await app.restart();
    const frame = await firstFrame(app.page);
    expect(frame).toMatchObject({ theme: 'dark', density: 'compact', lang: 'zh-CN' });
    expect(frame.rows).toBeGreaterThan(0);
  });

  test('asks for its first screen once, and for nothing of it twice', async ({ app }, testInfo) => {
    test.skip(testInfo.project.name === 'electron', 'asks its preload');
    await app.follow('oxide-alloy');
    // An icon that comes is told of, and the sources are then asked for rightly.
    await app.iconsKept();
    const asked: string[] = [];
    app.page.context().on('request', (request) => {
      const path = new URL(request.url()).pathname.replace(/^\/[^/]+\//, '');
      if (path === 'first' || path.startsWith('call/')) asked.push(path.replace('call/', ''));
    });
    await app.restart(() => void asked.splice(0));
    await expect(app.page.getByRole('option').first()).toBeVisible();
    // Taken once the first screen stands.
    await expect.poll(() => asked).toContain('takeOffer');
    const ofTheScreen = ['first', 'appInfo', 'listFeeds', 'counts', 'refreshProgress', 'getSettings', 'listArticles', 'watches', 'alerts', 'prepareProgress', 'backups'];
    expect(asked.filter((name) => ofTheScreen.includes(name))).toEqual(['first']);
  });

  test('asks for what articles and dialogs are drawn with once its list was seen', async ({ app }, testInfo) => {
    test.skip(testInfo.project.name === 'electron', 'its page is there before it is looked at');
    await app.follow('oxide-alloy');
    await app.restart();
    await expect(app.page.getByRole('option').first()).toBeVisible();
    const scripts = () =>
      app.page.evaluate(() => {
        const seenAt = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
        return performance.getEntriesByType('resource').flatMap(({ name, startTime }) => {
          const [, script] = /\/assets\/([a-z-]+)-[^/]+\.js$/u.exec(name) ?? [];
          return script === undefined ? [] : [{ script, late: startTime > seenAt }];
        });
      });
    await expect.poll(async () => (await scripts()).map(({ script }) => script)).toEqual(expect.arrayContaining(['parts', 'dialogs']));
    const first = (await scripts()).filter(({ late }) => !late).map(({ script }) => script);
    expect(first.toSorted()).toEqual(['libraries', 'react', 'rolldown-runtime', 'window', 'words']);
  });
});
