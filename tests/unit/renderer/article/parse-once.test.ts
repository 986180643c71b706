import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../../../electron/contract/model.ts';
import { useMinutes } from '../../../../renderer/article/use-minutes.ts';
import { useHeadings } from '../../../../renderer/full-text/use-headings.ts';
import { drawnAgain } from '../drawn-again.ts';

let parsed: string[] = [];

beforeEach(() => {
  parsed = [];
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString(html: string): unknown {
        parsed.push(html);
        return parseHTML(`<html><body>${html}</body></html>`).document;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const TEXT = `<h2>Supply</h2><p>${'oxide '.repeat(700)}</p><h3>Prices</h3>`;

/** The article as it is after its status changed so often. */
function article(time: number): Article {
  return { id: 5, contentHtml: TEXT, summary: 'Oxide.', textOrigin: 'feed', facts: null, read: time % 2 === 0 } as Article;
}

test('how long an article takes to read is worked out once, however often its status changes', () => {
  const given = drawnAgain((time) => useMinutes(article(time)));
  expect(new Set(given).size).toBe(1);
  expect(given[0]).toBeGreaterThan(1);
  expect(parsed).toHaveLength(1);
});

test('another text is read anew; one that is not there yet takes no time', () => {
  expect(drawnAgain((time) => useMinutes(time === 1 ? undefined : { contentHtml: '', summary: time === 2 ? 'Oxide.' : '' }))).toEqual([null, 1, null]);
});

test('the headings of an article are looked for once, and not where its page gave them', () => {
  const given = drawnAgain((time) => useHeadings(article(time)));
  expect(given[2]).toEqual([{ text: 'Supply', level: 2 }, { text: 'Prices', level: 3 }]);
  expect(new Set(given).size).toBe(1);
  expect(parsed).toHaveLength(1);
  const headings = [{ text: 'Of the page', level: 2 }];
  expect(drawnAgain((time) => useHeadings({ ...article(time), textOrigin: 'page', facts: { headings } as unknown as Article['facts'] }))[0]).toBe(headings);
  expect(parsed).toHaveLength(1);
});
