import type { Page } from 'playwright';
import type { App } from '../e2e/app/app.ts';
import type { ShownScreen } from './shown-screen.ts';
import { START } from './stage.ts';

/** In which theme and language a screen is shown. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
}

/** Until theme and language are on the screen, its images are decoded, and it was drawn. */
async function settled(page: Page, { theme, language }: Look): Promise<void> {
  await page.waitForFunction(([wanted, lang]) => document.documentElement.dataset['theme'] === wanted && document.documentElement.lang.startsWith(lang), [theme, language.slice(0, 2)] as const);
  await page.evaluate(async () => {
    const inSight = [...document.images].filter((image) => {
      const { bottom, top, width } = image.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    });
    const late = new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.race([Promise.all([document.fonts.ready, ...inSight.map((image) => image.decode().catch(() => undefined))]), late]);
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** Shows what is on the screen in another theme and language, and waits until it is drawn. */
export async function shownAs(app: App, look: Look): Promise<void> {
  await app.call('setSettings', look);
  await settled(app.page, look);
}

/** Opens a screen on a stage of its kind, as if nothing had been opened before it. */
export async function openScreen(app: App, screen: ShownScreen): Promise<void> {
  await app.page.setViewportSize({ width: 1440, height: 900 });
  await app.call('setSettings', START);
  await app.page.reload();
  await app.screen.sidebar.waitFor();
  await screen.open(app);
  if (screen.size) await app.page.setViewportSize(screen.size);
}
