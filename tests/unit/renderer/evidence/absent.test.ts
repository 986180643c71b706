import { expect, it } from 'vitest';
import type { HighlightId, PlacedHighlight, QuotePlace } from '../../../../electron/contract/bookmark.ts';
import type { FullText } from '../../../../electron/contract/full-text.ts';
import { absent } from '../../../../renderer/evidence/absent.ts';

function highlight(id: number, place: QuotePlace, inOtherText: boolean): PlacedHighlight {
  return { id, place, inOtherText, articleId: 1, quote: 'quota', prefix: '', suffix: '', start: 0, note: '', createdAt: 0, changedAt: 0, paragraph: null };
}
const KEPT: FullText = { state: 'kept', at: 1, url: 'https://metals.example/a' };
const inPage = highlight(1, 'here', false);
const inFeed = highlight(2, 'lost', true);
const inNone = highlight(3, 'lost', false);
const all = [inPage, inFeed, inNone];
const drawn = (...lost: HighlightId[]): ReadonlyMap<HighlightId, QuotePlace> => new Map(all.map(({ id }) => [id, lost.includes(id) ? 'lost' : 'here']));

it('tells a highlight of the text that is not shown from one that is in neither', () => {
  expect(absent(all, drawn(2, 3), { textOrigin: 'page', fullText: KEPT })).toEqual({ elsewhere: [inFeed], lost: [inNone] });
  expect(absent(all, drawn(1, 3), { textOrigin: 'feed', fullText: KEPT })).toEqual({ elsewhere: [inPage], lost: [inNone] });
});

it('knows of one text where there is one', () => {
  expect(absent([inNone], drawn(3), { textOrigin: 'feed', fullText: { state: 'none' } })).toEqual({ elsewhere: [], lost: [inNone] });
});
