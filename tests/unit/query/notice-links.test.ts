import type { SQLInputValue } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { readFigures, type FigureNames } from '../../../electron/core/figures/read-figures.ts';
import { createLensKeeper } from '../../../electron/core/lens-keeper.ts';
import { noticeLinks } from '../../../electron/core/query/notice-links.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';

const finder = createNameFinder();
const names: FigureNames = { mentions: (text) => finder.mentions(text), partsOf: () => [] };

const TEXT = '<p>MOFCOM Announcement No. 61 of 2025 and MOFCOM Announcement No. 62 of 2025 follow MOFCOM Announcement No. 18 of 2025.</p>';
const OTHER = '<p>GACC Announcement No. 61 of 2025 is about customs.</p>';

test('of many who name a number few are shown and all counted, and no text is read but what is shown, in turns', async () => {
  const store = testStore();
  const feed = follow(store);
  const drafts = Array.from({ length: 120 }, (_, n) => incoming({ guid: `${n}`, title: `Controls ${n}`, text: n === 119 ? OTHER : TEXT, publishedAt: NOON - n * 60_000 }));
  const ids = [...storeDocument(store, feed.id, documentOf(drafts), NOON).added].toSorted((a, b) => b - a);
  const ingest = { figures: async (jobs: readonly Parameters<typeof readFigures>[0][]) => jobs.map((job) => readFigures(job, names)) };
  await createLensKeeper({ store, ingest, announce: () => undefined, namesVersion: () => finder.version, isBusy: () => false, now: () => NOON, onFault: () => undefined, unattended: false }).settled();

  const texts: number[] = [];
  const packed: number[] = [];
  const spied: Store = {
    ...store,
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    all: <Row>(sql: string, ...values: SQLInputValue[]) => {
      const rows = store.all<Row>(sql, ...values);
      if (sql.includes('bodies')) texts.push(rows.length);
      else if (sql.includes('packed')) packed.push(rows.length);
      return rows;
    },
  };
  const links = await noticeLinks(spied, ids[0] ?? 0);
  expect(links.map(({ number, count, articles }) => [number, count, articles.length])).toEqual([['2025-61', 118, 50], ['2025-62', 118, 50], ['2025-18', 118, 50]]);
  expect(links[0]?.articles[0]).toMatchObject({ printed: expect.stringContaining('Announcement No. 61 of 2025') as unknown, sentenceText: TEXT.slice(3, -4), source: { articleId: ids[1] } });
  expect(links[0]?.articles.map(({ source }) => source.articleId)).toEqual(ids.slice(1, 51));
  // Its own and those of fifty others, though 150 sentences are shown; the texts of the rest say nothing here.
  expect(texts.reduce((sum, of) => sum + of, 0)).toBeLessThanOrEqual(60);
  expect(packed.reduce((sum, of) => sum + of, 0)).toBe(120);
  expect(Math.max(...texts, ...packed)).toBeLessThanOrEqual(50);
});
