import { once } from 'node:events';
import { createServer } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LoopbackServer } from '../../../electron/shell/loopback-server.ts';
import { ask, enter, json, openDoor, type Heard } from './loopback-desk.ts';

describe('the token', () => {
  test('is exchanged for a strict, script-proof cookie and leaves the address', async () => {
    const { server } = await openDoor();
    const heard = await ask(server.address);
    expect(heard.status).toBe(303);
    const { pathname } = new URL(server.base);
    expect(heard.headers['location']).toBe(pathname);
    expect(heard.headers['set-cookie']).toEqual([expect.stringMatching(/^monazite=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/[\w-]{22}\/$/)]);
    expect(heard.headers['set-cookie']?.[0]).toContain(`Path=${pathname}`);
    expect(heard.headers['referrer-policy']).toBe('no-referrer');
  });

  test('that is wrong, empty or cut short opens nothing', async () => {
    const { server } = await openDoor();
    for (const address of [`${server.base}?token=`, `${server.base}?token=guess`, server.address.slice(0, -1)]) {
      const heard = await ask(address);
      expect(heard.status).toBe(401);
      expect(heard.headers['set-cookie']).toBeUndefined();
    }
  });

  test('of the app window is good for one exchange', async () => {
    const { server } = await openDoor();
    const address = server.issueAddress();
    expect((await ask(address)).status).toBe(303);
    expect((await ask(address)).status).toBe(401);
    expect((await ask(server.address)).status).toBe(303);
  });
});

test('outside the path of this run there is nothing, with the cookie or the token or without', async () => {
  const door = await openDoor();
  const { origin, pathname } = new URL(door.server.base);
  const cookie = await enter(door.server);
  const token = new URL(door.server.address).search;
  for (const path of ['/', `/${token}`, '/events', '/bench-ready', `/img/${'0'.repeat(32)}`, pathname.slice(0, -1), `${pathname.slice(0, -2)}/`, '/call/listFeeds']) {
    for (const headers of [{}, { cookie }]) expect([path, (await ask(`${origin}${path}`, { headers })).status]).toEqual([path, 404]);
  }
  expect((await ask(`${origin}/call/listFeeds`, { method: 'POST', headers: { ...json, cookie }, body: '{}' })).status).toBe(404);
  expect(door.calls).toEqual([]);
  expect(door.bundle).toEqual([]);
  // A browser asks for the icon by itself, and is told without an error that there is none.
  expect((await ask(`${origin}/favicon.ico`)).status).toBe(204);
});

test('each run has a path of its own', async () => {
  const [one, other] = [await openDoor(), await openDoor()];
  expect(new URL(one.server.base).pathname).not.toBe(new URL(other.server.base).pathname);
});

function askToOpen(server: LoopbackServer, cookie: string, body: string, headers: OutgoingHttpHeaders = {}): Promise<Heard> {
  return ask(`${server.base}open`, { method: 'POST', headers: { ...json, cookie, ...headers }, body });
}

describe('a link in a window of ours', () => {
  test('is opened by the door, whose answer says whether it was', async () => {
    const asked: string[] = [];
    const door = await openDoor({ openOutside: async (url) => { asked.push(url); return url.startsWith('https:'); } });
    const cookie = await enter(door.server);
    expect(JSON.parse((await askToOpen(door.server, cookie, '{"url":"https://example.com/a"}')).text)).toEqual({ opened: true });
    expect(JSON.parse((await askToOpen(door.server, cookie, '{"url":"file:///etc/passwd"}')).text)).toEqual({ opened: false });
    expect(asked).toEqual(['https://example.com/a', 'file:///etc/passwd']);
  });

  test('that is no address, or that is not our page’s, opens nothing', async () => {
    const asked: string[] = [];
    const door = await openDoor({ openOutside: async (url) => { asked.push(url); return true; } });
    const cookie = await enter(door.server);
    for (const body of ['', '{', '[]', '{}', '{"url":7}', '"https://example.com/"']) expect(JSON.parse((await askToOpen(door.server, cookie, body)).text)).toEqual({ opened: false });
    const good = '{"url":"https://example.com/"}';
    expect((await askToOpen(door.server, '', good)).status).toBe(401);
    expect((await askToOpen(door.server, cookie, good, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await askToOpen(door.server, cookie, good, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await ask(`${door.server.base}open`, { headers: { cookie } })).status).toBe(405);
    expect(asked).toEqual([]);
  });

  test('is known by the address that the window was opened with', async () => {
    const { server } = await openDoor();
    expect((await ask(server.issueAddress())).headers['location']).toBe(`${new URL(server.base).pathname}?own-window`);
    expect((await ask(server.address)).headers['location']).toBe(new URL(server.base).pathname);
  });
});

describe('a page of another origin', () => {
  const foreign: [string, OutgoingHttpHeaders][] = [
    ['with a rebound host name', { host: 'attacker.example:80' }],
    ['with localhost as host', { host: 'localhost' }],
    ['of another site', { origin: 'https://attacker.example' }],
    ['of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['without an origin of its own', { origin: 'null' }],
    ['whose browser says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['whose browser says same-site, as for another port', { 'sec-fetch-site': 'same-site' }],
  ];

  test.each(foreign)('%s reads nothing and changes nothing, even with the cookie', async (_name, headers) => {
    const door = await openDoor();
    const cookie = await enter(door.server);
    const answers = await Promise.all([
      ask(door.server.base, { headers: { ...headers, cookie } }),
      ask(`${door.server.base}events`, { headers: { ...headers, cookie } }),
      ask(`${door.server.base}img/${'0'.repeat(32)}`, { headers: { ...headers, cookie } }),
      ask(`${door.server.base}call/listFeeds`, { method: 'POST', headers: { ...json, ...headers, cookie }, body: '{}' }),
      ask(`${door.server.base}call/listFeeds`, { method: 'OPTIONS', headers: { ...headers, cookie, 'access-control-request-method': 'POST' } }),
      ask(door.server.address, { headers }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(answer.text).toBe('This address answers to Monazite alone.\n');
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(door.calls).toEqual([]);
    expect(door.bundle).toEqual([]);
  });

  test('without the cookie reads nothing and changes nothing', async () => {
    const door = await openDoor();
    const cookies = [undefined, 'monazite=x', (await enter(door.server)).slice(0, -1)];
    for (const cookie of cookies) {
      const headers = cookie === undefined ? {} : { cookie };
      expect((await ask(door.server.base, { headers })).status).toBe(401);
      expect((await ask(`${door.server.base}events`, { headers })).status).toBe(401);
      expect((await ask(`${door.server.base}call/listFeeds`, { method: 'POST', headers: { ...json, ...headers }, body: '{}' })).status).toBe(401);
    }
    expect(door.calls).toEqual([]);
    expect(door.bundle).toEqual([]);
  });

  test('cannot pass a call off as a form', async () => {
    const door = await openDoor();
    const cookie = await enter(door.server);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx']) {
      const heard = await ask(`${door.server.base}call/unsubscribe`, { method: 'POST', headers: { cookie, 'content-type': type }, body: '{"feedId":1}' });
      expect(heard.status).toBe(415);
    }
    expect((await ask(`${door.server.base}call/unsubscribe?feedId=1`, { headers: { cookie } })).status).toBe(405);
    expect(door.calls).toEqual([]);
  });

  test('cannot frame the window', async () => {
    const { server } = await openDoor();
    const heard = await ask(server.base, { headers: { cookie: await enter(server) } });
    expect(heard.headers['x-frame-options']).toBe('DENY');
    expect(heard.headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('our own page', () => {
  test('is served from the bundle, with the headers of the bundle', async () => {
    const door = await openDoor();
    const heard = await ask(door.server.base, { headers: { cookie: await enter(door.server), 'sec-fetch-site': 'none' } });
    expect(heard).toMatchObject({ status: 200, text: '<!doctype html>', headers: { 'content-security-policy': "default-src 'none'" } });
    expect(door.bundle).toEqual([new URL('/', door.server.base).href]);
  });

  test('asks the engine and hears its answer, an error as well', async () => {
    const error = { code: 'feed-missing', message: 'gone', detail: { feedId: 7 } } as const;
    const door = await openDoor({ answer: { ok: false, error } });
    const headers = { ...json, cookie: await enter(door.server), origin: new URL(door.server.base).origin, 'sec-fetch-site': 'same-origin' };
    const heard = await ask(`${door.server.base}call/unsubscribe`, { method: 'POST', headers, body: '{"feedId":7}' });
    expect(heard.status).toBe(200);
    expect(JSON.parse(heard.text)).toEqual({ ok: false, error });
    expect(door.calls).toEqual([{ method: 'unsubscribe', args: { feedId: 7 } }]);
  });

  test('is told that what it sent is no JSON', async () => {
    const door = await openDoor();
    const heard = await ask(`${door.server.base}call/listFeeds`, { method: 'POST', headers: { ...json, cookie: await enter(door.server) }, body: '{' });
    expect(JSON.parse(heard.text)).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    expect(door.calls).toEqual([]);
  });
});

test('the painted list is told to the address that waits for it, with the page’s own time', async () => {
  const told: string[] = [];
  const waiting = createServer((asked, response) => {
    told.push(asked.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await once(waiting, 'listening');
  onTestFinished(() => void waiting.close());
  const door = await openDoor({ benchReadyUrl: `http://127.0.0.1:${(waiting.address() as AddressInfo).port}/done?run=1` });
  expect((await ask(`${door.server.base}bench-ready?t=1700000000000`, { headers: { cookie: await enter(door.server) } })).status).toBe(204);
  await expect.poll(() => told).toEqual(['/done?run=1&t=1700000000000']);
});
