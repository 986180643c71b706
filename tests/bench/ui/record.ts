import type { Browser, Page } from 'playwright';
import { BrowserTrace, CATEGORIES } from './browser-trace.ts';
import type { TraceEvent } from './browser-trace.ts';

/** Sets a mark on the page's clock, by which the trace is asked. */
export async function mark(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => void performance.mark(`bench:${text}`), name);
}

/** Records what the browser does while `work` runs, between the marks `begin` and `end`. */
export async function record(browser: Browser, page: Page, work: () => Promise<void>): Promise<BrowserTrace> {
  await browser.startTracing(page, { categories: [...CATEGORIES] });
  let events: readonly TraceEvent[] = [];
  try {
    await mark(page, 'begin');
    await work();
    await mark(page, 'end');
  } finally {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
    events = traceEvents;
  }
  return new BrowserTrace(events);
}
