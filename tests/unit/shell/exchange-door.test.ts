import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exchangePath, incomingFile, receiveFile, sweepExchange } from '../../../electron/core/exchange/exchange-file.ts';
import { validateArgs } from '../../../electron/contract/validate.ts';
import { callFiles } from '../../../electron/shell/call-files.ts';
import { withExchange } from '../../../electron/shell/exchange-door.ts';
import type { Exchange } from '../../../electron/shell/exchange-door.ts';
import { startLoopbackServer } from '../../../electron/shell/loopback-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OCTETS = { 'content-type': 'application/octet-stream' };

function exchangeIn(profile: string, mostBytes?: number): Exchange {
  return { receive: (body) => receiveFile(profile, body, mostBytes), path: (file) => exchangePath(profile, file) };
}

async function openDoor(profile: string, mostBytes?: number) {
  const server = await startLoopbackServer({
    bridge: { call: async () => ({ ok: true, value: null }), onEvent: () => () => undefined },
    serveBundle: withExchange(exchangeIn(profile, mostBytes), async () => new Response('window')),
  });
  onTestFinished(() => server.close());
  const entered = await fetch(server.address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { base: server.base, cookie };
}

describe('files between a person and a call', () => {
  test('what is handed in through the door lies whole under its key, and is handed out again as a download', async () => {
    const profile = temporaryFolder();
    const { base, cookie } = await openDoor(profile);
    const bytes = new Uint8Array(3_000_000).map((_, at) => at % 251);
    const posted = await fetch(new URL('exchange', base), { method: 'POST', headers: { ...OCTETS, cookie }, body: bytes });
    const { ok, value } = (await posted.json()) as { ok: boolean; value: { file: string; bytes: number } };
    expect({ ok, bytes: value.bytes }).toEqual({ ok: true, bytes: bytes.length });
    expect(readFileSync(exchangePath(profile, value.file)).equals(bytes)).toBe(true);

    const got = await fetch(new URL(`exchange/${value.file}/${encodeURIComponent('稀土 notes.zip')}`, base), { headers: { cookie } });
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('稀土 notes.zip')}`);
    expect(got.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('takes nothing without the cookie, and nothing that a form could send', async () => {
    const profile = temporaryFolder();
    const { base, cookie } = await openDoor(profile);
    expect((await fetch(new URL('exchange', base), { method: 'POST', headers: OCTETS, body: 'a' })).status).toBe(401);
    expect((await fetch(new URL('exchange', base), { method: 'POST', headers: { cookie, 'content-type': 'text/plain' }, body: 'a' })).status).toBe(415);
    expect((await fetch(new URL('img/0', base), { method: 'POST', headers: { cookie }, body: 'a' })).status).toBe(405);
  });

  test('a file over the limit is refused by name, and nothing of it stays', async () => {
    const profile = temporaryFolder();
    const { base, cookie } = await openDoor(profile, 1000);
    const posted = await fetch(new URL('exchange', base), { method: 'POST', headers: { ...OCTETS, cookie }, body: 'x'.repeat(5000) });
    expect(await posted.json()).toMatchObject({ ok: false, error: { code: 'file-too-large', detail: { bytes: 1000 } } });
    await expect(incomingFile(profile, '0'.repeat(32))).rejects.toMatchObject({ code: 'file-missing' });
  });

  test('no name of a file leads out of the folder', () => {
    expect(() => exchangePath('/profile', '../library/monazite.db')).toThrow(RangeError);
  });

  test('what nobody took out is thrown away after a day, and not before', async () => {
    const profile = temporaryFolder();
    const { file } = await receiveFile(profile, [Buffer.from('a')] as unknown as AsyncIterable<Uint8Array>);
    await sweepExchange(profile, Date.now() + 23 * 3_600_000);
    expect((await incomingFile(profile, file)).bytes).toBe(1);
    await sweepExchange(profile, Date.now() + 25 * 3_600_000);
    await expect(incomingFile(profile, file)).rejects.toMatchObject({ code: 'file-missing' });
  });
});

const RULES = { check: () => undefined, mostBytes: 1_000_000 };

describe('files of a command line', () => {
  test('`path` is handed in under its name, and `to` takes what the answer made', async () => {
    const profile = temporaryFolder();
    writeFileSync(join(profile, 'page.html'), '<p>镝</p>');
    const exchange = exchangeIn(profile);
    const { args, finish } = await callFiles({ path: join(profile, 'page.html'), tags: ['x'], to: profile }, exchange, RULES);
    const { file, name, tags } = args as { file: string; name: string; tags: string[] };
    expect({ name, tags, text: readFileSync(exchange.path(file), 'utf8') }).toEqual({ name: 'page.html', tags: ['x'], text: '<p>镝</p>' });
    const answer = await finish({ ok: true, value: { file, name: 'out.html', type: 'text/html', bytes: 10 } });
    expect(answer).toMatchObject({ ok: true, value: { path: join(profile, 'out.html') } });
    expect(readFileSync(join(profile, 'out.html'), 'utf8')).toBe('<p>镝</p>');
    // Nobody else knows its key.
    expect(existsSync(exchange.path(file))).toBe(false);
  });

  test.each([
    ['too large a file', { path: 'page.html' }, { check: () => undefined, mostBytes: 3 }, 'file-too-large'],
    ['an address beside a file', { path: 'page.html', url: 'https://oxide.example/' }, { check: (args: unknown) => validateArgs('savePage', args), mostBytes: 1000 }, 'invalid-argument'],
  ])('%s is refused before anything of it is copied', async (_what, args, rules, code) => {
    const profile = temporaryFolder();
    writeFileSync(join(profile, 'page.html'), '<p>镝</p>');
    const exchange = exchangeIn(profile);
    const taken: unknown[] = [];
    const watched: Exchange = { ...exchange, receive: (body) => (taken.push(body), exchange.receive(body)) };
    await expect(callFiles({ ...args, path: join(profile, args.path) }, watched, rules)).rejects.toMatchObject({ code });
    expect(taken).toEqual([]);
  });

  test.each(['/nowhere/at/all', import.meta.dirname, '/dev/zero'])('a path that cannot be read is an argument that is wrong, and nothing of it is taken in: %s', async (path) => {
    const exchange = exchangeIn(temporaryFolder(), 1000);
    const taken: unknown[] = [];
    const watched: Exchange = { ...exchange, receive: (body) => (taken.push(body), exchange.receive(body)) };
    await expect(callFiles({ path }, watched, RULES)).rejects.toMatchObject({ code: 'invalid-argument', detail: { path: 'path' } });
    expect(taken).toEqual([]);
  });
});
