import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { evidence } from '../../../electron/core/query/evidence.ts';
import { getCopy } from '../../../electron/core/query/frozen-copies.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { removeBookmarks, restoreBookmarks } from '../../../electron/core/store/bookmark-status.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { unsubscribe } from '../../../electron/core/store/feeds.ts';
import { freezeBookmark, freezeEarlierBookmarks } from '../../../electron/core/store/freeze.ts';
import { addHighlight } from '../../../electron/core/store/highlights.ts';
import { forgetImages, recordImage, unreferencedImages } from '../../../electron/core/store/images.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { markAllRead, setBookmarked } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import { deflateBody } from '../../../electron/core/normalize/body.ts';
import { DAY, HOUR, NOON, documentOf, failureOf, follow, imageKey, incoming, testStore } from './library.ts';
import type { Clock, Draft } from './library.ts';

const CHART = 'https://metals.example/chart.png';
const OTHER = 'https://metals.example/other.png';
const DRAFT: Draft = { guid: 'a', url: 'https://metals.example/a', title: 'Quota for the first half', text: '<p>The quota is 12.1 tonnes.</p>', publishedAt: NOON - HOUR, images: [CHART] };

interface Room {
  readonly store: Store;
  readonly clock: Clock;
  readonly feedId: number;
  readonly id: number;
  readonly revise: (changes: Draft) => void;
}

function room(): Room {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const feedId = follow(store).id;
  const [id = 0] = storeDocument(store, feedId, documentOf([incoming(DRAFT)]), NOON).added;
  recordImage(store, imageKey(CHART), { state: 'kept', type: 'image/png', bytes: 4000 });
  const revise = (changes: Draft): void => {
    clock.time += DAY;
    storeDocument(store, feedId, documentOf([incoming({ ...DRAFT, ...changes })]), clock.time);
  };
  return { store, clock, feedId, id, revise };
}

/** All that the library holds of a bookmark, byte for byte. */
function everything(store: Store, id: number): unknown {
  const rows = (sql: string): unknown[] => store.all(sql, id).map((row) => ({ ...(row as object) }));
  return {
    article: getArticle(store, id),
    body: rows('SELECT hex(html) AS html FROM bodies WHERE article_id = ?'),
    evidence: evidence(store, id),
    frozen: rows('SELECT id, frozen_at, retrieved_at, url, title, origin, hex(html) AS html, sha256 FROM frozen_texts WHERE article_id = ?'),
    images: rows('SELECT i.key, i.state, i.bytes FROM frozen_images z JOIN frozen_texts f ON f.id = z.frozen_id JOIN images i ON i.id = z.image_id WHERE f.article_id = ?'),
    sweepable: unreferencedImages(store),
  };
}

describe('a bookmark freezes its copy', () => {
  test('text, images, when it came, from where, and the hash of what was stored', () => {
    const { store, id } = room();
    expect(evidence(store, id).copies).toEqual([]);
    setBookmarked(store, id, true);
    const html = getArticle(store, id).contentHtml;
    const { copies, currentCopy, bookmarkedAt } = evidence(store, id);
    expect(copies).toEqual([{
      id: currentCopy, frozenAt: bookmarkedAt, retrievedAt: getArticle(store, id).arrivedAt, url: 'https://metals.example/a', title: 'Quota for the first half', origin: 'feed',
      sha256: createHash('sha256').update(html).digest('hex'), bytes: Buffer.byteLength(html) + 4000, images: 1, imagesNamed: 1,
    }]);
    expect(getCopy(store, currentCopy ?? 0)).toMatchObject({ html, intact: true, articleId: id });
  });

  test('what the source makes of it later stands beside it, and the image of before stays', () => {
    const { store, id, revise } = room();
    setBookmarked(store, id, true);
    revise({ text: '<p>The quota is 10.1 tonnes.</p>', images: [OTHER] });
    revise({ text: '<p>The quota is 10.1 tonnes.</p>', images: [OTHER], title: 'Quota cut' });
    const { copies, currentCopy } = evidence(store, id);
    expect(copies.map((copy) => [copy.title, getCopy(store, copy.id).html.includes('12.1')])).toEqual([['Quota for the first half', true], ['Quota for the first half', false], ['Quota cut', false]]);
    expect(currentCopy).toBe(copies[2]?.id);
    expect(unreferencedImages(store)).toEqual([]);
    forgetImages(store, [imageKey(CHART)]);
    expect(evidence(store, id).copies[0]).toMatchObject({ images: 1, imagesNamed: 1 });
  });

  test('a text that comes back is the copy that was frozen first', () => {
    const { store, id, revise } = room();
    setBookmarked(store, id, true);
    revise({ text: '<p>Withdrawn.</p>' });
    revise({});
    const { copies, currentCopy } = evidence(store, id);
    expect(copies).toHaveLength(2);
    expect(currentCopy).toBe(copies[0]?.id);
  });

  test('the text of its page is a copy of its own, and the one that is read', () => {
    const { store, clock, id } = room();
    setBookmarked(store, id, true);
    store.run(
      "INSERT INTO page_texts (article_id, html, facts, text_length, url, fetched_at, extractor) VALUES (?, ?, '{}', 10, 'https://metals.example/a?full', ?, 1)",
      id, deflateBody('<p>All of the page.</p>'), clock.time + HOUR,
    );
    freezeBookmark(store, id, clock.time + HOUR);
    const { copies, currentCopy } = evidence(store, id);
    expect(copies.map(({ origin, url, retrievedAt }) => [origin, url, retrievedAt])).toEqual([
      ['feed', 'https://metals.example/a', getArticle(store, id).arrivedAt], ['page', 'https://metals.example/a?full', clock.time + HOUR],
    ]);
    expect(currentCopy).toBe(copies[1]?.id);
  });

  test('what nobody bookmarked is not copied, and a damaged copy says that it is not what it was', () => {
    const { store, id, revise } = room();
    revise({ text: '<p>Changed.</p>' });
    expect(evidence(store, id).copies).toEqual([]);
    setBookmarked(store, id, true);
    const copy = evidence(store, id).copies[0]?.id ?? 0;
    store.run('UPDATE frozen_texts SET html = ? WHERE id = ?', deflateBody('<p>Something else.</p>'), copy);
    expect(getCopy(store, copy).intact).toBe(false);
    store.run("UPDATE frozen_texts SET html = x'ff00' WHERE id = ?", copy);
    expect(getCopy(store, copy)).toMatchObject({ intact: false, html: '' });
  });

  test('bookmarks of before copies were kept are frozen when the library is opened, and before their text changes', async () => {
    const { store, id, revise } = room();
    setBookmarked(store, id, true);
    store.run('DELETE FROM frozen_texts');
    revise({ text: '<p>Changed.</p>' });
    expect(evidence(store, id).copies).toHaveLength(2);
    store.run('DELETE FROM frozen_texts');
    await freezeEarlierBookmarks(store);
    expect(evidence(store, id).copies).toHaveLength(1);
  });
});

describe('behaviour 7: a bookmark is forever, with all that was added to it', () => {
  test('behaviour 7: unsubscribing, every clean-up, the item gone and a vacuum leave it as it was, byte for byte', async () => {
    const { store, clock, feedId, id, revise } = room();
    addHighlight(store, { articleId: id, quote: '12.1 tonnes', prefix: 'The quota is ', suffix: '.', start: 10, note: 'Same as last year.' });
    tagArticles(store, { articleIds: [id], add: ['quota', '中文'], remove: [] });
    setNote(store, id, 'For the weekly note.');
    revise({ text: '<p>The quota is 12.1 tonnes, as last year.</p>', images: [] });
    markAllRead(store, { kind: 'all' }, store.stamp(), clock.time);
    const before = everything(store, id);
    storeDocument(store, feedId, documentOf([incoming({ guid: 'z', title: 'Another', publishedAt: clock.time })]), clock.time);
    markAllRead(store, { kind: 'all' }, store.stamp(), clock.time);
    clock.time += 400 * DAY;
    expect((await cleanUp(store, { before: store.stamp() })).removed).toBe(1);
    unsubscribe(store, feedId);
    clock.time += 400 * DAY;
    await cleanUp(store, { before: store.stamp() });
    forgetImages(store, unreferencedImages(store));
    store.db.exec('VACUUM');
    expect(everything(store, id)).toEqual(before);
    expect(store.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    expect(evidence(store, id)).toMatchObject({ note: 'For the weekly note.', highlights: [{ place: 'here', note: 'Same as last year.', paragraph: 1 }] });
  });

  test('taken back it keeps what was added, and comes back as it was', () => {
    const { store, id } = room();
    setNote(store, id, 'Mine.');
    tagArticles(store, { articleIds: [id], add: ['quota'], remove: [] });
    const before = everything(store, id);
    const { changed, batch } = removeBookmarks(store, [id, 99]);
    expect(changed).toBe(1);
    expect(evidence(store, id)).toMatchObject({ bookmarkedAt: null, note: 'Mine.', tags: [{ title: 'quota' }] });
    expect(restoreBookmarks(store, batch)).toEqual([id]);
    expect(everything(store, id)).toEqual(before);
    expect(failureOf(() => restoreBookmarks(store, batch)).code).toBe('nothing-to-undo');
  });

  test('copies of a bookmark taken back go with the clean-up, with the bytes that it counted, and with unsubscribing', async () => {
    const { store, clock, feedId, id, revise } = room();
    setBookmarked(store, id, true);
    revise({ text: '<p>Changed.</p>', images: [] });
    setBookmarked(store, id, false);
    expect((await cleanUp(store, { before: store.now() })).bytes).toBe(0);
    clock.time += DAY;
    const textBytes = (): number => store.get<{ n: number }>('SELECT total(text_bytes) AS n FROM feed_tallies')?.n ?? -1;
    const [all, { bytes, removed }] = [textBytes(), await cleanUp(store, { before: clock.time, dryRun: true })];
    expect([removed, bytes > 0, textBytes()]).toEqual([0, true, all]);
    await cleanUp(store, { before: clock.time });
    expect(textBytes()).toBe(all - bytes);
    expect(evidence(store, id).copies).toEqual([]);
    expect(unreferencedImages(store)).toEqual([imageKey(CHART)]);
    setBookmarked(store, id, true);
    setBookmarked(store, id, false);
    unsubscribe(store, feedId);
    expect(store.all('SELECT 1 FROM frozen_texts')).toEqual([]);
  });
});
