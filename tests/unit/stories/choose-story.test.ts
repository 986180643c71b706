import { expect, test } from 'vitest';
import { chooseStory } from '../../../electron/core/stories/choose-story.ts';
import type { StoryCandidate, StoryFrame } from '../../../electron/core/stories/choose-story.ts';
import { signatureOf } from '../../../electron/core/stories/signature.ts';

const AT = Date.parse('2026-07-06T08:00:00Z');

function candidate(id: number, storyId: number | null, title: string, text: string, entities: readonly string[] = []): StoryCandidate {
  return { id, storyId, at: AT + id * 60_000, feedId: id, signature: signatureOf({ title, text, entities }) };
}

function frame(members: readonly StoryCandidate[]): StoryFrame {
  const times = members.map(({ at }) => at);
  return { first: Math.min(...times), last: Math.max(...times), feedIds: new Set(members.map(({ feedId }) => feedId)) };
}

const FIRE = 'A fire at the sintering workshop of a magnet plant in Beilun burned 800 square metres. Nobody was injured. The plant makes 3,000 tonnes a year and is idle.';
const FIRE_CHINESE = '北仑一磁材厂烧结车间发生火灾，过火800平方米，无人员受伤，年产3000吨的产线停产。';

test('a report that brings two stories of one event together makes them one', () => {
  const first = [candidate(1, 1, 'Fire at magnet plant in Beilun', FIRE, ['place:ningbo']), candidate(2, 1, 'Magnet plant in Beilun burns', FIRE, ['place:ningbo'])];
  const second = [candidate(3, 2, '北仑磁材厂起火', FIRE_CHINESE, ['place:ningbo']), candidate(4, 2, '北仑磁材厂火灾', FIRE_CHINESE, ['place:ningbo'])];
  const bridge = candidate(5, null, 'Fire idles magnet plant in Beilun 北仑', `${FIRE} ${FIRE_CHINESE}`, ['place:ningbo']);
  const choice = chooseStory(bridge, [...first, ...second], new Map([[1, frame(first)], [2, frame(second)]]));
  expect(new Set([choice?.storyId, ...(choice?.merges ?? [])])).toEqual(new Set([1, 2]));
});

test('a report of one event leaves the story of another alone', () => {
  const fire = [candidate(1, 1, 'Fire at magnet plant in Beilun', FIRE, ['place:ningbo']), candidate(2, 1, 'Magnet plant in Beilun burns', FIRE, ['place:ningbo'])];
  const results = [candidate(3, 2, 'Magnet maker in Ningbo earns 41 million yuan', 'Net profit of the maker rose 12% to 41 million yuan in the half-year.', ['place:ningbo']), candidate(4, 2, 'Ningbo magnet maker: net profit up 12%', 'It earned 41 million yuan in the half-year.', ['place:ningbo'])];
  const more = candidate(5, null, 'Blaze at Beilun magnet workshop', FIRE, ['place:ningbo']);
  expect(chooseStory(more, [...fire, ...results], new Map([[1, frame(fire)], [2, frame(results)]]))).toMatchObject({ storyId: 1, merges: [] });
});
