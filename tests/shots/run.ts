/**
 * Pictures of every screen in every width, theme and language, with contact sheets: `npm run shots`, or a part of them:
 * `npm run shots -- --only article --only lens --width 720 --theme dark --lang zh-CN`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { eveningZone } from '../e2e/app/evening-zone.ts';
import { testBrowser } from '../e2e/browser.ts';
import { SCREENS } from './screens.ts';
import { writeSheets } from './sheet.ts';
import { takeAll } from './take.ts';

const FOLDER = join(import.meta.dirname, '../../shots');
const WIDTHS = ['1440', '1024', '720'];
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'zh-CN'] as const;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    width: { type: 'string', multiple: true },
    theme: { type: 'string', multiple: true },
    lang: { type: 'string', multiple: true },
    out: { type: 'string', default: FOLDER },
    list: { type: 'boolean', default: false },
  },
});

/** Those of `all` that were asked for, all where none was. Throws where one asked for is not there. */
function chosen<T extends string>(all: readonly T[], asked: readonly string[] | undefined, what: string): readonly T[] {
  for (const name of asked ?? []) if (!all.some((one) => one === name)) throw new Error(`No ${what} is called ${name}; there are ${all.join(', ')}.`);
  return asked ? all.filter((one) => asked.includes(one)) : all;
}

if (values.list) {
  console.log(SCREENS.map(({ id }) => id).join('\n'));
} else {
  const ids = chosen(SCREENS.map(({ id }) => id), values.only, 'screen');
  const wanted = { widths: chosen(WIDTHS, values.width, 'width').map(Number), themes: chosen(THEMES, values.theme, 'theme'), languages: chosen(LANGUAGES, values.lang, 'language') };
  // The engine goes by the same calendar as the window.
  process.env['TZ'] = eveningZone();
  await ensureBuilt();
  if (!values.only) rmSync(values.out, { recursive: true, force: true });
  mkdirSync(values.out, { recursive: true });
  const browser = await chromium.launch({ executablePath: testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const { shots, missed } = await takeAll(browser, SCREENS.filter(({ id }) => ids.includes(id)), wanted, values.out);
    const sheets = await writeSheets(browser, values.out, shots, missed);
    console.log(`${shots.length} pictures of ${new Set(shots.map(({ screen }) => screen)).size} screens, ${sheets.length} sheets: ${join(values.out, 'index.html')}`);
    for (const { screen, why } of missed) console.log(`Not pictured: ${screen}: ${why}`);
    if (missed.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
