import { afterEach, expect, it } from 'vitest';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { serve, type Served } from '../fetch/serve.ts';

const FEED = '<rss version="2.0"><channel><title>Readers</title><link>http://x.example/</link><item><title>A</title><guid>1</guid></item></channel></rss>';
const basic = (password: string) => ({ kind: 'basic', user: 'ann', password }) as const;
const headerOf = (password: string): string => `Basic ${Buffer.from(`ann:${password}`).toString('base64')}`;

let room: ReadingRoom | null = null;
afterEach(async () => {
  await room?.close();
  room = null;
});

/** Lets in whoever knows the password of now, and sends everybody on while `moved` says where to. */
async function site(): Promise<Served & { password: string; moved: string | null }> {
  const state = { password: 'one', moved: null as string | null };
  const served = await serve((request, response) => {
    if (state.moved !== null) response.writeHead(301, { location: state.moved }).end();
    else if (request.headers.authorization === headerOf(state.password)) response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED);
    else response.writeHead(401).end();
  });
  return Object.assign(state, served);
}

it('a password that is refused changes nothing; one that is taken ends the failure at once', async () => {
  const at = await site();
  room = openReadingRoom();
  const { api } = room;
  const { feedId } = await api.subscribe({ url: at.url, credentials: basic('one') });
  at.password = 'two';
  expect((await api.refresh({})).failed).toMatchObject([{ feedId, code: 'unauthorized' }]);
  await expect(api.setCredentials({ feedId, credentials: basic('three') })).rejects.toMatchObject({ code: 'unauthorized' });
  at.password = 'one';
  expect((await api.refresh({})).failed).toEqual([]);
  at.password = 'two';
  await api.refresh({});
  const { feed } = await api.setCredentials({ feedId, credentials: basic('two') });
  expect(feed).toMatchObject({ credentials: 'basic', failure: null });
  expect((await api.listArticles({ scope: { kind: 'all' }, limit: 10 })).articles).toHaveLength(1);
});

it('a source that moves to another host for good is asked there without, until the person signs in there', async () => {
  const [first, second] = [await site(), await site()];
  room = openReadingRoom();
  const { api } = room;
  const { feedId } = await api.subscribe({ url: `${first.url}/feed`, credentials: basic('one') });
  first.moved = `${second.url}/feed`;
  expect((await api.refresh({})).failed).toMatchObject([{ code: 'unauthorized' }]);
  expect(second.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  expect((await api.listFeeds({})).feeds).toMatchObject([{ id: feedId, credentials: 'basic' }]);
});

it('two sources that differ by their key alone are both followed', async () => {
  const served = await serve((request, response) => {
    const known = /token=(aaaa1111|bbbb2222)$/.exec(request.url ?? '')?.[1];
    if (known) response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED.replace('Readers', known));
    else response.writeHead(401).end();
  });
  room = openReadingRoom();
  const { api } = room;
  await api.subscribe({ url: `${served.url}/feed?token=aaaa1111` });
  const { candidates } = await api.discover({ url: `${served.url}/feed?token=bbbb2222` });
  expect(candidates).toMatchObject([{ feedUrl: `${served.url}/feed?token=***2`, feedId: null }]);
  await api.subscribe({ url: candidates[0]?.feedUrl ?? '' });
  await expect(api.subscribe({ url: `${served.url}/feed?token=bbbb2222` })).rejects.toMatchObject({ code: 'already-subscribed' });
  const { feeds } = await api.listFeeds({});
  expect(feeds.map(({ feedUrl, title }) => [feedUrl.split('?')[1], title])).toEqual([['token=***', 'aaaa1111'], ['token=***2', 'bbbb2222']]);
  expect((await api.refresh({})).failed).toEqual([]);
});
