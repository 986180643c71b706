import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectImage } from '../../../electron/core/image/inspect-image.ts';
import { readSavedFile } from '../../../electron/core/saved-file/read-saved-file.ts';
import type { ReadFile, SavedFileResult } from '../../../electron/core/saved-file/saved-file.ts';
import { mhtml, newsletter, pageHtml, pdf, PLAIN, PNG, TITLE } from '../../fixtures/saved/made-files.ts';

const NOW = Date.UTC(2026, 10, 20);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'monazite-saved-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(name: string, content: string | Uint8Array): Promise<SavedFileResult> {
  const path = join(folder, 'handed-in');
  writeFileSync(path, content);
  return readSavedFile({ path, name, now: NOW }, (bytes) => inspectImage(bytes).kind === 'image');
}

async function file(name: string, content: string | Uint8Array): Promise<ReadFile> {
  const result = await read(name, content);
  if (result.kind === 'failed') throw new Error(result.code);
  return result;
}

describe('a web page', () => {
  test.each([
    ['the mark of a browser', { before: '<!-- saved from url=(0042)https://oxide.example/2025/leach-ponds -->\n' }],
    ['the mark of SingleFile', { before: '<!--\n Page saved with SingleFile \n url: https://oxide.example/2025/leach-ponds \n-->' }],
    ['its canonical link', { head: '<link href="https://oxide.example/2025/leach-ponds" rel="canonical">' }],
    ['its base', { head: '<base href="https://oxide.example/2025/leach-ponds">' }],
  ])('knows whence it came by %s, and leads there', async (_by, parts) => {
    const { url, title, outlet, page, saved } = await file('ponds.html', pageHtml(parts));
    expect([saved, url, title, outlet]).toEqual(['page', 'https://oxide.example/2025/leach-ponds', TITLE, 'Oxide & Alloy']);
    expect(page.images.map((image) => image.url)).toEqual(['https://oxide.example/pond.png']);
    expect(page.facts).toMatchObject({ authors: ['Mara Lind'], publishedAt: Date.UTC(2025, 10, 16, 1, 30) });
  });

  test.each([
    ['base', '<base href="https://oxide.example/">'],
    ['canonical link', '<link rel="canonical" href="https://oxide.example/">'],
  ])('is not taken for its whole site by a %s that names no more, and its images are found all the same', async (_by, head) => {
    const { url, page } = await file('ponds.html', pageHtml({ head }));
    expect(url).toBeNull();
    expect(page.images.map((image) => image.url)).toEqual(['https://oxide.example/pond.png']);
  });

  test('without a word of that keeps text and what is inside it; what lay beside it on a disk leaves no trace', async () => {
    const inside = await file('ponds.htm', pageHtml({ image: `data:image/png;base64,${PNG.toString('base64')}` }));
    expect(inside.url).toBeNull();
    expect(inside.embedded.map(({ key, bytes }) => [key, Buffer.from(bytes).equals(PNG)])).toEqual([[inside.page.images[0]?.key, true]]);
    expect(inside.page.html).toContain(`img/${inside.embedded[0]?.key}`);
    const beside = await file('ponds.html', pageHtml({ image: 'ponds_files/pond.png' }));
    expect([beside.page.images, beside.embedded, beside.page.html.includes('<img'), beside.page.html.includes('.invalid')]).toEqual([[], [], false, false]);
  });

  test('with bytes that claim to be an image has none of them', async () => {
    const { embedded, page } = await file('ponds.html', pageHtml({ image: `data:image/png;base64,${Buffer.from('<script>x()</script>'.repeat(3)).toString('base64')}` }));
    expect([embedded, page.html.includes('<img')]).toEqual([[], false]);
  });
});

test('a plain copy of a news page has its title, time, headings and the name it gives its source', async () => {
  const { title, page, outlet, saved } = await file('copy.txt', PLAIN);
  expect([saved, title, outlet]).toEqual(['text', 'Dysprosium oxide climbs for a sixth session', 'SMM']);
  expect(page.facts.headings.map(({ text }) => text)).toEqual(['Outlook']);
  expect(page.text).toContain('sixty per cent');
});

test('a plain copy whose tags are a part of its way and stand alone below it keeps its text, and they are its tags', async () => {
  const copy = PLAIN.replace(/^/, 'Home > News > Rare Earth\n');
  const below = '\nTags\nRare Earth\nTerbium\n\nFor more information, please contact:\nJane Doe\njane.doe@smm.example\n\nRelated News\nTerbium Oxide Falls for a Third Day\n';
  const { title, page } = await file('copy.txt', copy + below);
  expect(title).toBe('Dysprosium oxide climbs for a sixth session');
  expect(page.text).toContain('sixty per cent');
  expect(page.text).not.toMatch(/Terbium|Jane/);
  expect(page.facts).toMatchObject({ tags: ['Rare Earth', 'Terbium'], headings: [{ text: 'Outlook' }], related: [{ title: 'Terbium Oxide Falls for a Third Day' }] });
});

test('a page kept as MHTML brings its images along, at their own addresses', async () => {
  const { url, title, page, embedded, saved } = await file('ponds.mhtml', mhtml('https://oxide.example/2025/leach-ponds', 'https://oxide.example/pond.png'));
  expect([saved, url, title]).toEqual(['mail', 'https://oxide.example/2025/leach-ponds', TITLE]);
  expect(page.images.map((image) => image.url)).toEqual(['https://oxide.example/pond.png']);
  expect(embedded.map(({ key, bytes }) => [key, Buffer.from(bytes).equals(PNG)])).toEqual([[page.images[0]?.key, true]]);
});

test('the frames of a page kept as MHTML are no part of its text', async () => {
  const frame = '------B--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Location: https://adverts.example/1\r\n\r\n<article><p>Buy our magnets today, they are the best of all magnets, cheap, and come with a warranty of ten years and more.</p></article>\r\n';
  const { page, embedded } = await file('ponds.mhtml', mhtml('https://oxide.example/2025/leach-ponds', 'https://oxide.example/pond.png').replace('------B--x----\r\nContent-Type: image/png', `${frame}$&`));
  expect(page.text).toContain('closed pipes');
  expect(page.text).not.toContain('magnets today');
  expect(embedded).toHaveLength(1);
});

test('a text that speaks of PDF is a text', async () => {
  expect((await file('copy.txt', PLAIN.replace('Outlook', 'Every such file begins with %PDF-1.7.\n\nOutlook'))).saved).toBe('text');
});

test('a mail in GBK is read with its subject, sender, date and inline image', async () => {
  const { url, title, outlet, page, embedded } = await file('brief.eml', newsletter());
  expect([url, title, outlet]).toEqual([null, '镨钕氧化物价格连续第六日上涨', '稀土早报']);
  expect(page.text).toContain('南方分离厂开工率约六成');
  expect(page.facts.publishedAt).toBe(Date.UTC(2025, 10, 18, 0, 30));
  expect(embedded).toHaveLength(1);
  expect(page.html).toContain(`img/${embedded[0]?.key}`);
});

describe('a PDF', () => {
  test('gives text, pages and what its metadata says', async () => {
    const bytes = pdf();
    const { title, page, pages, sha256, saved } = await file('quota.pdf', bytes);
    expect([saved, title, pages, sha256]).toEqual(['pdf', 'Quota notice for 2026', 2, createHash('sha256').update(bytes).digest('hex')]);
    expect(page.text).toContain('one hundred and thirty five thousand tonnes');
    expect(page.text).toContain('The second page');
    expect(page.facts).toMatchObject({ authors: ['Ministry of Industry'], publishedAt: Date.UTC(2025, 10, 5, 1, 30), headline: 'Quota notice for 2026' });
  });

  test('of pictures is kept without text, named by its file where it has no title', async () => {
    const { title, page, pages } = await file('Scan 12.pdf', pdf({ title: 'Microsoft Word - x.doc', pages: [[], [], []] }));
    expect([title, page.text, pages]).toEqual(['Scan 12', '', 3]);
  });
});

test.each([
  ['a locked PDF', 'x.pdf', pdf({ locked: true }), 'file-encrypted'],
  ['a PDF cut at its head', 'x.pdf', pdf().subarray(0, 200), 'file-damaged'],
  ['another thing named .pdf', 'x.pdf', 'no pdf at all', 'file-damaged'],
  ['a picture named .html', 'x.html', PNG, 'file-type-unknown'],
  ['a kind that is not read', 'x.docx', 'PK\u0003\u0004\0\0', 'file-type-unknown'],
  ['a page without text', 'x.html', '<!doctype html><title>Empty</title><body><div id="app"></div>', 'file-without-text'],
  ['a mail without text', 'x.eml', 'Subject: Nothing\r\n\r\n', 'file-without-text'],
  ['an empty file', 'x.txt', '', 'file-without-text'],
])('%s is a failure that says so', async (_what, name, content, code) => {
  expect(await read(name, content)).toMatchObject({ kind: 'failed', code, detail: { name } });
});

test('a file past its bound is not read, and none is', async () => {
  const path = join(folder, 'huge');
  writeFileSync(path, '');
  truncateSync(path, 201 * 1024 * 1024);
  expect(await readSavedFile({ path, name: 'huge.pdf', now: NOW }, () => true)).toMatchObject({ code: 'file-too-large', detail: { bytes: 200 * 1024 * 1024 } });
  expect(await readSavedFile({ path: join(folder, 'none'), name: 'none.pdf', now: NOW }, () => true)).toMatchObject({ code: 'file-missing' });
});
