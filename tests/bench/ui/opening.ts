import type { Browser, Page } from 'playwright';
import { record } from './record.ts';

export interface Opening {
  /** From the key to the first frame with the article's text, milliseconds. */
  readonly painted: number;
  /** Of the main thread within it. */
  readonly cpu: number;
}

/** Opens articles with `j`, one after the other, each once the one before is on the screen. */
export async function openArticles(browser: Browser, page: Page, count: number): Promise<readonly Opening[]> {
  await page.locator('[data-headlines]').focus();
  const trace = await record(browser, page, async () => {
    for (let n = 0; n < count; n += 1) {
      await page.evaluate((number) => {
        const before = document.querySelector('[data-headlines] [aria-selected="true"]')?.getAttribute('aria-posinset') ?? '0';
        const seen = document.querySelector('[data-article-text]')?.textContent ?? '';
        const look = (): void => {
          const chosen = document.querySelector('[data-headlines] [aria-selected="true"]')?.getAttribute('aria-posinset') ?? '0';
          const text = document.querySelector('main article [data-article-text]')?.textContent ?? '';
          if (chosen === before || text === '' || text === seen) return;
          watcher.disconnect();
          performance.mark(`bench:open-${number}`);
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-selected'] });
      }, n);
      await page.keyboard.press('j');
      await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, `bench:open-${n}`);
      // The frame of it belongs to it.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
  });
  const keys = trace.inputs('keydown');
  return Array.from({ length: count }, (_, n) => {
    const here = trace.mark(`bench:open-${n}`);
    const pressed = keys.findLast((at) => at <= here) ?? here;
    const painted = trace.drawn(here, here + 60_000)[0] ?? here;
    return { painted: painted - pressed, cpu: trace.tasks(pressed, painted).reduce((sum, { cpu }) => sum + cpu, 0) };
  });
}
