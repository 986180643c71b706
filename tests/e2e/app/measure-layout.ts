import type { Locator, Page } from 'playwright/test';
import type { ScreenLayout } from './layout.ts';

/** A part of a screen: how it is found, and which side of it is as long as its words. */
export interface Region {
  readonly at: (page: Page) => Locator;
  readonly fits?: 'width' | 'height';
  /** It stands below a line that wraps on some days. */
  readonly belowWords?: boolean;
}

/** Greys further from a region's own than this are drawn in it. */
const INK = 24;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Tone and ink of each box of a picture, counted by the browser, which can read PNG. */
async function tones(page: Page, png: Buffer, boxes: readonly Box[]): Promise<readonly { readonly tone: number; readonly ink: number }[]> {
  // A page of its own: the policy of the app's lets no picture in.
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(
      async ({ base64, areas, far }) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (!context) throw new Error('no canvas');
        context.drawImage(bitmap, 0, 0);
        return areas.map(({ x, y, width, height }) => {
          const left = Math.max(0, x);
          const top = Math.max(0, y);
          const { data } = context.getImageData(left, top, Math.max(1, Math.min(x + width, bitmap.width) - left), Math.max(1, Math.min(y + height, bitmap.height) - top));
          const greys: number[] = Array.from({ length: 256 }, () => 0);
          for (let at = 0; at < data.length; at += 4) {
            const grey = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
            greys[grey] = (greys[grey] ?? 0) + 1;
          }
          const tone = greys.indexOf(Math.max(...greys));
          const drawn = greys.reduce((sum, count, grey) => (Math.abs(grey - tone) > far ? sum + count : sum), 0);
          return { tone, ink: Math.round((drawn / (data.length / 4)) * 1000) / 1000 };
        });
      },
      { base64: png.toString('base64'), areas: boxes, far: INK },
    );
  } finally {
    await blank.close();
  }
}

/** The layout of what is on the screen now. Regions that are not visible are left out. */
export async function measureLayout(page: Page, regions: Readonly<Record<string, Region>>): Promise<ScreenLayout> {
  const found: (Omit<Region, 'at'> & { readonly name: string; readonly box: Box })[] = [];
  for (const [name, { at, ...region }] of Object.entries(regions)) {
    const locator = at(page).first();
    const box = (await locator.isVisible()) ? await locator.boundingBox() : null;
    if (!box) continue;
    found.push({ name, ...region, box: { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), height: Math.round(box.height) } });
  }
  const drawn = await tones(page, await page.screenshot({ caret: 'hide' }), found.map(({ box }) => box));
  return Object.fromEntries(found.map(({ name, fits, belowWords, box }, n) => [name, { ...box, ...(fits ? { [fits]: null } : {}), ...(belowWords ? { y: null } : {}), tone: drawn[n]?.tone ?? 0, ink: drawn[n]?.ink ?? 0 }]));
}
