import { expect, test } from 'vitest';
import { createPageShelf } from '../../../electron/core/refresh/page-shelf.ts';

const MINUTE = 60_000;
const page = (name: string) => ({ body: Buffer.from(name), contentType: null, finalUrl: name });

test('a page is held for some minutes of either clock direction, and never more than a few', () => {
  const shelf = createPageShelf();
  shelf.put('a', page('a'), 1000 * MINUTE);
  expect(shelf.get('a', 1004 * MINUTE)).toMatchObject({ finalUrl: 'a' });
  expect(shelf.get('a', 1006 * MINUTE)).toBeNull();
  // The clock was put back: nobody knows how old the page is.
  expect(shelf.get('a', 900 * MINUTE)).toBeNull();
  shelf.put('b', page('b'), 1000 * MINUTE);
  shelf.put('a', page('a, anew'), 1000 * MINUTE);
  shelf.put('c', page('c'), 1000 * MINUTE);
  expect(['a', 'b', 'c'].map((url) => shelf.get(url, 1000 * MINUTE)?.finalUrl)).toEqual(['a, anew', undefined, 'c']);
});
