import { expect, test } from 'vitest';
import { findPageLists } from '../../../../electron/core/parse/page/find-page-lists.ts';

const NOW = Date.UTC(2026, 10, 25);
const announced = Array.from({ length: 8 }, (_, n) => `<li class="announcement"><time datetime="2026-11-${24 - n}">2026-11-${24 - n}</time> <a href="/news/note-${n}">Separation train ${n} is back on specification</a></li>`);
const documents = ['Corporate presentation of the half-year', 'Visit of analysts to Mount Elgar', 'Annual report to shareholders', 'Notice of the annual meeting'].map((name, n) => `<li class="document"><a href="/documents/${n}.pdf">${name}</a></li>`);

test('a list without dates below one with dates takes none of those', () => {
  const text = `<!doctype html><html lang="en"><body><main><h1>Announcements</h1><ul>${announced.join('\n')}</ul><section><h2>Presentations</h2><ul>${documents.join('\n')}</ul></section></main></body></html>`;
  const lists = findPageLists(text, { url: 'https://kestrel.example/', now: NOW });
  expect(lists[0]).toMatchObject({ confidence: 'sure', heading: 'Announcements' });
  expect(lists[0]?.items.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  const undated = lists.find(({ items }) => items.some(({ title }) => title.startsWith('Annual report')));
  expect(undated?.items.map(({ publishedAt }) => publishedAt)).toEqual([null, null, null, null]);
});
