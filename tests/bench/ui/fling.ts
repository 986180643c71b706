import type { Browser, Page } from 'playwright';
import type { Task } from './browser-trace.ts';
import { mark, record } from './record.ts';

const FLING_MS = 10_000;
/** Pixels a second: some three hundred rows. */
const SPEED = 20_000;

export interface Fling {
  /** Milliseconds between two frames that were drawn. */
  readonly gaps: readonly number[];
  readonly due: number;
  readonly dropped: number;
  /** Work of the page's main thread. */
  readonly tasks: readonly Task[];
  /** The most rows that were in the document at once, and how many fit the list's window. */
  readonly rows: number;
  readonly inSight: number;
  /** Pixels from the top, before and after. */
  readonly way: readonly [number, number];
}

const LIST = '[data-headlines]';

/** Goes to the end of the list again and again, until no more rows come: then it holds all that are stored. */
export async function toTheEnd(page: Page): Promise<{ readonly rows: number; readonly ms: number }> {
  return page.locator(LIST).evaluate(async (scroll) => {
    const began = performance.now();
    let grown = began;
    let height = 0;
    while (performance.now() - grown < 10_000) {
      scroll.scrollTop = scroll.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (scroll.scrollHeight === height) continue;
      height = scroll.scrollHeight;
      grown = performance.now();
    }
    const places = [...scroll.querySelectorAll('[role="option"]')].map((row) => Number(row.getAttribute('aria-posinset')));
    return { rows: Math.max(0, ...places), ms: grown - began };
  });
}

/** Ten seconds of one long fling along the list, as the browser itself scrolls. */
export async function fling(browser: Browser, page: Page, direction: 'down' | 'up' = 'down'): Promise<Fling> {
  const list = page.locator(LIST);
  const box = await list.boundingBox();
  if (!box) throw new Error('the list is not on the screen');
  await page.evaluate((selector) => {
    const scroll = document.querySelector(selector);
    const most = { rows: 0 };
    Object.assign(window, { benchRows: most });
    // What was drawn before it moved is no frame of the fling.
    scroll?.addEventListener('scroll', () => void performance.mark('bench:moved'), { once: true, passive: true });
    scroll?.addEventListener('scroll', () => {
      most.rows = Math.max(most.rows, scroll.querySelectorAll('[role="option"]').length);
    }, { passive: true });
  }, LIST);
  const began = await list.evaluate((scroll) => scroll.scrollTop);
  const session = await page.context().newCDPSession(page);
  const trace = await record(browser, page, async () => {
    await session.send('Input.synthesizeScrollGesture', { x: box.x + box.width / 2, y: box.y + box.height / 2, yDistance: ((direction === 'up' ? 1 : -1) * SPEED * FLING_MS) / 1000, speed: SPEED, gestureSourceType: 'mouse' });
    await mark(page, 'flung');
  });
  const [from, to] = [trace.mark('bench:moved'), trace.mark('bench:flung')];
  const drawn = trace.drawn(from, to);
  const { rows, inSight, ended } = await list.evaluate((scroll) => ({
    rows: (window as unknown as { benchRows: { rows: number } }).benchRows.rows,
    inSight: Math.ceil(scroll.clientHeight / (scroll.querySelector('[role="option"]')?.getBoundingClientRect().height ?? 1)),
    ended: scroll.scrollTop,
  }));
  return { gaps: drawn.slice(1).map((at, n) => at - (drawn[n] ?? at)), ...trace.reported(from, to), tasks: trace.tasks(from, to), rows, inSight, way: [began, ended] };
}
