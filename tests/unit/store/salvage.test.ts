import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { OwnEntity } from '../../../electron/contract/gazetteer.ts';
import type { PageFacts } from '../../../electron/contract/page-facts.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { makeBackup, putInPlace } from '../../../electron/core/store/backup.ts';
import { story } from '../../../electron/core/query/story.ts';
import { noteStory } from '../../../electron/core/store/note-story.ts';
import { splitStory } from '../../../electron/core/store/split-story.ts';
import { unmarkedArticles } from '../../../electron/core/store/unmarked-stories.ts';
import { storyMark } from '../../../electron/core/stories/story-mark.ts';
import { keepPageText } from '../../../electron/core/store/page-texts.ts';
import { recordImage } from '../../../electron/core/store/images.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { keepOwnEntity, ownEntities } from '../../../electron/core/store/own-entities.ts';
import { salvage } from '../../../electron/core/store/salvage.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { placeAll } from './place-all.ts';
import { NOON, documentOf, follow, imageKey, incoming, testStore } from './library.ts';

const NO_FACTS: PageFacts = {
  headline: null, headings: [], publishedAt: null, publishedFrom: null, zoneAssumed: false, dayOnly: false, modifiedAt: null, authors: [], outlet: null,
  source: null, tags: [], breadcrumb: [], lang: null, leadImage: null, canonicalUrl: null, related: [],
};
const PHOTO = 'https://metals.example/photo.jpg';
const databaseOf = (profile: string): string => join(profile, 'library', 'monazite.db');

const inOrder = (...ids: (number | undefined)[]): number[] => ids.map(Number).sort((a, b) => a - b);

const articles = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => incoming({ guid: `${from + index}`, title: `Article ${from + index}`, text: `<p>${from + index} ${'neodymium '.repeat(200)}</p>`, publishedAt: NOON - (from + index) * 1000, images: from + index === 61 ? [PHOTO] : [] }));

const own = (id: string, form: string): OwnEntity => ({ id, kind: 'company', names: {}, aliases: [{ text: form }], hidden: [] });

interface Past {
  readonly profile: string;
  readonly copy: string;
  readonly old: readonly number[];
  readonly late: readonly number[];
}

/**
 * 60 articles of which a copy was made; since then 20 more from another source, two bookmarks, read marks, a note that
 * changed and a new one, a tag, a highlight and a frozen text with its image.
 */
function aPast(): Past {
  const store = testStore();
  const old = storeDocument(store, follow(store).id, documentOf(articles(0, 60)), NOON).added;
  setBookmarked(store, old[0] ?? 0, true);
  store.run("INSERT INTO notes VALUES (?, 'first thought', 1000)", old[0] ?? 0);
  store.run("INSERT INTO tags (title, key) VALUES ('Quotas', 'quotas')");
  keepOwnEntity(store, own('company:lynas', 'the Kuantan firm'));
  const copy = makeBackup(store.db, store.profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });

  const other = follow(store, { url: 'https://ores.example/feed' });
  const late = storeDocument(store, other.id, documentOf(articles(60, 80)), NOON).added;
  recordImage(store, imageKey(PHOTO), { state: 'kept', type: 'image/jpeg', bytes: 5000 });
  setBookmarked(store, old[1] ?? 0, true);
  setBookmarked(store, late[1] ?? 0, true);
  setRead(store, [old[5] ?? 0, late[5] ?? 0], true);
  store.run('UPDATE statuses SET pinned_at = 2000 WHERE article_id = ?', old[2] ?? 0);
  store.run("UPDATE notes SET text = 'second thought', changed_at = 2000");
  store.run("INSERT INTO notes VALUES (?, 'late', 2000)", late[1] ?? 0);
  // The tag of the copy got another number here.
  store.run("INSERT INTO tags (title, key) VALUES ('Prices', 'prices')");
  store.run("UPDATE tags SET id = id + 10");
  store.run("INSERT INTO article_tags SELECT ?, id, 2000 FROM tags", late[1] ?? 0);
  store.run("INSERT INTO highlights (article_id, quote, prefix, suffix, start, created_at, changed_at) VALUES (?, 'neodymium', '', '', 3, 2000, 2000)", late[1] ?? 0);
  store.run("INSERT INTO frozen_texts (article_id, frozen_at, retrieved_at, title, origin, html, sha256) VALUES (?, 2000, 2000, 'Article 61', 'feed', x'010203', 'abc')", late[1] ?? 0);
  store.run('INSERT OR IGNORE INTO frozen_images SELECT f.id, i.id FROM frozen_texts f, images i');
  keepOwnEntity(store, own('company:lynas', 'the Malaysian firm'));
  keepOwnEntity(store, own('company:own-1', 'Corey Micro Magnetic'));
  store.close();
  return { profile: store.profile, copy, old, late };
}

/** Puts the copy in place of the library and salvages from what was there. */
function recover({ profile, copy }: Past): { store: Store; salvaged: ReturnType<typeof salvage> } {
  const aside = `${databaseOf(profile)}.damaged-1`;
  putInPlace(profile, copy, aside);
  const store = testStore({ profile });
  const salvaged = salvage(store, aside, NOON);
  store.close();
  return { store: testStore({ profile }), salvaged };
}

/** Overwrites the pages of a table that `which` takes. */
function spoil(profile: string, table: string, which: (page: number, index: number) => boolean): void {
  const db = new DatabaseSync(databaseOf(profile));
  const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').all(table).map((row) => Number(row['pageno']));
  db.close();
  const file = openSync(databaseOf(profile), 'r+');
  for (const page of pages.filter(which)) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
  closeSync(file);
}

function expectSound(store: Store): void {
  expect(store.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(store.all('PRAGMA foreign_key_check')).toEqual([]);
  const { n } = store.get<{ n: number }>('SELECT count(*) AS n FROM statuses WHERE visible = 1') ?? { n: -1 };
  expect(store.get('SELECT sum(total) AS n FROM feed_tallies')).toEqual({ n });
  expect(store.get('SELECT total(text_bytes) AS n FROM feed_tallies')).toEqual(store.get('SELECT (SELECT sum(length(html)) FROM bodies) + ifnull((SELECT sum(length(html)) FROM frozen_texts), 0) + ifnull((SELECT sum(length(html)) FROM page_texts), 0) AS n'));
}

test('what came after the copy is read from the library that was set aside, all of it', () => {
  const past = aPast();
  const { store, salvaged } = recover(past);
  expect(salvaged).toEqual({ articles: 20, bookmarks: 2, notes: 2, highlights: 1, whole: true });
  expectSound(store);
  const bookmark = past.late[1] ?? 0;
  expect(getArticle(store, bookmark)).toMatchObject({ bookmarked: true, thumbnail: imageKey(PHOTO), contentHtml: expect.stringContaining('61 neodymium') as string });
  expect(listArticles(store, { scope: { kind: 'bookmarks' }, limit: 10 }, NOON).articles.map(({ id }) => id)).toEqual(inOrder(past.old[0], past.old[1], bookmark).toReversed());
  expect(store.all('SELECT article_id AS id FROM statuses WHERE read = 1 ORDER BY 1')).toEqual(inOrder(past.old[5], past.late[5]).map((id) => ({ id })));
  expect(ownEntities(store)).toEqual([own('company:lynas', 'the Malaysian firm'), own('company:own-1', 'Corey Micro Magnetic')]);
  expect(store.all('SELECT text FROM notes ORDER BY text')).toEqual([{ text: 'late' }, { text: 'second thought' }]);
  expect(store.all('SELECT title FROM article_tags JOIN tags ON tags.id = tag_id WHERE article_id = ? ORDER BY title', bookmark)).toEqual([{ title: 'Prices' }, { title: 'Quotas' }]);
  expect(store.get('SELECT quote, images.key FROM highlights JOIN frozen_texts USING (article_id) JOIN frozen_images ON frozen_id = frozen_texts.id JOIN images ON images.id = image_id')).toEqual({ quote: 'neodymium', key: imageKey(PHOTO) });
  expect(store.all('SELECT article_id AS id FROM statuses WHERE pinned_at IS NOT NULL')).toEqual([{ id: past.old[2] }]);
  // The source that was followed since is there, and is read from the beginning.
  expect(store.get("SELECT subscribed, etag FROM feeds WHERE feed_url = 'https://ores.example/feed'")).toEqual({ subscribed: 1, etag: null });
  expect(counts(store, NOON)).toMatchObject({ all: 80, bookmarks: 3 });
});

/** The text of its page comes to an article that the copy knows, and to one that it does not, each with an image. */
function readPages({ profile, old, late }: Past): void {
  const store = testStore({ profile });
  for (const id of [old[1] ?? 0, late[3] ?? 0]) {
    const url = `https://metals.example/page-${id}.jpg`;
    keepPageText(store, id, { html: `<p>The whole of ${id}</p><img src="img/${imageKey(url)}">`, text: `The whole of ${id}`, images: [{ key: imageKey(url), url }], facts: NO_FACTS, handedIn: false, url: 'https://metals.example/', version: 1 }, NOON);
    recordImage(store, imageKey(url), { state: 'kept', type: 'image/jpeg', bytes: 7000 });
  }
  store.close();
}

test('the text of a page that came after the copy is taken too, also of an article that the copy knows', () => {
  const past = aPast();
  readPages(past);
  const { store } = recover(past);
  expectSound(store);
  for (const id of [past.old[1] ?? 0, past.late[3] ?? 0]) {
    expect(getArticle(store, id)).toMatchObject({ textOrigin: 'page', contentHtml: expect.stringContaining(`The whole of ${id}`) as string, kept: 'full', images: [{ state: 'kept' }] });
  }
});

test('a text of a page that cannot be read is not said to be here', () => {
  const past = aPast();
  const before = testStore({ profile: past.profile });
  before.run('UPDATE articles SET whole = 0');
  before.close();
  readPages(past);
  spoil(past.profile, 'page_texts', () => true);
  const { store } = recover(past);
  expectSound(store);
  expect(getArticle(store, past.late[3] ?? 0)).toMatchObject({ textOrigin: 'feed', kept: 'headline', fullText: { state: 'none' } });
});

test('a source that has no article yet is taken too', () => {
  const store = testStore();
  const copy = makeBackup(store.db, store.profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });
  follow(store);
  store.close();
  const { store: mended, salvaged } = recover({ profile: store.profile, copy, old: [], late: [] });
  expect(salvaged).toMatchObject({ articles: 0, whole: true });
  expect(mended.get('SELECT count(*) AS n FROM feeds WHERE subscribed = 1')).toEqual({ n: 1 });
});

test('of copies with one text and two titles, both are taken', () => {
  const past = aPast();
  const before = testStore({ profile: past.profile });
  before.run("INSERT INTO frozen_texts (article_id, frozen_at, retrieved_at, title, origin, html, sha256) VALUES (?, 3000, 3000, 'Article 61, corrected', 'feed', x'010203', 'abc')", past.late[1] ?? 0);
  before.close();
  const { store } = recover(past);
  expect(store.all("SELECT title FROM frozen_texts WHERE sha256 = 'abc' ORDER BY title")).toEqual([{ title: 'Article 61' }, { title: 'Article 61, corrected' }]);
});

test('done twice, after a kill, it adds nothing', () => {
  const past = aPast();
  const { store } = recover(past);
  const all = (): unknown => ['statuses', 'articles', 'bodies', 'notes', 'highlights', 'tags', 'article_tags', 'frozen_texts', 'images'].map((table) => store.all(`SELECT * FROM ${table} ORDER BY 1, 2`));
  const before = all();
  expect(salvage(store, `${databaseOf(past.profile)}.damaged-1`, NOON)).toEqual({ articles: 0, bookmarks: 0, notes: 0, highlights: 0, whole: true });
  expect(all()).toEqual(before);
});

test.each([
  ['a page in the midst of the texts', 'bodies', (_: number, index: number) => index === 1],
  ['all texts', 'bodies', () => true],
  ['the articles', 'articles', (_: number, index: number) => index === 0],
  ['every index of the statuses', 'statuses_guid', () => true],
  ['the images', 'images', () => true],
])('with %s unreadable, the rest is taken, and it is said that not all could be read', (_, table, which) => {
  const past = aPast();
  spoil(past.profile, table, which);
  const { store, salvaged } = recover(past);
  expectSound(store);
  expect(salvaged?.whole).toBe(table === 'statuses_guid');
  // What the person did is in tables that are whole.
  expect(store.all('SELECT article_id AS id FROM statuses WHERE bookmarked = 1 ORDER BY 1')).toEqual(inOrder(past.old[0], past.old[1], past.late[1]).map((id) => ({ id })));
  expect(store.get('SELECT count(*) AS n FROM notes')).toEqual({ n: 2 });
  expect(store.get('SELECT count(*) AS n FROM highlights')).toEqual({ n: 1 });
  expect(store.get('SELECT count(*) AS n FROM frozen_texts')).toEqual({ n: 4 });
});

test('a bookmark whose text is lost shows its summary, and an article that is lost comes back with its marks', () => {
  const past = aPast();
  spoil(past.profile, 'bodies', () => true);
  const { store, salvaged } = recover(past);
  expect(salvaged).toMatchObject({ articles: 1, bookmarks: 2, whole: false });
  expect(getArticle(store, past.late[1] ?? 0).contentHtml).toContain('neodymium');
  expect(counts(store, NOON).all).toBe(61);
  const other = store.get<{ id: number }>("SELECT id FROM feeds WHERE feed_url = 'https://ores.example/feed'")?.id ?? 0;
  storeDocument(store, other, documentOf(articles(60, 80)), NOON);
  expect(counts(store, NOON)).toMatchObject({ all: 80, bookmarks: 3 });
  expect(store.get('SELECT read FROM statuses WHERE article_id = ?', past.late[5] ?? 0)).toEqual({ read: 1 });
  expectSound(store);
});

test('stories are found anew, and what was taken apart since the copy stays apart', () => {
  const before = testStore();
  const [one, other] = ['a', 'b'].map((desk) => follow(before, { url: `https://${desk}.example/feed` }).id);
  const text = 'The Tarnholm yard opened a second smelter that cost $412.6 million and can treat 131,400 tonnes of concentrate a year, its owner said.';
  const report = (guid: string, at: number) => ({ ...incoming({ guid, title: 'Yard opens second smelter', text, publishedAt: NOON - at }), story: storyMark({ title: 'Yard opens second smelter', text }) });
  const [first = 0] = storeDocument(before, one ?? 0, documentOf([report('1', 2000)]), NOON).added;
  const [second = 0] = storeDocument(before, other ?? 0, documentOf([report('2', 1000)]), NOON).added;
  placeAll(before);
  const copy = makeBackup(before.db, before.profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });
  const third = follow(before, { url: 'https://c.example/feed' }).id;
  const [late = 0] = storeDocument(before, third, documentOf([report('3', 500)]), NOON).added;
  placeAll(before);
  splitStory(before, second);
  expect(story(before, first).articles.map(({ id }) => id)).toEqual([first, late]);
  before.close();

  const { store } = recover({ profile: before.profile, copy, old: [], late: [] });
  expect(story(store, second).articles.map(({ id }) => id)).toEqual([second]);
  expect(unmarkedArticles(store, { below: Number.MAX_SAFE_INTEGER, limit: 9 })).toEqual([late]);
  noteStory(store, late, storyMark({ title: 'Yard opens second smelter', text }));
  placeAll(store);
  expect(story(store, first).articles.map(({ id }) => id)).toEqual([first, late]);
});
