import { expect, test } from 'vitest';
import { startFeedServer, status } from '../refresh/feed-server.ts';
import { png } from './png.ts';
import { aRoom, asked, desk, picture, publish, SENTENCES, wanting } from './prepare-desk.ts';

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
  expect(again.notReady).toEqual(report.notReady);
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
