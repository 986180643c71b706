import { expect, test } from 'vitest';
import { startFeedServer, status } from '../refresh/feed-server.ts';
import { png } from './png.ts';
import { aProfile, aRoom, asked, desk, picture, publish, SENTENCES, wanting } from './prepare-desk.ts';

test('with half of the images failing it says which and why, and fetches those alone when tried again', async () => {
  const { url, slugs } = publish(6);
  const failing = slugs.filter((_, at) => at % 2 === 0);
  for (const slug of failing) desk.server.on(`/${slug}-0.png`, status(500));
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  const report = await room.api.prepare({});
  expect(report).toMatchObject({ ready: false, notReadyCount: 3, stopped: null });
  expect(report.notReady.map(({ title, text, images, code }) => ({ title, text, images, code }))).toEqual(failing.map((title) => ({ title, text: false, images: 1, code: 'server-error' })));
  failing.forEach((slug, at) => desk.server.on(`/${slug}-0.png`, picture(png(200, 50 + at))));
  const before = asked().length;
  expect(await room.api.prepare({ retry: true })).toMatchObject({ ready: true });
  expect(asked().slice(before).toSorted()).toEqual(failing.map((slug) => `/${slug}-0.png`).toSorted());
});

test('robots.txt, a refusal and a wall are named, asked once, and cost the others nothing', async () => {
  const { url } = publish(5);
  desk.server.on('/robots.txt', (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /story-1'));
  desk.server.on('/story-2', status(403));
  desk.server.on('/story-3', status(404));
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  const report = await room.api.prepare({});
  expect(report.notReady.map(({ title, text, code }) => [title, text, code])).toEqual([
    ['story-1', true, 'robots-disallowed'],
    ['story-2', true, 'forbidden'],
    ['story-3', true, 'not-found'],
  ]);
  const again = await room.api.prepare({ retry: true });
  // They were not asked again, and it says until when they are not.
  expect(again.notReady).toEqual(report.notReady.map((each) => ({ ...each, until: expect.any(Number) })));
  expect(asked().filter((path) => /story-[123]$/.test(path)).toSorted()).toEqual(['/story-2', '/story-3']);
});

test('images of a host that is silent neither pass for a missing network nor cost a text', async () => {
  const { url, slugs } = publish(20);
  for (const slug of slugs) {
    desk.server.on(`/${slug}`, (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>t</title><body><article><h1>${slug}</h1><p><img src="http://127.0.0.1:9/${slug}.png" width="600" height="400" alt="a"></p>${SENTENCES}</article></body>`));
  }
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  const report = await room.api.prepare({});
  expect(report).toMatchObject({ notReadyCount: 20, stopped: null });
  expect(report.notReady.filter(({ text }) => text)).toEqual([]);
  expect(await room.api.prepare({})).toMatchObject({ notReadyCount: 20, stopped: null });
});

test('without a network it stops soon, says so, and goes on when it is back', async () => {
  const { url } = publish(40);
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  const port = Number(new URL(desk.server.origin).port);
  const { requests } = desk.server;
  await desk.server.close();
  const report = await room.api.prepare({});
  expect(report).toMatchObject({ ready: false, notReadyCount: 40, stopped: { code: 'offline' } });
  expect(report.notReady.every(({ code }) => ['offline', 'host-unreachable'].includes(code))).toBe(true);
  expect(requests.filter(({ path }) => path !== '/feed')).toEqual([]);
  desk.server = await startFeedServer(port);
  publish(40);
  expect(await room.api.prepare({})).toMatchObject({ ready: true, articles: 40 });
});

test('one that joins and wants what failed tried again has it tried again', async () => {
  const { url } = publish(3);
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  for (const at of [0, 1, 2]) desk.server.on(`/story-${at}-0.png`, status(500));
  await room.api.prepare({});
  for (const at of [0, 1, 2]) desk.server.on(`/story-${at}-0.png`, picture(png(200, at)));
  const [first, second] = await Promise.all([room.api.prepare({}), room.api.prepare({ retry: true })]);
  expect(first).toMatchObject({ ready: true });
  expect(second).toEqual(first);
});

test('what failed and is not due says that it was not asked again, and until when; a host at rest says so', async () => {
  const { url } = publish(2);
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  desk.server.on('/story-0-0.png', status(500));
  const first = await room.api.prepare({});
  expect(first.notReady).toMatchObject([{ title: 'story-0', code: 'server-error', until: null }]);
  const asks = desk.server.countOf('/story-0-0.png');
  const again = await room.api.prepare({});
  expect(again.notReady).toMatchObject([{ title: 'story-0', code: 'server-error', until: expect.any(Number) }]);
  expect(again.notReady[0]?.until).toBeGreaterThan(Date.now());
  expect(desk.server.countOf('/story-0-0.png')).toBe(asks);
  const host = new URL(desk.server.origin).host;
  room.store.run("UPDATE images SET state = 'pending', code = NULL, retry_at = ?1 WHERE url LIKE '%story-0-0.png'", Date.now() + 3_600_000);
  expect((await room.api.prepare({})).notReady).toMatchObject([{ code: 'rate-limited', detail: { host, until: expect.any(Number) } }]);
});

test('an image whose host gives no answer says which host, where the app does not know of a network', async () => {
  const { url } = publish(1);
  desk.server.on('/story-0', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>t</title><body><article><h1>Story</h1><p><img src="http://127.0.0.1:9/pit.png" width="600" height="400" alt="a"></p>${SENTENCES}</article></body>`));
  const room = aRoom({ settings: wanting({ folders: 'all' }) });
  await room.api.subscribe({ url });
  const { notReady } = await room.api.prepare({});
  expect(notReady).toMatchObject([{ text: false, images: 1, code: 'host-unreachable', detail: { host: '127.0.0.1:9' } }]);
});

test('what is not ready, and why, is known after a restart', async () => {
  const { url } = publish(3);
  desk.server.on('/story-1', status(403));
  const profile = aProfile();
  const settings = wanting({ folders: 'all' });
  const room = aRoom({ profile, settings });
  await room.api.subscribe({ url });
  const report = await room.api.prepare({});
  expect(report.notReady).toMatchObject([{ title: 'story-1', code: 'forbidden' }]);
  await room.close();
  expect(await aRoom({ profile, settings }).api.prepareProgress({})).toMatchObject({ running: false, report });
});
