// Draws every picture of the app's icon from the SVG sources in assets/icons, by Chromium: `npm run icons`. MONAZITE_BROWSER names one.
// What it draws is kept beside the sources, so that building and packaging need no browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { icnsFile, icoFile } from './icon-files.mjs';
import { ROOT } from './entries.mjs';

const ICONS = join(ROOT, 'assets/icons');
const TRAY = join(ROOT, 'assets/tray');
/** Up to this size the drawing for few pixels is used. */
const SMALL = 32;

const INK = { light: '#464B50', dark: '#E4E5E7' };
const AMBER = { light: '#8C4D13', dark: '#E2A55C' };
const DOT = '<circle cx="12.7" cy="12.7" r="2.8"';
const source = (/** @type {string} */ name) => readFileSync(join(ICONS, `${name}.svg`), 'utf8');

const browser = await chromium.launch({ executablePath: process.env['MONAZITE_BROWSER'], args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();

/** @param {string} svg @param {number} size @returns {Promise<Buffer>} a PNG of `size` by `size` pixels, transparent where nothing is drawn */
async function draw(svg, size) {
  await page.setViewportSize({ width: size, height: size });
  const sized = svg.replace(/ width="\d+" height="\d+"/, ` width="${size}" height="${size}"`);
  await page.setContent(`<style>*{margin:0}svg{display:block}</style>${sized}`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

const app = (/** @type {number} */ size) => draw(source(size <= SMALL ? 'icon-small' : 'icon'), size);

/** The crystal of the tray in one colour, and below at its right a dot with a gap round it where something is unread. @param {string} colour @param {string | null} dot */
function traySvg(colour, dot) {
  const crystal = source('symbolic').replace('#2e3436', colour);
  if (dot === null) return crystal;
  const gap = '<mask id="gap"><rect width="16" height="16" fill="#fff"/><circle cx="12.7" cy="12.7" r="4" fill="#000"/></mask>';
  return crystal.replace('<path mask', `${gap}<g mask="url(#gap)"><path mask`).replace('</svg>', `</g>${DOT} fill="${dot}"/></svg>`);
}

mkdirSync(join(ICONS, 'png'), { recursive: true });
mkdirSync(TRAY, { recursive: true });

for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) writeFileSync(join(ICONS, 'png', `${size}x${size}.png`), await app(size));
writeFileSync(join(ROOT, 'assets/icon.png'), await app(512));
writeFileSync(join(ICONS, 'icon.ico'), icoFile(await each([16, 20, 24, 32, 40, 48, 64, 128, 256], app)));
writeFileSync(join(ICONS, 'icon.icns'), icnsFile(await each([16, 32, 64, 128, 256, 512, 1024], (size) => draw(source(size <= SMALL ? 'icon-small' : 'icon-mac'), size))));

for (const [name, isUnread] of /** @type {const} */ ([['quiet', false], ['unread', true]])) {
  for (const bar of /** @type {const} */ (['light', 'dark'])) {
    const svg = traySvg(isUnread ? AMBER[bar] : INK[bar], isUnread ? AMBER[bar] : null);
    writeFileSync(join(TRAY, `${name}-${bar}.png`), await draw(svg, 22));
    writeFileSync(join(TRAY, `${name}-${bar}@2x.png`), await draw(svg, 44));
    writeFileSync(join(TRAY, `${name}-${bar}.ico`), icoFile(await each([16, 20, 24, 32, 48], (size) => draw(svg, size))));
  }
  // macOS gives it its colour, by what is opaque.
  const template = traySvg('#000000', isUnread ? '#000000' : null);
  writeFileSync(join(TRAY, `${name}Template.png`), await draw(template, 18));
  writeFileSync(join(TRAY, `${name}Template@2x.png`), await draw(template, 36));
}
const overlay = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"><circle cx="8" cy="8" r="7" fill="#1C1D20"/><circle cx="8" cy="8" r="5" fill="#E2A55C"/></svg>';
writeFileSync(join(TRAY, 'overlay.png'), await draw(overlay, 32));
await browser.close();

/** @param {readonly number[]} sizes @param {(size: number) => Promise<Buffer>} make */
async function each(sizes, make) {
  /** @type {{ size: number, png: Buffer }[]} */
  const made = [];
  for (const size of sizes) made.push({ size, png: await make(size) });
  return made;
}
