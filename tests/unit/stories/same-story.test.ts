import { describe, expect, test } from 'vitest';
import { chooseStory } from '../../../electron/core/stories/choose-story.ts';
import { sameStory } from '../../../electron/core/stories/same-story.ts';
import { signatureOf } from '../../../electron/core/stories/signature.ts';
import { storyKeys } from '../../../electron/core/stories/story-keys.ts';
import { readSignature, storyMark } from '../../../electron/core/stories/story-mark.ts';
import { labelledTexts } from '../../bench/stories/labelled-texts.ts';
import { clusterTexts } from '../../bench/stories/cluster-texts.ts';
import { recognise } from '../../bench/stories/recognise.ts';
import { bCubed, pairwise } from '../../bench/stories/score-clusters.ts';

const FOLDER = new URL('../../fixtures/stories/', import.meta.url).pathname;
const texts = labelledTexts(FOLDER);
const feeds = [...new Set(texts.map(({ feed }) => feed))];

function dated(id: string, change: { at?: string; feed?: string } = {}) {
  const text = texts.find((one) => one.id === id);
  if (!text) throw new Error(`no text ${id}`);
  const { title, text: body } = text;
  return { at: Date.parse(change.at ?? text.at), feedId: feeds.indexOf(change.feed ?? text.feed), signature: signatureOf({ title, text: body, entities: recognise(title, body) }) };
}

describe('two articles', () => {
  test.each([
    ['f08a', 'f08b', 'copy'],
    ['f20a', 'f20b', 'copy'],
    ['f01a', 'f01b', 'numbers'],
    ['f01b', 'f01c', 'numbers'],
    ['f14a', 'f14b', 'numbers'],
    ['f06a', 'f06b', 'notice'],
    ['f19a', 'f19b', 'names'],
  ] as const)('%s and %s are one story: %s', (one, other, reason) => {
    const verdict = sameStory(dated(one), dated(other));
    expect(verdict).toMatchObject({ same: true, reasons: expect.arrayContaining([reason]) as unknown });
    expect(sameStory(dated(other), dated(one))).toEqual(verdict);
  });

  test.each([
    // price lists of two days
    ['f01a', 'f02b', 'other-day'],
    ['f01c', 'f02a', 'other-day'],
    ['s06a', 's07a', 'other-day'],
    // quarterly reports of two companies
    ['f04a', 'f05a', 'same-source'],
    ['f04b', 'f05a', 'other-company'],
    // a notice that is discussed weeks later
    ['f06b', 'f07a', 'too-far-apart'],
    // two events of one company
    ['f12b', 'f13a', 'too-little'],
    // series and round-ups
    ['f16a', 'f17a', 'too-far-apart'],
    ['f33a', 'f34a', 'same-source'],
    ['s19b', 's21a', 'too-little'],
  ] as const)('%s and %s are not: %s', (one, other, reason) => {
    expect(sameStory(dated(one), dated(other))).toMatchObject({ same: false, reasons: expect.arrayContaining([reason]) as unknown });
  });

  test('are none for the grade alone of what both sell', () => {
    const at = Date.parse('2026-11-28T00:00:00Z');
    const told = (feedId: number, hours: number, title: string, text: string) => ({ at: at + hours * 3_600_000, feedId, signature: signatureOf({ title, text, entities: recognise(title, text) }) });
    const contract = told(1, 0, 'Northgate and Kestrel sign five-year agreement for NdPr oxide', 'Northgate Magnets has signed an agreement with Kestrel Rare Earths for the supply of 1,800 tonnes of neodymium-praseodymium oxide a year for five years.\nSpecification: 75/25, 99.5% TREO, thorium under 5 ppm.\nPrice: average of two published quotations in the month before shipment, not below US$75/kg.');
    const list = told(2, 3, 'Dysprosium oxide gains again as trucks queue at the border', 'Dysprosium oxide was quoted at 1.71 million to 1.73 million yuan a tonne in Ganzhou, up 1.8% on the day.\nDysprosium oxide, 99.5% Dy2O3, 1,710,000 to 1,730,000 CNY/t.\nNdPr oxide, 75/25, 543,000 to 547,000 CNY/t. Neodymium and praseodymium did not move.');
    expect(sameStory(contract, list)).toMatchObject({ same: false });
  });

  test('of one source are one only as a reprint within a day', () => {
    const first = dated('f08a');
    expect(sameStory(first, dated('f08b', { feed: 'evening-post' }))).toMatchObject({ same: true, reasons: ['copy'] });
    expect(sameStory(first, dated('f08b', { feed: 'evening-post', at: '2025-11-08T06:00:01Z' }))).toMatchObject({ same: false, reasons: ['same-source'] });
    expect(sameStory(first, dated('f08c', { feed: 'evening-post' }))).toMatchObject({ same: false, reasons: ['same-source'] });
  });
});

test.each([['f10a', 'f11b'], ['f10b', 'f11a'], ['f10b', 'f11b'], ['f12a', 'f13a'], ['f12b', 'f13a'], ['l10b', 'l11b'], ['s01a', 's02a'], ['l01b', 'l02a']])('%s and %s are two events, also where one company has both in an hour', (one, other) => {
  const { at } = dated(one);
  expect(sameStory({ ...dated(one), feedId: 90 }, { ...dated(other), feedId: 91, at: at + 3_600_000 })).toMatchObject({ same: false });
});

test('a single likeness does not join a story whose other articles are none', () => {
  const candidates = ['f10a', 'f10b', 'f10c'].map((id, at) => ({ id: at + 1, storyId: 1, ...dated(id) }));
  const spans = new Map([[1, { first: candidates[0]?.at ?? 0, last: candidates[2]?.at ?? 0, feedIds: new Set(candidates.map(({ feedId }) => feedId)) }]]);
  // A source that told it already tells something else.
  expect(chooseStory({ ...dated('f10c'), feedId: candidates[0]?.feedId ?? 0 }, candidates.slice(1), spans)).toBeNull();
  expect(chooseStory(dated('f11a'), candidates, spans)).toBeNull();
  expect(chooseStory({ ...dated('f10c'), feedId: 99 }, candidates.slice(0, 2), spans)).toMatchObject({ storyId: 1, merges: [] });
});

test('a signature is what it was after it was stored', () => {
  for (const { title, text } of texts) {
    const entities = recognise(title, text);
    expect(readSignature(storyMark({ title, text, entities }).signature)).toEqual(signatureOf({ title, text, entities }));
  }
});

function numbered(number: number) {
  return { at: Date.parse('2026-06-01T08:00:00Z'), feedId: 1, signature: signatureOf({ title: `Separation plant at Port Arden restarts its second line today, note ${number}`, text: '' }) };
}

test('notes of one source that only their number tells apart are several', () => {
  expect(sameStory(numbered(1), numbered(2))).toMatchObject({ same: false, reasons: ['same-source'] });
  expect(sameStory(numbered(1), numbered(1))).toMatchObject({ same: true });
});

test.each(['', '   ', '0', '.', '第号', '1,1,1,1', '9'.repeat(5000), '万亿成成成', '-'.repeat(5000), '1-'.repeat(3000), 'A'.repeat(20_000), '\ud800', '1.2.3.4-5.6.7', 'No. No. No. 2025'])('any text has a signature: %#', (text) => {
  const { signature } = storyMark({ title: text, text });
  const keys = storyKeys(readSignature(signature));
  expect(keys.length).toBeLessThanOrEqual(22);
  expect(signature.length).toBeLessThan(12_000);
});

test('the labelled texts', () => {
  const expected = texts.map(({ story }) => story);
  const { clusters } = clusterTexts(texts);
  const pairs = pairwise(clusters, expected);
  // Better one row too many than two events in one.
  expect(pairs.precision).toBeGreaterThanOrEqual(0.99);
  expect(pairs.recall).toBeGreaterThanOrEqual(0.9);
  expect(bCubed(clusters, expected).f1).toBeGreaterThanOrEqual(0.97);
  expect([texts.length >= 120, new Set(expected).size >= 40]).toEqual([true, true]);
});
