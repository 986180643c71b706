import { expect, test } from 'vitest';
import { extractPage } from '../../../electron/core/extract/extract-page.ts';
import { readTree } from '../../../electron/core/extract/page-tree.ts';
import { readableHtml } from '../../../electron/core/extract/readable.ts';

const BASE = 'https://x.example/news/1';
const P = '<p>The plant makes oxides, and its output rose last year by a tenth to 400 tonnes, the company said on Monday.</p>';
const links = (count: number): string => Array.from({ length: count }, (_, at) => `<a href="/a/${at}">w${at}</a> `).join('');

test('of a page of 300,000 links so many stay as an article may have, and the words of the next ones', () => {
  const { elements } = readTree(`<body>${links(300_000)}</body>`, BASE);
  expect(elements.filter(({ name }) => name === 'a')).toHaveLength(5000);
  const result = extractPage({ bytes: Buffer.from(`<body>${links(7000)}</body>`), contentType: 'text/html', url: BASE, now: 0 });
  expect(result.kind === 'page' ? result.text : result.code).toContain('w4999 w5000 w5001');
});

test('what has more elements than the library can take in time is not given to it, and is read all the same', () => {
  const rows = Array.from({ length: 6500 }, (_, at) => `<tr><td>${at}</td></tr>`).join('');
  expect(readableHtml(`<html><head></head><body><article>${P.repeat(8)}</article></body></html>`, { base: BASE, charThreshold: 100 })).toContain('400 tonnes');
  expect(readableHtml(`<html><head></head><body><article>${P.repeat(8)}</article><table>${rows}</table></body></html>`, { base: BASE, charThreshold: 100 })).toBeNull();
  const result = extractPage({ bytes: Buffer.from(`<body><article><h1>Oxide</h1>${P.repeat(8)}</article><table>${rows}</table></body>`), contentType: 'text/html', url: BASE, now: 0 });
  expect(result.kind === 'page' ? result.text : result.code).toContain('400 tonnes');
});
