import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { startFeedServer } from './feed-server.ts';
import { openOn } from './open-on.ts';

const SLOW = 90_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('a bookmark has tags, a note, a highlight and a copy; it is listed by them, taken back and restored, also after a new start', async () => {
    const publisher = await startFeedServer();
    onTestFinished(() => publisher.close());
    const { call, fails, reopen } = await openOn(carrier);

    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    // What its pages say, which a bookmark fetches, comes sooner in one carrier than in another.
    await call('setFullText', { feedId, mode: 'feed' });
    const { articles } = await call('listArticles', { scope: { kind: 'all' }, limit: 5 });
    const [articleId = 0, other = 0] = articles.map(({ id }) => id);
    expect(await call('tagArticles', { articleIds: [articleId, other], add: ['quota'] })).toEqual({ changed: 2, bookmarked: expect.arrayContaining([articleId, other]), back: [{ articleIds: expect.arrayContaining([articleId, other]), remove: ['quota'] }] });
    const { tags: [quota] } = await call('tags', {});
    expect(quota).toMatchObject({ title: 'quota', count: 2 });
    expect(await call('renameTag', { tagId: quota?.id ?? 0, title: '配额' })).toMatchObject({ merged: false, tag: { title: '配额', count: 2 }, before: { title: 'quota' } });
    expect(await call('setNote', { articleId, text: 'Ask.' })).toEqual({ note: 'Ask.', before: '', bookmarked: false });
    const { highlight } = await call('addHighlight', { articleId, quote: 'Text of Story 5', prefix: '', suffix: ', more.', start: 0 });
    await call('changeHighlight', { highlightId: highlight.id, note: 'Here.' });
    const { copies, ...evidence } = await call('evidence', { articleId });
    expect(evidence).toMatchObject({ note: 'Ask.', tags: [{ title: '配额' }], highlights: [{ id: highlight.id, place: 'here', paragraph: 1, note: 'Here.' }], currentCopy: copies[0]?.id });
    const copyId = copies[0]?.id ?? 0;
    expect(await call('getCopy', { copyId })).toMatchObject({ intact: true, title: 'Story 5', origin: 'feed', url: `${publisher.origin}/story-5`, html: (await call('getArticle', { articleId })).contentHtml });
    expect((await call('compareCopies', { from: copyId, to: copyId })).blocks).toMatchObject([{ change: 'kept' }]);
    const page = await call('listBookmarks', { filter: { notes: true, text: 'story' }, order: 'published', limit: 10 });
    expect(page).toMatchObject({ total: 1, nextCursor: null, bookmarks: [{ id: articleId, note: 'Ask.', notes: 2, highlights: 1 }], counts: { all: 2, tags: [{ title: '配额', count: 1 }] } });

    const { changed, batch } = await call('removeBookmarks', { articleIds: [articleId, other] });
    expect(changed).toBe(2);
    await reopen();
    expect(await call('listBookmarks', { limit: 10 })).toMatchObject({ total: 0, bookmarks: [] });
    expect(await call('restoreBookmarks', { batch })).toEqual({ changed: 2 });
    expect(await call('listBookmarks', { limit: 1 })).toMatchObject({ total: 2, nextCursor: expect.any(String), counts: { highlights: 1, notes: 1 } });
    await call('removeHighlight', { highlightId: highlight.id });
    for (const [method, args, code] of [
      ['removeHighlight', { highlightId: highlight.id }, 'highlight-missing'],
      ['removeTag', { tagId: 99 }, 'tag-missing'],
      ['getCopy', { copyId: 99 }, 'copy-missing'],
      ['restoreBookmarks', { batch }, 'nothing-to-undo'],
      ['addHighlight', { articleId, quote: ' ', prefix: '', suffix: '', start: 0 }, 'invalid-argument'],
      ['evidence', { articleId: 1 }, 'article-missing'],
    ] as const) {
      expect(await fails(method, args)).toBe(code);
    }
  }, SLOW);
});
