import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import type { CallAnswer } from '../../electron/contract/api.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { runCommand } from './command-process.ts';
import { BEARER, KEY, PASSWORD, startPrivateServer, TRACES, USER, type PrivateServer } from './private-server.ts';

const SLOW = 60_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

interface Run {
  readonly profile: string;
  readonly site: PrivateServer;
  /** Everything that was said. */
  readonly heard: string[];
}

async function run(): Promise<Run> {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-secrets-'));
  const site = await startPrivateServer();
  onTestFinished(async () => {
    await site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return { profile, site, heard: [] };
}

/** Where a secret stands that should stand nowhere: in what was said, or in a file of the profile. */
function tracesIn({ profile, heard }: Run): string[] {
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' }).map((name) => join(profile, name)).filter((path) => statSync(path).isFile());
  const texts = [...files.map((path) => [path, readFileSync(path, 'latin1')] as const), ['what was said', heard.join('\n')] as const];
  expect(files.length).toBeGreaterThan(0);
  return texts.flatMap(([where, text]) => TRACES.filter((trace) => text.includes(trace)).map((trace) => `${trace} in ${where}`));
}

describe.each([inProcess, loopback, electronIpc])('over $name', (carrier) => {
  test('feeds are signed in, and no secret is said or written', async () => {
    const running = await run();
    const { profile, site, heard } = running;
    const opened = await carrier.open(profile);
    opened.onEvent?.((event) => heard.push(JSON.stringify(event)));
    const call = async (method: string, args: unknown): Promise<CallAnswer> => {
      const answer = await opened.call(method, args);
      heard.push(JSON.stringify(answer));
      return answer;
    };
    const value = async (method: string, args: unknown): Promise<Record<string, unknown>> => {
      const answer = await call(method, args);
      if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`);
      return answer.value as Record<string, unknown>;
    };
    const code = async (method: string, args: unknown): Promise<string> => {
      const answer = await call(method, args);
      return answer.ok ? 'answered' : answer.error.code;
    };
    const basic = { kind: 'basic', user: USER, password: PASSWORD };

    // Asked for without, with the wrong ones, with the right ones.
    expect(await code('discover', { url: `${site.origin}/basic` })).toBe('unauthorized');
    expect(await code('subscribe', { url: `${site.origin}/basic`, credentials: { ...basic, user: 'eve' } })).toBe('unauthorized');
    expect(await code('subscribe', { url: `ftp://${USER}:${PASSWORD}@127.0.0.1/?apikey=${KEY}` })).toBe('unsupported-scheme');
    expect(await code('subscribe', { url: `${site.origin}/basic`, credentials: { ...basic, password: `${PASSWORD}\r\nX: y` } })).toBe('invalid-argument');
    expect(await code('subscribe', { url: `${site.origin}/header`, credentials: { kind: 'header', name: 'Cookie', value: BEARER } })).toBe('invalid-argument');
    expect(await code('subscribe', { url: `${site.origin}/header`, credentials: { kind: PASSWORD, name: BEARER } })).toBe('invalid-argument');

    const found = await value('discover', { url: `${site.origin}/basic`, credentials: basic });
    expect(found).toMatchObject({ candidates: [{ feedUrl: `${site.origin}/basic`, itemCount: 2 }] });
    // What it was found with is used to follow it.
    const first = await value('subscribe', { url: `${site.origin}/basic` });
    expect(first).toMatchObject({ feed: { credentials: 'basic', feedUrl: `${site.origin}/basic` }, added: 2, notice: 'keychain-missing' });
    const second = await value('subscribe', { url: `${site.origin}/header`, credentials: { kind: 'header', name: 'X-Reader', value: BEARER } });
    expect(second).toMatchObject({ feed: { credentials: 'header' }, added: 2 });

    // A key in the address, found and followed by what the window was shown.
    const keyed = await value('discover', { url: `${site.origin}/key?apikey=${KEY}&lang=en` });
    const masked = `${site.origin}/key?apikey=***&lang=en`;
    expect(keyed).toMatchObject({ url: masked, candidates: [{ feedUrl: masked, feedId: null }] });
    const third = await value('subscribe', { url: masked });
    expect(third).toMatchObject({ feed: { credentials: 'url', feedUrl: masked }, added: 2 });
    expect(await code('subscribe', { url: `${site.origin}/key?apikey=${KEY}&lang=en` })).toBe('already-subscribed');

    // Before the list comes in: some carriers ask its feed at once, and the refresh may find that under way.
    site.publish('Third');
    // User and password in an address, in a list from another reader.
    const { host } = new URL(site.origin);
    const opml = `<opml version="2.0"><body><outline text="B" xmlUrl="http://${USER}:${PASSWORD}@${host}/basic?2"/></body></opml>`;
    expect(await value('importOpml', { opml })).toMatchObject({ added: 1 });

    expect(await value('refresh', {})).toMatchObject({ asked: 4, failed: [] });
    const { articles } = (await value('listArticles', { scope: { kind: 'all' }, limit: 50 })) as { articles: { id: number }[] };
    // Three feeds with one new headline each, and the imported one.
    expect(articles).toHaveLength(4 * 3);
    for (const { id } of articles) await value('getArticle', { articleId: id });
    const { opml: exported } = (await value('exportOpml', {})) as { opml: string };
    expect(exported).toContain('apikey=***');

    // Another password is tried before it is kept.
    const { feedId } = first as { feedId: number };
    expect(await code('setCredentials', { feedId, credentials: { ...basic, password: 'wrong' } })).toBe('unauthorized');
    expect(await value('refresh', { feedIds: [feedId] })).toMatchObject({ failed: [] });
    expect(await value('setCredentials', { feedId, credentials: basic })).toMatchObject({ feed: { credentials: 'basic', failure: null }, notice: 'keychain-missing' });
    const keyId = (third as { feedId: number }).feedId;
    expect(await code('setCredentials', { feedId: keyId, credentials: { kind: 'url', keys: { nothing: KEY } } })).toBe('invalid-argument');
    expect(await value('setCredentials', { feedId: keyId, credentials: { kind: 'url', keys: { apikey: KEY } } })).toMatchObject({ feed: { credentials: 'url' } });
    // Signed out, it is asked without, and says so.
    expect(await value('setCredentials', { feedId, credentials: null })).toMatchObject({ feed: { credentials: null } });
    expect(await value('refresh', { feedIds: [feedId] })).toMatchObject({ failed: [{ feedId, code: 'unauthorized' }] });
    site.lock();
    await value('refresh', {});
    await value('listFeeds', {});
    for (const method of ['sources', 'activity', 'exportSources']) await call(method, method === 'activity' ? { limit: 100 } : {});
    await value('unsubscribe', { feedId: (second as { feedId: number }).feedId });

    expect(tracesIn(running)).toEqual([]);
    await opened.close();
    expect(tracesIn(running)).toEqual([]);

    // Without a keychain nothing outlives the run, and a site is not asked with what is not there.
    const before = site.asked.length;
    const again = await carrier.open(profile);
    expect(await again.call('refresh', { feedIds: [keyId] })).toMatchObject({ ok: true, value: { failed: [{ code: 'sign-in-missing' }], offline: false } });
    await again.close();
    expect(site.asked).toHaveLength(before);
  }, SLOW);
});

test('a command leaves no secret behind, neither in what it prints nor on the disk', async () => {
  const running = await run();
  const { profile, site, heard } = running;
  const say = async (method: string, args: unknown): Promise<void> => {
    const { stdout, stderr } = await runCommand([method, '-', '--profile', profile], JSON.stringify(args));
    heard.push(stdout, stderr);
  };
  await say('subscribe', { url: `http://${USER}:${PASSWORD}@${new URL(site.origin).host}/basic` });
  await say('subscribe', { url: `${site.origin}/key?apikey=${KEY}` });
  await say('subscribe', { url: `${site.origin}/header`, credentials: { kind: 'header', name: 'X-Reader', value: `${BEARER}!` } });
  await say('refresh', {});
  await say('exportOpml', {});
  expect(heard[0]).toContain('keychain-missing');
  expect(heard.join('\n')).toContain('unauthorized');
  expect(heard.join('\n')).toContain('sign-in-missing');
  expect(tracesIn(running)).toEqual([]);
}, SLOW);
