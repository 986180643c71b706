import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import type { Missed, Shot } from './take.ts';

/** Shots on a PNG sheet, and how wide each is drawn. */
const PER_SHEET = 9;
const COLUMNS = 3;
const DRAWN = 640;

const STYLE = `body{font:13px system-ui;margin:16px;background:#77797c;color:#fff}h2{margin:20px 0 6px;font-size:15px}
.row{display:flex;gap:8px;flex-wrap:wrap}figure{margin:0}figcaption{font-size:11px;padding:2px 0 6px}a{color:inherit}img{display:block;border:1px solid #000}`;

function named({ width, theme, language }: Shot): string {
  return `${width} ${theme} ${language}`;
}

function figure(shot: Shot, drawn: number, caption: string): string {
  return `<figure><a href="${shot.file}"><img src="${shot.file}" width="${drawn}" loading="lazy" alt="${caption}"></a><figcaption>${caption}</figcaption></figure>`;
}

function indexHtml(shots: readonly Shot[], missed: readonly Missed[]): string {
  const screens = [...new Set(shots.map(({ screen }) => screen))];
  const parts = screens.map((screen) => `<h2 id="${screen}">${screen}</h2><div class="row">${shots.filter((shot) => shot.screen === screen).map((shot) => figure(shot, 320, named(shot))).join('')}</div>`);
  const lost = missed.map(({ screen, why }) => `<li>${screen}: ${why.replaceAll('<', '&lt;')}</li>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${STYLE}</style><h1>${screens.length} screens, ${shots.length} pictures</h1>${lost === '' ? '' : `<ul>${lost}</ul>`}<p>${screens.map((screen) => `<a href="#${screen}">${screen}</a>`).join(' · ')}</p>${parts.join('\n')}`;
}

/** Writes index.html, every picture by its screen, and sheets as PNG, every screen by its variant. Answers with the sheets' names. */
export async function writeSheets(browser: Browser, folder: string, shots: readonly Shot[], missed: readonly Missed[]): Promise<readonly string[]> {
  writeFileSync(join(folder, 'index.html'), indexHtml(shots, missed));
  const page = await browser.newPage({ viewport: { width: COLUMNS * (DRAWN + 10) + 32, height: 800 } });
  const names: string[] = [];
  for (const variant of new Set(shots.map(named))) {
    const same = shots.filter((shot) => named(shot) === variant);
    for (let from = 0; from < same.length; from += PER_SHEET) {
      const name = `sheet-${variant.replaceAll(' ', '-')}-${from / PER_SHEET + 1}`;
      const draft = join(folder, `${name}.html`);
      writeFileSync(draft, `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><h2>${variant}</h2><div class="row">${same.slice(from, from + PER_SHEET).map((shot) => figure(shot, DRAWN, shot.screen)).join('').replaceAll(' loading="lazy"', '')}</div>`);
      await page.goto(pathToFileURL(draft).href);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      names.push(`${name}.png`);
    }
  }
  await page.close();
  return names;
}
