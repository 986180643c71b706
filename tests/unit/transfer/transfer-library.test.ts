import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BookmarkFilter } from '../../../electron/contract/bookmark.ts';
import { LONGEST_NOTE, LONGEST_QUOTE, LONGEST_TAG, LONGEST_TEXT_BROUGHT, MOST_HIGHLIGHTS_BROUGHT, MOST_TAGS_BROUGHT } from '../../../electron/contract/bookmark-limits.ts';
import { exchangePath, newExchangeFile } from '../../../electron/core/exchange/exchange-file.ts';
import { exportArticles } from '../../../electron/core/export-articles.ts';
import { importLinks } from '../../../electron/core/import-links.ts';
import { canonicalUrl } from '../../../electron/core/normalize/canonical-url.ts';
import { addressName } from '../../../electron/core/normalize/identity.ts';
import { ingestMarkup } from '../../../electron/core/refresh/ingest-markup.ts';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { evidence } from '../../../electron/core/query/evidence.ts';
import { listBookmarks } from '../../../electron/core/query/list-bookmarks.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { createSearchKnowledge } from '../../../electron/core/search/knowledge.ts';
import { searchBookmarks } from '../../../electron/core/search/search-bookmarks.ts';
import { addHighlight } from '../../../electron/core/store/highlights.ts';
import { pendingImages } from '../../../electron/core/store/images.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { pageRecord } from '../../../electron/core/store/page-texts.ts';
import { setBookmarked } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import { openLinkFile } from '../../../electron/core/transfer/read-links.ts';
import { createTransfers } from '../../../electron/core/transfers.ts';
import type { Transfer } from '../../../electron/core/transfers.ts';
import { documentOf, follow, incoming, NOON, testStore } from '../store/library.ts';

const transfer: Transfer = { step: async () => undefined };
const URL = 'https://metals.example/a';

function withArticle(store: Store): number {
  const article = incoming({ title: 'Dysprosium', url: URL, text: 'It rose.', publishedAt: NOON });
  const key = addressName(canonicalUrl(URL));
  return storeDocument(store, follow(store).id, documentOf([{ ...article, keys: { ...article.keys, url: key } }]), NOON).added[0] ?? 0;
}

async function take(store: Store, content: string, dryRun = false) {
  const { path } = await newExchangeFile(store.profile);
  writeFileSync(path, content);
  return importLinks(store, await openLinkFile(path, 'x'), { now: NOON + 60_000, dryRun, transfer, markup: async (job) => ingestMarkup(job) });
}

const PAGE = `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>
<DT><H3>Metals</H3><DL>
<DT><A HREF="http://www.metals.example/a/?utm_source=x" ADD_DATE="1700000000">Known</A><DD>Theirs
<DT><A HREF="https://new.example/1" ADD_DATE="1700000000" TAGS="quota">New</A>
<DT><A HREF="https://new.example/1/">New again</A>
<DT><A HREF="javascript:1">No</A>
</DL></DL>`;

test('a preview says what the import then does, and writes nothing; done again it finds everything known', async () => {
  const store = testStore();
  const id = withArticle(store);
  const preview = await take(store, PAGE, true);
  expect(preview).toEqual({ kind: 'bookmarks', added: 1, bookmarked: 1, known: 0, repeated: 1, unreadable: ['javascript:1'], unreadableCount: 1, tags: 2, notes: 1, highlights: 0, texts: 0, cut: 0 });
  expect(listBookmarks(store, { limit: 10 }).total).toBe(0);
  expect(await take(store, PAGE)).toEqual(preview);
  const { bookmarks } = listBookmarks(store, { limit: 10 });
  expect(bookmarks).toMatchObject([
    { title: 'Dysprosium', feedTitle: 'Metals', bookmarkedAt: 1_700_000_000_000, note: 'Theirs', read: false, tags: [{ title: 'Metals' }] },
    { title: 'New', feedTitle: 'new.example', bookmarkedAt: 1_700_000_000_000, read: true, kept: 'headline', tags: [{ title: 'Metals' }, { title: 'quota' }] },
  ].sort((one, other) => bookmarks.findIndex(({ title }) => title === one.title) - bookmarks.findIndex(({ title }) => title === other.title)));
  expect(await take(store, PAGE)).toMatchObject({ added: 0, bookmarked: 0, known: 2, repeated: 1 });
  expect(evidence(store, id).copies).toHaveLength(1);
});

test('what the person wrote stays; what the file adds is added once', async () => {
  const store = testStore();
  const id = withArticle(store);
  setNote(store, id, 'Mine');
  const table = `url,title,tags,note,highlights\n${URL},x,quota,Theirs,It rose.\n`;
  await take(store, table);
  await take(store, table);
  expect(evidence(store, id)).toMatchObject({ note: 'Mine', tags: [{ title: 'quota' }], highlights: [{ quote: 'It rose.', place: 'here' }] });
});

test('an export of bookmarks under a filter comes back into an empty library with tags, notes and highlights', async () => {
  const store = testStore();
  const id = withArticle(store);
  tagArticles(store, { articleIds: [id], add: ['quota', '稀土'], remove: [] });
  setNote(store, id, 'Mine\n\ntwice');
  addHighlight(store, { articleId: id, quote: 'It rose.', prefix: '', suffix: '', start: 0 });
  await take(store, 'url\nhttps://other.example/\n');
  const tagId = evidence(store, id).tags[0]?.id ?? 0;
  const answer = await exportArticles(store, { format: 'csv', filter: { tagIds: [tagId] }, title: 'Quota' }, { version: '1', now: NOON, transfer });
  expect(answer).toMatchObject({ articles: 1, imagesMissing: 0, name: 'Dysprosium.csv', type: 'text/csv' });
  const fresh = testStore();
  await take(fresh, readFileSync(exchangePath(store.profile, answer.file), 'utf8'));
  const [copy] = listBookmarks(fresh, { limit: 10 }).bookmarks;
  expect(copy).toMatchObject({ title: 'Dysprosium', url: URL, note: 'Mine\n\ntwice', bookmarkedAt: evidence(store, id).bookmarkedAt });
  expect(evidence(fresh, copy?.id ?? 0)).toMatchObject({ tags: [{ title: 'quota' }, { title: '稀土' }], highlights: [{ quote: 'It rose.' }] });
});

test('an export of bookmarks under words holds what the page shows under them, in its order, and nothing else', async () => {
  const store = testStore();
  const feed = follow(store);
  const articles = [
    ['Dysprosium climbs', 'Oxide rose.', 'a'],
    ['Magnets', 'Northgate buys 镝 and Dy₂O₃.', 'b'],
    ['Ponds', 'Nothing of it here.', 'c'],
    ['Dysprosium falls', 'Oxide fell.', 'd'],
  ].map(([title = '', text = '', path = '']) => incoming({ title, text, url: `https://metals.example/${path}`, publishedAt: NOON }));
  const ids = storeDocument(store, feed.id, documentOf(articles), NOON).added;
  const shown = articles.map(({ title }) => ids.find((id) => getArticle(store, id).title === title) ?? 0);
  for (const id of shown.slice(0, 3)) setBookmarked(store, id, true);
  tagArticles(store, { articleIds: shown.slice(0, 1), add: ['quota'], remove: [] });
  const tagId = evidence(store, shown[0] ?? 0).tags[0]?.id ?? 0;
  const titlesOf = async (filter: BookmarkFilter): Promise<readonly string[]> => {
    const { file } = await exportArticles(store, { format: 'json', filter, title: 'Found' }, { version: '1', now: NOON, transfer });
    const exported = (JSON.parse(readFileSync(exchangePath(store.profile, file), 'utf8')) as { articles: { title: string }[] }).articles.map(({ title }) => title);
    expect(exported).toEqual(searchBookmarks(store, createSearchKnowledge(store), { filter, order: 'saved', limit: 10 }, NOON).bookmarks.map(({ title }) => title));
    return exported.toSorted();
  };
  // By all its names, unless only the words as typed are asked for; other conditions hold beside them.
  expect(await titlesOf({ text: 'dysprosium' })).toEqual(['Dysprosium climbs', 'Magnets']);
  expect(await titlesOf({ text: 'dysprosium', exact: true })).toEqual(['Dysprosium climbs']);
  expect(await titlesOf({ text: '-title:dysprosium' })).toEqual(['Magnets', 'Ponds']);
  expect(await titlesOf({ text: 'oxide OR northgate', tagIds: [tagId] })).toEqual(['Dysprosium climbs']);
  await expect(titlesOf({ text: 'zqxv' })).rejects.toMatchObject({ code: 'nothing-to-export' });
});

test('nothing to export is said, and leaves no file', async () => {
  const store = testStore();
  await expect(exportArticles(store, { format: 'epub' }, { version: '1', now: NOON, transfer })).rejects.toMatchObject({ code: 'nothing-to-export' });
  await expect(exportArticles(store, { format: 'json', articleIds: [5] }, { version: '1', now: NOON, transfer })).rejects.toMatchObject({ code: 'nothing-to-export' });
});

test('one transfer at a time; one that is stopped says so, and the next may begin', async () => {
  const share = createThreadShare();
  const events: unknown[] = [];
  const transfers = createTransfers({ announce: (event) => events.push(event), share });
  const held = Promise.withResolvers<void>();
  const first = transfers.run('export', async (told) => {
    await told.step(3, 9);
    await held.promise;
    await told.step(4, 9);
  });
  await expect(transfers.run('import', async () => 1)).rejects.toMatchObject({ code: 'transfer-running' });
  expect(transfers.progress()).toEqual({ running: 'export', done: 3, total: 9 });
  transfers.cancel();
  held.resolve();
  await expect(first).rejects.toMatchObject({ code: 'transfer-cancelled' });
  expect(transfers.progress().running).toBeNull();
  expect(await transfers.run('import', async (told) => told.step(1, 0))).toBeUndefined();
  expect(events).toContainEqual({ kind: 'transfer' });
});

const long = (letter: string, length: number): string => `${letter.repeat(length - 1)}.`;

describe('what a person wrote at length', () => {
  const tags = Array.from({ length: 130 }, (_, at) => `tag ${at}`);

  test.each(['json', 'bookmarks', 'csv'] as const)('comes back whole by %s', async (format) => {
    const store = testStore();
    const id = withArticle(store);
    const [note, said] = [`${long('n', 60_000)}\n\n${long('m', 39_998)}`, long('s', LONGEST_NOTE)];
    tagArticles(store, { articleIds: [id], add: tags, remove: [] });
    setNote(store, id, note);
    for (const quote of format === 'bookmarks' ? [] : ['It', 'rose.', ...Array.from({ length: 9 }, (_, at) => `gone ${at}`)]) addHighlight(store, { articleId: id, quote, prefix: '', suffix: '', start: 0, note: said });
    const { file } = await exportArticles(store, { format }, { version: '1', now: NOON, transfer });
    const content = readFileSync(exchangePath(store.profile, file), 'utf8');

    const other = testStore();
    expect(await take(other, content)).toMatchObject({ added: 1, tags: tags.length, cut: 0 });
    const { bookmarks: [came] } = listBookmarks(other, { limit: 10 });
    const had = evidence(other, came?.id ?? 0);
    expect(had.note).toBe(note);
    expect(had.tags.map(({ title }) => title).toSorted()).toEqual(tags.toSorted());
    expect(had.highlights.filter((one) => one.note === said)).toHaveLength(format === 'bookmarks' ? 0 : 11);
  });

  test.each([
    ['a note', { note: 'n'.repeat(LONGEST_NOTE + 1) }],
    ['a tag', { tags: ['t'.repeat(LONGEST_TAG + 1)] }],
    ['many tags', { tags: Array.from({ length: MOST_TAGS_BROUGHT + 1 }, (_, at) => `t${at}`) }],
    ['a quotation', { highlights: [{ quote: 'q'.repeat(LONGEST_QUOTE + 1) }] }],
    ['the note of a highlight', { highlights: [{ quote: 'q', note: 'n'.repeat(LONGEST_NOTE + 1) }] }],
    ['many highlights', { highlights: Array.from({ length: MOST_HIGHLIGHTS_BROUGHT + 1 }, (_, at) => ({ quote: `q${at}` })) }],
    ['a text', { contentHtml: 'x'.repeat(LONGEST_TEXT_BROUGHT + 1) }],
  ])('is said to be cut where %s is more than a library takes', async (_, more) => {
    const content = JSON.stringify({ format: 'monazite-articles', version: 1, articles: [{ url: 'https://a.example/', ...more }, { url: 'https://b.example/', note: 'short' }] });
    const store = testStore();
    expect(await take(store, content, true)).toMatchObject({ added: 2, cut: 1 });
    expect(await take(store, content)).toMatchObject({ added: 2, cut: 1 });
  });

  test('is said to be cut in bookmarks and tables too, and no character is cut in two', async () => {
    const note = `${'n'.repeat(LONGEST_NOTE - 1)}\u{1F9F2}`;
    for (const content of [`<DL><DT><A HREF="https://a.example/" ADD_DATE="1">a</A>\n<DD>${note}\n<DT><A HREF="https://b.example/">b</A></DL>`, `url,note\nhttps://a.example/,${note}\nhttps://b.example/,x\n`]) {
      const store = testStore();
      expect(await take(store, content)).toMatchObject({ added: 2, cut: 1 });
      expect(listBookmarks(store, { limit: 10 }).bookmarks.map((one) => one.note)).toContain('n'.repeat(LONGEST_NOTE - 1));
    }
  });
});

test('what an imported text shows is asked for on nobody’s word, wherever the file says that it came from', async () => {
  const store = testStore();
  const key = '0'.repeat(32);
  const article = (url: string | undefined, image: string) => ({ title: image, url, contentHtml: `<p>Quotas rose again.</p><img src="img/${key}">`, images: [{ key, url: `http://192.168.1.1/${image}` }] });
  await take(store, JSON.stringify({ format: 'monazite-articles', version: 1, articles: [article(undefined, 'a.png'), article('http://192.168.1.1/router', 'b.png'), article('https://metals.example/c', 'c.png')] }));
  expect(new Map(pendingImages(store, { limit: 10 }).map(({ url, chosenUrl }) => [url, chosenUrl]))).toEqual(new Map(['a', 'b', 'c'].map((name) => [`http://192.168.1.1/${name}.png`, null])));
  const texts = listBookmarks(store, { limit: 10 }).bookmarks.map(({ id }) => pageRecord(store, id).askedBy);
  expect(texts).toEqual([{ document: null }, { document: null }, { document: null }]);
});
