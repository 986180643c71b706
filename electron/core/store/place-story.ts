import type { ArticleId, FeedId } from '../../contract/model.ts';
import { chooseStory } from '../stories/choose-story.ts';
import type { StoryCandidate, StoryChoice, StoryFrame } from '../stories/choose-story.ts';
import { STORY_WINDOW } from '../stories/same-story.ts';
import type { StorySignature } from '../stories/signature.ts';
import { storyKeys } from '../stories/story-keys.ts';
import { readSignature } from '../stories/story-mark.ts';
import { mergeAlerts } from './merge-alerts.ts';
import { sortAtOf } from './place-article.ts';
import type { Store } from './store.ts';

/** Articles and the keys that they share, that are looked at. */
const MOST_SHARING = 400;
/** Articles that are compared, those that share most. */
const MOST_COMPARED = 12;

/** The week of a moment, counted from 1970. */
export function weekOf(time: number): number {
  return Math.floor(time / STORY_WINDOW);
}

/**
 * Finds the story of an article that waits for it, and has it be found by those that come. Answers with the stories that have other
 * articles now than before. Costs by what shares its keys, never by the library; nothing where the article does not wait.
 */
export function placeStory(store: Store, id: ArticleId): readonly number[] {
  const row = store.get<{ version: number; signature: string; storyId: number | null; feedId: FeedId }>(
    'SELECT q.version, q.signature, s.story_id AS storyId, s.feed_id AS feedId FROM story_queue q JOIN statuses s ON s.article_id = q.article_id WHERE q.article_id = ?', id,
  );
  if (!row) return [];
  store.run('DELETE FROM story_queue WHERE article_id = ?', id);
  store.run(
    'INSERT INTO story_signatures (article_id, version, signature) VALUES (?1, ?2, ?3) ON CONFLICT (article_id) DO UPDATE SET version = ?2, signature = ?3',
    id, row.version, row.signature,
  );
  const at = sortAtOf(id);
  const signature = readOnce(row.signature);
  const keys = storyKeys(signature);
  const changed = row.storyId === null ? findStory(store, id, { signature, keys, at, feedId: row.feedId }) : [];
  // Keys of an earlier text stay: what was found by them is compared by what is now.
  store.run('INSERT OR IGNORE INTO story_keys (week, key, article_id) SELECT ?, value, ? FROM json_each(?)', weekOf(at), id, JSON.stringify(keys));
  return changed;
}

/** The week and the one that is nearer: what is further than half a week apart is mostly another event, and asking costs. */
function weeksAround(at: number): number[] {
  const week = weekOf(at);
  return at - week * STORY_WINDOW < STORY_WINDOW / 2 ? [week, week - 1] : [week, week + 1];
}

interface Newcomer {
  readonly signature: StorySignature;
  readonly keys: readonly number[];
  readonly at: number;
  readonly feedId: FeedId;
}

interface CandidateRow {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly storyId: number | null;
  readonly signature: string;
}

function findStory(store: Store, id: ArticleId, { signature, keys, at, feedId }: Newcomer): readonly number[] {
  const candidates = candidatesOf(store, id, keys, at);
  if (candidates.length === 0) return [];
  const apart = splitFrom(store, id);
  const stories = [...new Set(candidates.flatMap(({ storyId }) => storyId ?? []))];
  const allowed = candidates.filter(({ id: other, storyId }) => !apart.ids.has(other) && (storyId === null || !apart.stories.has(storyId)));
  const choice = chooseStory({ signature, at, feedId }, allowed, framesOf(store, stories));
  return choice ? [join(store, id, choice)] : [];
}

/** What tells most comes first among the keys, and what many share last, so that a bound cuts off the least. */
const SHARING = `
  SELECT json_group_array(id) AS ids FROM (
    SELECT k.article_id AS id FROM json_each(?) AS wanted CROSS JOIN json_each(?) AS around
      CROSS JOIN story_keys k ON k.week = around.value AND k.key = wanted.value
    LIMIT ${MOST_SHARING})`;

function candidatesOf(store: Store, id: ArticleId, keys: readonly number[], at: number): StoryCandidate[] {
  const hits = new Map<ArticleId, number>();
  // One row of many ids: as rows they cost ten times that.
  const row = store.get<{ ids: string }>(SHARING, JSON.stringify(keys), JSON.stringify(weeksAround(at)));
  for (const other of JSON.parse(row?.ids ?? '[]') as ArticleId[]) hits.set(other, (hits.get(other) ?? 0) + 1);
  hits.delete(id);
  const most = [...hits].toSorted(([one, shared], [other, also]) => also - shared || other - one).slice(0, MOST_COMPARED).map(([other]) => other);
  if (most.length === 0) return [];
  return store
    .all<CandidateRow>(
      `SELECT s.article_id AS id, s.feed_id AS feedId, s.story_id AS storyId, g.signature FROM json_each(?) AS wanted
         CROSS JOIN story_signatures g ON g.article_id = wanted.value CROSS JOIN statuses s ON s.article_id = g.article_id`,
      JSON.stringify(most),
    )
    .map(({ id: other, feedId, storyId, signature }) => ({ id: other, feedId, storyId, at: sortAtOf(other), signature: readOnce(signature) }));
}

/** The reports of one event are compared with each that comes to it: reading their signatures anew took a fifth of finding its story. */
const MOST_READ = 256;
const read = new Map<string, StorySignature>();

/** By the text itself, so that a signature that is another now is never taken for what it was. */
function readOnce(text: string): StorySignature {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= MOST_READ) read.clear();
  const signature = readSignature(text);
  read.set(text, signature);
  return signature;
}

function framesOf(store: Store, stories: readonly number[]): Map<number, StoryFrame> {
  const rows = store.all<{ storyId: number; first: ArticleId; last: ArticleId; feedIds: string }>(
    `SELECT value AS storyId,
       (SELECT min(article_id) FROM statuses INDEXED BY statuses_by_story WHERE story_id = value) AS first,
       (SELECT max(article_id) FROM statuses INDEXED BY statuses_by_story WHERE story_id = value) AS last,
       (SELECT json_group_array(DISTINCT feed_id) FROM statuses INDEXED BY statuses_by_story WHERE story_id = value) AS feedIds
     FROM json_each(?)`,
    JSON.stringify(stories),
  );
  return new Map(rows.map(({ storyId, first, last, feedIds }) => [storyId, { first: sortAtOf(first), last: sortAtOf(last), feedIds: new Set(JSON.parse(feedIds) as number[]) }]));
}

/** What a person took apart from an article, and the stories that those are in. */
function splitFrom(store: Store, id: ArticleId): { ids: ReadonlySet<ArticleId>; stories: ReadonlySet<number> } {
  const rows = store.all<{ id: ArticleId; storyId: number | null }>(
    'SELECT p.other_id AS id, s.story_id AS storyId FROM story_splits p JOIN statuses s ON s.article_id = p.other_id WHERE p.article_id = ?', id,
  );
  return { ids: new Set(rows.map((row) => row.id)), stories: new Set(rows.flatMap(({ storyId }) => storyId ?? [])) };
}

function join(store: Store, id: ArticleId, { storyId: known, withId, alsoIds, merges }: StoryChoice): number {
  const storyId = known ?? newStory(store, withId);
  store.run('UPDATE statuses SET story_id = ? WHERE article_id = ?', storyId, id);
  for (const otherId of alsoIds) {
    if (!splitFrom(store, otherId).stories.has(storyId)) store.run('UPDATE statuses SET story_id = ? WHERE article_id = ?', storyId, otherId);
  }
  for (const other of merges) {
    if (areSplit(store, storyId, other)) continue;
    store.run('UPDATE statuses SET story_id = ? WHERE story_id = ?', storyId, other);
    // What was told of the one was told of both.
    store.run('UPDATE alerts SET story = ? WHERE story = ?', storyId, other);
  }
  mergeAlerts(store, storyId);
  return storyId;
}

function newStory(store: Store, withId: ArticleId): number {
  // Also above those that were told of: an event by the number of one that is gone would be taken for told.
  const last = store.get<{ id: number }>(
    `SELECT max(ifnull((SELECT max(story_id) FROM statuses INDEXED BY statuses_by_story WHERE story_id IS NOT NULL), 0),
       ifnull((SELECT max(story) FROM alerts INDEXED BY alerts_by_story WHERE story IS NOT NULL), 0)) AS id`,
  );
  const storyId = (last?.id ?? 0) + 1;
  store.run('UPDATE statuses SET story_id = ? WHERE article_id = ?', storyId, withId);
  return storyId;
}

/** Whether a person took an article of the one from an article of the other. */
function areSplit(store: Store, one: number, other: number): boolean {
  return store.get(
    `SELECT 1 FROM statuses s INDEXED BY statuses_by_story JOIN story_splits p ON p.article_id = s.article_id JOIN statuses o ON o.article_id = p.other_id
     WHERE s.story_id = ? AND o.story_id = ? LIMIT 1`,
    one, other,
  ) !== undefined;
}
