import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { addEvidence } from '../../../electron/core/store/add-evidence.ts';
import { addPendingWords } from '../../../electron/core/store/add-pending-words.ts';
import { addTokensVersion } from '../../../electron/core/store/add-tokens-version.ts';
import { addReadingPlaces } from '../../../electron/core/store/add-reading-places.ts';
import { addBeginnings } from '../../../electron/core/store/add-beginnings.ts';
import { addFeedIcons } from '../../../electron/core/store/add-feed-icons.ts';
import { addFigures } from '../../../electron/core/store/add-figures.ts';
import { addFoundAt } from '../../../electron/core/store/add-found-at.ts';
import { addSearch } from '../../../electron/core/store/add-search.ts';
import { addNames } from '../../../electron/core/store/add-names.ts';
import { addHandedIn } from '../../../electron/core/store/add-handed-in.ts';
import { addPageDates } from '../../../electron/core/store/add-page-dates.ts';
import { addPageTexts } from '../../../electron/core/store/add-page-texts.ts';
import { addZoneAssumed } from '../../../electron/core/store/add-zone-assumed.ts';
import { addPublishedDay } from '../../../electron/core/store/add-published-day.ts';
import { addWatches } from '../../../electron/core/store/add-watches.ts';
import { addStoryQueue } from '../../../electron/core/store/add-story-queue.ts';
import { addStories } from '../../../electron/core/store/add-stories.ts';
import { addVia } from '../../../electron/core/store/add-via.ts';
import { appendTexts } from '../../../electron/core/store/append-texts.ts';
import { leanArrivals } from '../../../electron/core/store/lean-arrivals.ts';
import { leanFigures } from '../../../electron/core/store/lean-figures.ts';
import type { Migration } from '../../../electron/core/store/migrate.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { tallyDocuments } from '../../../electron/core/store/tally-documents.ts';
import { tallySources } from '../../../electron/core/store/tally-sources.ts';
import { unsubscribe } from '../../../electron/core/store/feeds.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, HOUR, incoming, NOON, testStore } from './library.ts';

const TABLES = ['articles', 'bodies', 'revisions', 'article_images', 'images', 'statuses', 'library'];
const schema = (store: Store): unknown[] => store.all("SELECT type, name, tbl_name, replace(replace(sql, '\"', ''), '  ', '') AS sql FROM sqlite_schema WHERE name NOT LIKE '%old%' ORDER BY name");
const rows = (store: Store): unknown => Object.fromEntries(TABLES.map((table) => [table, store.all(`SELECT * FROM ${table} ORDER BY 1, 2`)]));

/** Columns of a later step, which the code of now cannot write without. */
const addColumns = (db: DatabaseSync): void => db.exec('ALTER TABLE articles ADD COLUMN whole INTEGER NOT NULL DEFAULT 1; ALTER TABLE articles ADD COLUMN has_page INTEGER NOT NULL DEFAULT 0; ALTER TABLE articles ADD COLUMN outlet TEXT; ALTER TABLE statuses ADD COLUMN unbookmarked_at INTEGER; ALTER TABLE statuses ADD COLUMN pinned_at INTEGER; ALTER TABLE statuses ADD COLUMN story_id INTEGER; ALTER TABLE statuses ADD COLUMN muted_at INTEGER; ALTER TABLE statuses ADD COLUMN muted_by INTEGER; ALTER TABLE statuses ADD COLUMN raised_at INTEGER; ALTER TABLE statuses ADD COLUMN reading_place REAL; CREATE TABLE page_texts (article_id INTEGER, html BLOB, extractor INTEGER); CREATE TABLE page_failures (article_id INTEGER, code TEXT)');

// What writes a library of before is the code of now, so this step alone is held back, and what refers to its tables or counts by triggers on them.
const LATER: readonly Migration[] = [appendTexts, tallySources, tallyDocuments, addPageTexts, addEvidence, addSearch, addNames, addStories, addWatches, addStoryQueue, addTokensVersion, addPendingWords, addReadingPlaces, addBeginnings, addFigures, leanArrivals, leanFigures, addFoundAt, addHandedIn, addFeedIcons, addPageDates];
const BEFORE = [...MIGRATIONS.filter((step) => !LATER.includes(step)), addColumns];

const STORY = { guid: '1', title: 'One', text: 'first', images: ['https://metals.example/a.jpg'] };

test('a library of before keeps every row, and loses with an article what belongs to it', () => {
  const before = testStore({ migrations: BEFORE });
  // Columns that later steps add, which the code of now cannot write without.
  for (const column of ['whole', 'text_bytes']) before.run(`ALTER TABLE feed_tallies ADD COLUMN ${column} INTEGER NOT NULL DEFAULT 0`);
  before.db.exec('CREATE TEMP TABLE search_due (article_id INTEGER PRIMARY KEY); CREATE TEMP TABLE unnamed (article_id INTEGER PRIMARY KEY); CREATE TEMP TABLE pending_arrivals (article_id INTEGER PRIMARY KEY, names_only INTEGER); CREATE TEMP TABLE figures_due (article_id INTEGER PRIMARY KEY)');
  const { id } = follow(before);
  const [first = 0] = storeDocument(before, id, documentOf([incoming(STORY), incoming({ guid: '2', title: 'Two', text: 'second' })]), NOON).added;
  storeDocument(before, id, documentOf([incoming({ ...STORY, text: 'first, revised' })]), NOON + HOUR);
  const held = rows(before);
  for (const column of ['whole', 'text_bytes']) before.run(`ALTER TABLE feed_tallies DROP COLUMN ${column}`);
  for (const column of ['zone_assumed', 'published_day', 'via', 'whole', 'has_page', 'outlet']) before.run(`ALTER TABLE articles DROP COLUMN ${column}`);
  before.run('ALTER TABLE statuses DROP COLUMN unbookmarked_at');
  before.run('ALTER TABLE statuses DROP COLUMN pinned_at');
  before.run('ALTER TABLE statuses DROP COLUMN story_id');
  for (const column of ['muted_at', 'muted_by', 'raised_at', 'reading_place']) before.run(`ALTER TABLE statuses DROP COLUMN ${column}`);
  for (const table of ['page_texts', 'page_failures']) before.run(`DROP TABLE ${table}`);
  before.close();

  const store = testStore({ profile: before.profile, migrations: [...BEFORE, appendTexts, tallySources, addZoneAssumed, addPublishedDay, addVia, tallyDocuments, addPageTexts, addEvidence, addSearch, addNames, addStories, addWatches, addStoryQueue, addTokensVersion, addPendingWords, addReadingPlaces, addBeginnings, addFigures, leanArrivals, leanFigures, addFoundAt, addHandedIn, addFeedIcons, addPageDates] });
  expect(rows(store)).toEqual(held);
  const sums = 'SELECT (SELECT count(*) FROM articles) AS total, (SELECT sum(length(html)) FROM bodies) AS bytes';
  expect(store.get('SELECT total, text_bytes AS bytes FROM feed_tallies')).toEqual(store.get(sums));
  expect(schema(store)).toEqual(schema(testStore()));
  expect(getArticle(store, first)).toMatchObject({ title: 'One', revisions: 1 });
  expect(store.all('PRAGMA foreign_key_check')).toEqual([]);
  unsubscribe(store, id);
  expect(['articles', 'bodies', 'revisions', 'article_images'].flatMap((table) => store.all(`SELECT * FROM ${table}`))).toEqual([]);
  expect(store.get('SELECT whole, text_bytes FROM feed_tallies')).toEqual({ whole: 0, text_bytes: 0 });
});
