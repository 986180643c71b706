import type { Browser, Page } from 'playwright';
import { record } from './record.ts';

const QUERIES = ['dysprosium oxide price', 'magnet OR terbium', '稀土 出口', 'element:Nd before:2026-06'];
/** Between two keys: somebody who types fast. */
const KEY_MS = 120;

export interface Typing {
  /** For each key, the longest task of the main thread until the next one, milliseconds. */
  readonly longest: readonly { readonly wall: number; readonly cpu: number }[];
}

/** Types queries into the search, letter by letter. */
export async function typeSearches(browser: Browser, page: Page): Promise<Typing> {
  const trace = await record(browser, page, async () => {
    for (const query of QUERIES) {
      await page.locator('[data-headlines]').or(page.getByRole('main')).first().focus();
      await page.keyboard.press('/');
      await page.getByRole('combobox').first().waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(query, { delay: KEY_MS });
    }
    await page.keyboard.press('Escape');
  });
  const keys = [...trace.inputs('beforeinput'), trace.mark('bench:end')].sort((one, other) => one - other);
  const longest = keys.slice(0, -1).map((from, n) => {
    const tasks = trace.tasks(from, (keys[n + 1] ?? from) - 0.001);
    return { wall: Math.max(0, ...tasks.map(({ wall }) => wall)), cpu: Math.max(0, ...tasks.map(({ cpu }) => cpu)) };
  });
  return { longest };
}
