import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { READER_METHODS } from '../../electron/contract/validate.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import { commandAnswer, runCommand } from './command-process.ts';
import { startFeedServer } from './feed-server.ts';
import { enterLoopback, startLoopback } from './loopback-process.ts';
import type { LoopbackProcess } from './loopback-process.ts';

const SLOW = 60_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-doors-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  return profile;
}

function openDoor(profile: string, args: readonly string[] = []): LoopbackProcess {
  const door = startLoopback(profile, ['--no-window', ...args]);
  onTestFinished(async () => {
    door.child.kill('SIGTERM');
    await door.ended;
  });
  return door;
}

describe('the loopback door', () => {
  test.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGINT'] as const)('says that it is ready, last, and ends cleanly on %s', async (signal) => {
    const profile = newProfile();
    const door = openDoor(profile);
    const address = await door.ready;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/\?token=[\w-]{43}$/);
    door.child.kill(signal);
    expect(await door.ended).toBe(0);
    expect(door.lines.at(-1)).toBe(`Monazite is ready at ${address}`);
    expect(existsSync(join(profile, 'instance.json'))).toBe(false);
    // A library that was closed has nothing left to be written from its log.
    expect(filesUnder(profile).filter((name) => name.endsWith('-wal'))).toEqual([]);
  }, SLOW);

  test('wakes the one that is open, says where it is, and ends', async () => {
    const profile = newProfile();
    const address = await openDoor(profile).ready;
    const second = openDoor(profile);
    expect(await second.ended).toBe(0);
    expect(second.lines).toEqual([`Monazite is open already at ${address}`]);
  }, SLOW);

  test.runIf(process.platform !== 'win32')('starts again where one was killed', async () => {
    const profile = newProfile();
    const killed = openDoor(profile);
    await killed.ready;
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    expect(existsSync(join(profile, 'instance.json'))).toBe(true);
    await expect(openDoor(profile).ready).resolves.toContain('http://127.0.0.1:');
  }, SLOW);

  test.runIf(process.platform !== 'win32')('ends at once on SIGTERM where it waits for its profile', async () => {
    const profile = newProfile();
    const store = openStore({ profile, now: Date.now });
    onTestFinished(() => store.close());
    const door = openDoor(profile);
    await expect.poll(door.said, { timeout: 20_000 }).toContain(`Another Monazite holds ${profile}; waiting for it`);
    const asked = Date.now();
    door.child.kill('SIGTERM');
    expect(await door.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(3000);
    expect(door.lines).toEqual([]);
  }, SLOW);

  test('that cannot have its profile or its port says why', async () => {
    const profile = newProfile();
    writeFileSync(join(profile, 'file'), '');
    const unwritable = openDoor(join(profile, 'file', 'profile'));
    await expect(unwritable.ready).rejects.toThrow(/a file stands in its place.*name another one with --profile.*\(profile-unwritable\)/);
    expect(await unwritable.ended).toBe(1);
    const address = await openDoor(newProfile()).ready;
    const taken = openDoor(newProfile(), ['--port', new URL(address).port]);
    await expect(taken.ready).rejects.toThrow(/cannot be used \(EADDRINUSE\).*--port.*\(invalid-argument\)/);
    expect(await taken.ended).toBe(1);
  }, SLOW);

  test('serves the calls of the page that has the cookie, and no other', async () => {
    const { base, cookie } = await enterLoopback(await openDoor(newProfile()).ready);
    const ask = (headers: Record<string, string>): Promise<Response> => fetch(`${base}call/appInfo`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
    expect(await (await ask({ cookie })).json()).toMatchObject({ ok: true, value: { door: 'loopback' } });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ cookie, origin: 'http://127.0.0.1:1' })).status).toBe(403);
  }, SLOW);
});

describe('the command line', () => {
  test('is answered by the instance that holds the profile', async () => {
    const profile = newProfile();
    const publisher = await startFeedServer();
    onTestFinished(() => publisher.close());
    const { base, cookie } = await enterLoopback(await openDoor(profile).ready);
    expect(commandAnswer(await runCommand(['appInfo', '--profile', profile]))).toMatchObject({ ok: true, value: { door: 'loopback' } });
    expect(commandAnswer(await runCommand(['subscribe', JSON.stringify({ url: publisher.feedUrl }), '--profile', profile]))).toMatchObject({ ok: true, value: { added: 5 } });
    const counts = await fetch(`${base}call/counts`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: '{}' });
    expect(await counts.json()).toMatchObject({ ok: true, value: { all: 5 } });
    expect(commandAnswer(await runCommand(['getArticle', '{"articleId":1}', '--profile', profile]))).toMatchObject({ ok: false, error: { code: 'article-missing' } });
  }, SLOW);

  test('is refused by a code where whoever holds the profile does not answer', async () => {
    const profile = newProfile();
    const store = openStore({ profile, now: Date.now });
    onTestFinished(() => store.close());
    expect(commandAnswer(await runCommand(['counts', '--wait', '0.5', '--profile', profile]))).toMatchObject({ ok: false, error: { code: 'profile-in-use', detail: { path: profile } } });
  }, SLOW);

  test('waits for another one that holds the profile, as long as it is told to', async () => {
    const profile = newProfile();
    const publisher = await startFeedServer();
    onTestFinished(() => publisher.close());
    commandAnswer(await runCommand(['subscribe', JSON.stringify({ url: publisher.feedUrl }), '--profile', profile]));
    publisher.publish('Story 6');
    const held = publisher.hold();
    const refreshing = runCommand(['refresh', '--profile', profile]);
    await held.asked;
    expect(commandAnswer(await runCommand(['counts', '--wait', '0', '--profile', profile]))).toMatchObject({ ok: false, error: { code: 'profile-in-use' } });
    const counting = runCommand(['counts', '--profile', profile]);
    const door = openDoor(profile);
    held.release();
    expect(commandAnswer(await refreshing)).toMatchObject({ ok: true, value: { added: 1 } });
    expect(commandAnswer(await counting)).toMatchObject({ ok: true, value: { all: 6 } });
    // A door that opens meanwhile waits as well.
    await expect(door.ready).resolves.toContain('http://127.0.0.1:');
  }, SLOW);

  test('may be given many times at once', async () => {
    const profile = newProfile();
    const titles = ['Nd', 'Pr', 'Dy', 'Tb', 'Sm'];
    const answers = await Promise.all(titles.map(async (title) => commandAnswer(await runCommand(['createFolder', JSON.stringify({ title }), '--profile', profile, '--wait', '40']))));
    expect(answers).toEqual(titles.map((title) => expect.objectContaining({ ok: true, value: expect.objectContaining({ folder: expect.objectContaining({ title }) as unknown }) as unknown }) as unknown));
    const { value } = commandAnswer(await runCommand(['listFeeds', '--profile', profile])) as { value: { folders: { title: string }[] } };
    expect(value.folders.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  }, SLOW);

  test('given while a door opens is answered, whoever is first', async () => {
    const profile = newProfile();
    const door = openDoor(profile);
    const answers = await Promise.all([0, 1].map(async () => commandAnswer(await runCommand(['counts', '--profile', profile]))));
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    await expect(door.ready).resolves.toContain('http://127.0.0.1:');
  }, SLOW);

  test('answers nonsense with a code, before any library is opened', async () => {
    const profile = join(newProfile(), 'never-made');
    const codeOf = async (...args: string[]): Promise<string> => {
      const answer = commandAnswer(await runCommand([...args, '--profile', profile]));
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await codeOf('listFeeds', '{')).toBe('invalid-argument');
    expect(await codeOf('listFeeds', '[]')).toBe('invalid-argument');
    expect(await codeOf('listFeeds', '@/nowhere/args.json')).toBe('invalid-argument');
    expect(await codeOf('listFoods')).toBe('unknown-method');
    expect(await codeOf()).toBe('invalid-argument');
    expect(await codeOf('listFeeds', '--loud')).toBe('invalid-argument');
    expect(existsSync(profile)).toBe(false);
  }, SLOW);

  test('takes a profile that cannot be written for what it is', async () => {
    const profile = newProfile();
    writeFileSync(join(profile, 'file'), '');
    expect(commandAnswer(await runCommand(['counts', '--profile', join(profile, 'file', 'x')]))).toMatchObject({ ok: false, error: { code: 'profile-unwritable' } });
  }, SLOW);

  test('says of a library that it cannot open what it is and what to do, and leaves it as it is', async () => {
    const profile = newProfile();
    const database = join(profile, 'library', 'monazite.db');
    const refusal = async (): Promise<{ code: string; message: string }> => {
      const answer = commandAnswer(await runCommand(['counts', '--profile', profile]));
      return answer.ok ? { code: 'ok', message: '' } : answer.error;
    };
    openStore({ profile, now: Date.now }).close();
    const library = new DatabaseSync(database);
    library.exec('PRAGMA user_version = 999');
    library.close();
    expect(await refusal()).toMatchObject({ code: 'database-newer', message: expect.stringContaining('start the newer version') as string });
    writeFileSync(database, 'no database at all, and long enough to be taken for one that was damaged');
    const before = readFileSync(database);
    expect(await refusal()).toMatchObject({ code: 'database-damaged', message: expect.stringContaining('The file was left as it is') as string });
    expect(readFileSync(database)).toEqual(before);
    // The window opens all the same, and says it.
    const door = openDoor(profile);
    await expect(door.ready).resolves.toContain('http://127.0.0.1:');
    expect(door.said()).toContain('database-damaged');
    expect(readFileSync(database)).toEqual(before);
  }, SLOW);

  test('names every method when asked for help', async () => {
    const { code, stdout } = await runCommand(['--help']);
    expect(code).toBe(0);
    for (const method of READER_METHODS) expect(stdout).toContain(`  ${method}\n`);
  }, SLOW);

  test('takes and gives OPML files of any size through standard input and output', async () => {
    const profile = newProfile();
    const feeds = Array.from({ length: 5000 }, (_, n) => `<outline type="rss" text="Feed ${n}" xmlUrl="https://feeds.example/${n}"/>`);
    const opml = `<opml version="2.0"><body>${feeds.join('')}</body></opml>`;
    const imported = commandAnswer(await runCommand(['importOpml', '-', '--profile', profile], JSON.stringify({ opml })));
    expect(imported).toMatchObject({ ok: true, value: { named: 5000, added: 5000 } });
    const exported = commandAnswer(await runCommand(['exportOpml', '--profile', profile]));
    expect(exported.ok && (exported.value as { opml: string }).opml.match(/xmlUrl=/g)?.length).toBe(5000);
  }, SLOW);
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String);
}
