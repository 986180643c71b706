import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import type { ArticlePage } from '../../electron/contract/model.ts';
import type { Story } from '../../electron/contract/stories.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { openBeside } from './open-beside.ts';

const SLOW = 90_000;
const HOUR = 60 * 60_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

function feedOf(name: string, items: readonly { title: string; text: string; at: number }[]): string {
  const written = items.map(({ title, text, at }) => `<item><title>${title}</title><link>http://${name}.example/${at}</link><description>${text}</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><language>en</language><link>http://${name}.example/</link>${written.join('')}</channel></rss>`;
}

const NOW = Date.now();
const DESKS: Readonly<Record<string, string>> = {
  '/copper': feedOf('Copper', [
    { at: NOW - 5 * HOUR, title: 'Yard opens second smelter', text: 'The Tarnholm yard opened a second smelter that cost $412.6 million and can treat 131,400 tonnes of concentrate a year, its owner said on Thursday in Eskby.' },
    { at: NOW - 4 * HOUR, title: 'Ferry runs late', text: 'The ferry was late again.' },
  ]),
  '/tin': feedOf('Tin', [{ at: NOW - 3 * HOUR, title: 'Second furnace for Tarnholm', text: 'A further smelter has been opened at Tarnholm near Eskby. It treats 131,400 t of concentrate a year and took an investment of $412.6m.' }]),
};

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('two reports of one event are one row, can be taken apart, and are one again', async () => {
    const { url, call, ask, restart } = await openBeside(carrier, { type: 'application/rss+xml', at: (path) => DESKS[path] });
    const list = (stories: boolean): Promise<ArticlePage> => ask('listArticles', { scope: { kind: 'all' }, limit: 10, stories });
    for (const path of ['/copper', '/tin']) await ask('subscribe', { url: `${url}${path}` });

    // A little after they were stored.
    await expect.poll(async () => (await list(true)).articles.length, { timeout: 20_000 }).toBe(2);
    const [second, ferry, first] = (await list(false)).articles;
    const found = await ask<Story>('story', { articleId: second?.id });
    expect(found).toMatchObject({ differing: [], articles: [{ id: first?.id, feedTitle: 'Copper', read: false }, { id: second?.id, feedTitle: 'Tin', lang: 'en' }] });
    const page = await list(true);
    expect(page).toMatchObject({ total: 3, articles: [{ id: ferry?.id, story: null }, { id: first?.id, story: { id: found.storyId, articles: 2, sources: 2, unread: 2 } }] });

    expect(await ask('storiesOf', { articleIds: [ferry?.id, second?.id] })).toEqual({ stories: [{ articleId: second?.id, story: { id: found.storyId, articles: 2, sources: 2, unread: 2 } }] });
    expect(await ask('setStoryRead', { storyId: found.storyId, read: true, before: page.asOf })).toEqual({ articleIds: [first?.id, second?.id] });
    expect(await ask('counts', {})).toMatchObject({ unread: 1 });
    expect(await ask('markRead', { articleIds: [ferry?.id, 7], storyIds: [found.storyId], before: page.asOf })).toEqual({ articleIds: [ferry?.id] });
    expect(await ask('counts', {})).toMatchObject({ unread: 0 });
    expect(await ask('splitStory', { articleId: second?.id })).toEqual({ articleIds: [first?.id] });
    await restart();
    expect((await list(true)).articles.map(({ id, story }) => [id, story])).toEqual([[second?.id, null], [ferry?.id, null], [first?.id, null]]);
    expect(await ask('undoSplitStory', { articleId: second?.id })).toEqual({ articleIds: [first?.id] });
    expect((await list(true)).articles).toHaveLength(2);
    for (const [method, args, code] of [
      ['story', { articleId: 7 }, 'article-missing'],
      ['splitStory', { articleId: ferry?.id }, 'story-missing'],
      ['undoSplitStory', { articleId: ferry?.id }, 'nothing-to-undo'],
      ['story', {}, 'invalid-argument'],
      ['storiesOf', { articleIds: [] }, 'invalid-argument'],
      ['setStoryRead', { storyId: 1, read: true }, 'invalid-argument'],
      ['markRead', { articleIds: [1], storyIds: [] }, 'invalid-argument'],
      ['markRead', { articleIds: Array.from({ length: 10_001 }, () => 1), storyIds: [], before: 0 }, 'invalid-argument'],
    ] as const) {
      expect(await call(method, args)).toMatchObject({ ok: false, error: { code } });
    }
  }, SLOW);
});
