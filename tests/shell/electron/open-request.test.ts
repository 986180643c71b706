import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { app } from 'electron';
import { MOST_OFFERED_BYTES } from '../../../electron/contract/desktop.ts';
import { appArgs } from '../../../electron/shell/app-args.ts';
import { listenForLinks, registerLinks } from '../../../electron/shell/desktop/links.ts';
import { offerAll } from '../../../electron/shell/desktop/offer-all.ts';
import { requestOfLink, type OpenRequest } from '../../../electron/shell/desktop/open-request.ts';
import { readOffer } from '../../../electron/shell/desktop/read-offer.ts';
import { requestsOfSecondStart } from '../../../electron/shell/desktop/second-start.ts';
import { fake } from '../../fakes/electron.ts';

const dir = mkdtempSync(join(tmpdir(), 'monazite-open-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('a link', () => {
  test.each([
    ['feed://oxide.example/rss', 'oxide.example/rss'],
    ['feed:oxide.example:8080/rss', 'oxide.example:8080/rss'],
    ['feed:https://oxide.example/rss?a=1#b', 'https://oxide.example/rss?a=1#b'],
    ['feed://https://oxide.example/rss', 'https://oxide.example/rss'],
    ['feed://https//oxide.example/rss', 'https://oxide.example/rss'],
    ['FEED:HTTP://oxide.example/', 'HTTP://oxide.example/'],
    ['monazite://subscribe?url=https%3A%2F%2Foxide.example%2Frss', 'https://oxide.example/rss'],
    ['monazite:subscribe?url=oxide.example', 'oxide.example'],
  ])('%s asks to follow %s', (link, url) => {
    expect(requestOfLink(link)).toEqual({ kind: 'feed', url });
  });

  test('of our own names an article', () => {
    expect(requestOfLink('monazite://article/12')).toEqual({ kind: 'article', articleId: 12 });
  });

  test.each([
    'feed:file:///etc/passwd',
    'feed:javascript:alert(1)',
    'feed://user:secret@oxide.example/rss',
    'feed:',
    'monazite://article/0',
    'monazite://article/1/2',
    'monazite://article/x',
    'monazite://erase/everything',
    'monazite://subscribe',
    'monazite://subscribe?url=file:///etc/passwd',
    'https://oxide.example/rss',
    `feed:${'a'.repeat(9000)}`,
  ])('%s asks for nothing', (link) => {
    expect(requestOfLink(link)).toBeNull();
  });
});

test('the command line has links, lists and switches in any order, and paths of whoever typed it', () => {
  const { open, profile, atLogin } = appArgs(['--no-sandbox', 'feed://oxide.example/rss', '--profile', 'p', 'lists/Mine.OPML', 'notes.txt', '--at-login'], '/home/a');
  expect(open).toEqual([{ kind: 'feed', url: 'oxide.example/rss' }, { kind: 'file', path: resolve('/home/a/lists/Mine.OPML') }]);
  expect([profile, atLogin]).toEqual([resolve('/home/a/p'), true]);
});

describe('a second start', () => {
  test('hands over what it was started with', () => {
    const args = appArgs(['monazite://article/3'], '/');
    expect(requestsOfSecondStart(structuredClone({ args }))).toEqual([{ kind: 'article', articleId: 3 }]);
  });

  test.each([null, 'x', {}, { args: { open: 'feed:x' } }, { args: { open: [{ kind: 'run', path: '/bin/sh' }] } }])('of another kind hands over nothing: %j', (data) => {
    expect(requestsOfSecondStart(data)).toEqual([]);
  });
});

describe('a file', () => {
  test('is handed over with its name and bytes', async () => {
    const path = join(dir, 'mine.opml');
    writeFileSync(path, Buffer.from([0xff, 0xfe, 0x3c, 0x00]));
    expect(await readOffer({ kind: 'file', path }, () => {})).toEqual({ kind: 'opml', name: 'mine.opml', base64: '//48AA==' });
  });

  test.each(['gone.opml', 'folder.opml', 'large.opml'])('%s is told of, and nothing is handed over', async (name) => {
    const path = join(dir, name);
    if (name.startsWith('folder')) mkdirSync(path);
    if (name.startsWith('large')) {
      writeFileSync(path, '');
      truncateSync(path, MOST_OFFERED_BYTES + 1);
    }
    const problems: string[] = [];
    expect(await readOffer({ kind: 'file', path }, (problem) => problems.push(problem))).toBeNull();
    expect(problems).toHaveLength(1);
  });
});

test('each is offered in order, and one that the engine refuses costs itself alone', async () => {
  const problems: string[] = [];
  const offered: unknown[] = [];
  const call = async (method: string, args: unknown) => {
    offered.push([method, args]);
    return offered.length === 1 ? { ok: false as const, error: { code: 'database-failed' as const, message: 'closed', detail: {} } } : { ok: true as const, value: {} };
  };
  await offerAll([{ kind: 'feed', url: 'a.example' }, { kind: 'file', path: join(dir, 'none.opml') }, { kind: 'article', articleId: 2 }], { call }, (problem) => problems.push(problem));
  expect(offered).toEqual([['offer', { offer: { kind: 'feed', url: 'a.example' } }], ['offer', { offer: { kind: 'article', articleId: 2 } }]]);
  expect(problems).toHaveLength(2);
});

describe('macOS', () => {
  test('hands over links and files as events, also before the app is ready', () => {
    fake.reset();
    const asked: OpenRequest[] = [];
    listenForLinks({ app, open: (requests) => asked.push(...requests) });
    let prevented = 0;
    const event = { preventDefault: () => { prevented++; } };
    app.emit('open-url', event, 'feed:https://oxide.example/rss');
    fake.ready();
    app.emit('open-file', event, '/Users/a/mine.opml');
    app.emit('open-url', event, 'feed:nonsense:');
    expect(asked).toEqual([{ kind: 'feed', url: 'https://oxide.example/rss' }, { kind: 'file', path: '/Users/a/mine.opml' }]);
    expect(prevented).toBe(3);
  });
});

const register = (installed: boolean, reader = ''): string[] => {
  fake.reset();
  fake.ready();
  registerLinks({ app, installed, defaultFeedReader: () => reader });
  registerLinks({ app, installed, defaultFeedReader: () => reader });
  return fake.app.protocols;
};

describe('the system is told', () => {
  test('of both schemes, once', () => expect(register(true)).toEqual(['feed', 'monazite']));
  test('of our own alone where another reader has feeds', () => expect(register(true, 'Other reader')).toEqual(['monazite']));
  test('of none by a copy that is not installed', () => expect(register(false)).toEqual([]));
});
