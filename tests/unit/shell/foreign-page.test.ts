import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createBundleHandler, createBundleReader } from '../../../electron/shell/app-protocol.ts';
import { startLoopbackServer } from '../../../electron/shell/loopback-server.ts';
import type { LoopbackServer } from '../../../electron/shell/loopback-server.ts';
import { testBrowser } from '../../e2e/browser.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SLOW = 90_000;
const asRoot = process.getuid?.() === 0;

let context: BrowserContext;

// One browser profile, as a person has it: the app and whatever else they visit share its cookies.
beforeAll(async () => {
  context = await chromium.launchPersistentContext('', { executablePath: testBrowser(), headless: true, chromiumSandbox: !asRoot, args: asRoot ? ['--no-sandbox'] : [] });
}, 120_000);
afterAll(() => context.close());

interface Opened {
  readonly server: LoopbackServer;
  /** Whatever reached the app behind the door. */
  readonly reached: string[];
}

async function openApp(): Promise<Opened> {
  const rendererDir = join(temporaryFolder(), 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>App</title><link rel="stylesheet" href="./look.css"><script src="./app.js"></script><p>secret</p>');
  writeFileSync(join(rendererDir, 'app.js'), 'window.secret = "secret";');
  writeFileSync(join(rendererDir, 'look.css'), 'p { color: green }');
  const image = join(import.meta.dirname, '../../../assets/icon.png');
  const reached: string[] = [];
  const server = await startLoopbackServer({
    bridge: {
      call: async (method) => {
        reached.push(method);
        return { ok: true, value: 'secret' };
      },
      onEvent: () => () => undefined,
    },
    serveBundle: createBundleHandler({ rendererDir, imageFile: () => image }),
    readBundle: createBundleReader({ rendererDir, imageFile: () => image }),
    openOutside: async (url) => {
      reached.push(url);
      return true;
    },
  });
  onTestFinished(() => server.close());
  const page = await context.newPage();
  onTestFinished(() => page.close());
  await page.goto(server.address);
  expect(await page.evaluate(() => document.body.innerText)).toBe('secret');
  expect(page.url()).toBe(server.base);
  expect(await page.evaluate(async () => (await fetch('img/00000000000000000000000000000000')).headers.get('content-type'))).toBe('image/png');
  expect(await page.evaluate(async () => (await fetch('call/counts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).json())).toEqual({ ok: true, value: 'secret' });
  // Asked together with the page, as its answer names it.
  expect(await page.evaluate(async () => (await fetch('first')).json())).toEqual({ told: 0, answer: { ok: true, value: 'secret' } });
  expect(reached.splice(0).toSorted()).toEqual(['counts', 'firstScreen']);
  return { server, reached };
}

interface Other {
  readonly origin: string;
  readonly heard: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

/** Another server of this machine, with an empty page at every path. */
async function openOther(): Promise<Other> {
  const heard: Other['heard'] = [];
  const server = createServer((request, response) => {
    heard.push({ path: request.url ?? '', headers: request.headers });
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title><body></body>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

describe('another server of this machine, visited by the browser that has the app open', () => {
  test('is sent no cookie of ours, wherever it is asked, and never learns where the app is', async () => {
    const { server } = await openApp();
    const other = await openOther();
    const page = await context.newPage();
    onTestFinished(() => page.close());
    for (const path of ['/', '/index.html', '/call/listFeeds', '/a/b/c']) await page.goto(`${other.origin}${path}`);
    await page.evaluate(() => fetch('/asked', { credentials: 'include' }));
    expect(other.heard.map(({ path }) => path)).toEqual(expect.arrayContaining(['/', '/index.html', '/call/listFeeds', '/a/b/c', '/asked']));
    for (const { headers } of other.heard) expect(headers.cookie).toBeUndefined();

    // From the app's own page, by a link: no address of ours goes along.
    const app = context.pages().find((one) => one.url() === server.base);
    const opening = context.waitForEvent('page');
    await app?.evaluate((url) => window.open(url, '_blank', 'noopener,noreferrer'), `${other.origin}/linked`);
    const opened = await opening;
    await opened.waitForLoadState();
    onTestFinished(() => opened.close());
    const linked = other.heard.find(({ path }) => path === '/linked');
    expect(linked?.headers.cookie).toBeUndefined();
    expect(linked?.headers.referer).toBeUndefined();
    expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
  }, SLOW);

  // The worst case: it knows the path and asks from the same host, so the browser sends the cookie along.
  test('that knew the path could still read nothing and change nothing', async () => {
    const { server, reached } = await openApp();
    const other = await openOther();
    const page = await context.newPage();
    onTestFinished(() => page.close());
    await page.goto(`${other.origin}/`);
    const results = await page.evaluate(async (base) => {
      // It runs in the page, which has no scope outside.
      // oxlint-disable-next-line unicorn/consistent-function-scoping
      const settled = (run: (done: (value: string) => void) => void): Promise<string> =>
        new Promise((resolve) => {
          run(resolve);
          setTimeout(() => resolve('nothing'), 5000);
        });
      const fetched = (path: string, init: RequestInit): Promise<string> =>
        fetch(`${base}${path}`, { credentials: 'include', ...init }).then(
          async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
          () => 'failed',
        );
      const element = (name: string, attribute: string, path: string, more: Record<string, string> = {}): Promise<string> =>
        settled((done) => {
          const made = document.createElement(name);
          for (const [key, value] of Object.entries({ ...more, [attribute]: `${base}${path}` })) made.setAttribute(key, value);
          made.addEventListener('load', () => done('loaded'));
          made.addEventListener('error', () => done('failed'));
          document.body.append(made);
        });
      const form = (type: string, path: string): Promise<string> =>
        settled((done) => {
          const target = document.createElement('iframe');
          target.name = `frame-${Math.random()}`;
          const sent = document.createElement('form');
          Object.assign(sent, { method: 'post', enctype: type, action: `${base}${path}`, target: target.name });
          const field = document.createElement('input');
          [field.name, field.value] = ['{"feedId":1,"x":"', '"}'];
          sent.append(field);
          document.body.append(target, sent);
          target.addEventListener('load', () => {
            try {
              const inside = target.contentWindow?.document;
              if (inside?.URL !== 'about:blank') done(`read ${inside?.body.innerText}`);
            } catch {
              done('unreadable');
            }
          });
          sent.submit();
        });
      const post = { method: 'POST', body: '{"feedId":1}' };
      const frame = await settled((done) => {
        const made = document.createElement('iframe');
        made.src = base;
        made.addEventListener('load', () => {
          try {
            done(`read ${made.contentWindow?.document.body.innerText}`);
          } catch {
            done('unreadable');
          }
        });
        document.body.append(made);
      });
      return {
        page: await fetched('', {}),
        call: await fetched('call/unsubscribe', { ...post, headers: { 'content-type': 'application/json' } }),
        plainCall: await fetched('call/unsubscribe', { ...post, headers: { 'content-type': 'text/plain' } }),
        blindCall: await fetched('call/unsubscribe', { ...post, mode: 'no-cors' }),
        blindPage: await fetched('', { mode: 'no-cors' }),
        open: await fetched('open', { method: 'POST', body: '{"url":"https://attacker.example/"}', headers: { 'content-type': 'application/json' } }),
        beacon: navigator.sendBeacon(`${base}call/unsubscribe`, new Blob([post.body], { type: 'text/plain' })),
        image: await element('img', 'src', 'img/00000000000000000000000000000000'),
        script: await element('script', 'src', 'app.js'),
        style: await element('link', 'href', 'look.css', { rel: 'stylesheet' }),
        plainForm: await form('text/plain', 'call/unsubscribe'),
        urlForm: await form('application/x-www-form-urlencoded', 'call/unsubscribe'),
        multipartForm: await form('multipart/form-data', 'open'),
        frame,
        events: await settled((done) => {
          const source = new EventSource(`${base}events`, { withCredentials: true });
          source.addEventListener('open', () => done('opened'));
          source.addEventListener('error', () => {
            source.close();
            done('failed');
          });
        }),
        socket: await settled((done) => {
          const socket = new WebSocket(`${base.replace('http', 'ws')}events`);
          socket.addEventListener('open', () => done('opened'));
          socket.addEventListener('error', () => done('failed'));
        }),
        secret: 'secret' in window,
      };
    }, server.base);
    expect(results).toEqual({
      page: 'failed',
      call: 'failed',
      plainCall: 'failed',
      // Cross-Origin-Resource-Policy takes even the empty answer away.
      blindCall: 'failed',
      blindPage: 'failed',
      open: 'failed',
      beacon: true,
      image: 'failed',
      script: 'failed',
      style: 'failed',
      plainForm: 'unreadable',
      urlForm: 'unreadable',
      multipartForm: 'unreadable',
      frame: 'unreadable',
      events: 'failed',
      socket: 'failed',
      secret: false,
    });
    expect(reached).toEqual([]);
  }, SLOW);

  test.each(['form', 'link'] as const)('that knew the path is refused where it takes the whole page there by a %s', async (way) => {
    const { server, reached } = await openApp();
    const other = await openOther();
    const page = await context.newPage();
    await page.goto(`${other.origin}/`);
    const answered = page.waitForResponse((response) => response.url().startsWith(server.base));
    await page.evaluate(
      ([base, by]) => {
        if (by === 'link') return window.location.assign(base);
        const sent = document.createElement('form');
        Object.assign(sent, { method: 'post', enctype: 'text/plain', action: `${base}call/unsubscribe` });
        document.body.append(sent);
        return sent.submit();
      },
      [server.base, way] as const,
    );
    const answer = await answered;
    expect(answer.status()).toBe(403);
    await answer.finished();
    await page.close();
    expect(reached).toEqual([]);
  }, SLOW);
});
