import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addressFor } from '../../../electron/core/fetch/login.ts';
import { createLogins } from '../../../electron/core/logins.ts';
import { moveSecrets } from '../../../electron/core/move-secrets.ts';
import { exportOpml } from '../../../electron/core/export-opml.ts';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { listFeeds } from '../../../electron/core/query/list-feeds.ts';
import { createMemorySecrets, type SecretStore } from '../../../electron/core/secrets.ts';
import { addFeed, feedRecord, feedRecords, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';

const opened: { readonly profile: string; readonly store: Store }[] = [];
afterEach(() => {
  for (const { profile, store } of opened.splice(0)) {
    store.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

function library(addresses: readonly string[] = ['https://ann:geheim4711@a.example/feed', 'https://b.example/feed?token=schluessel0815', 'https://c.example/feed']): { readonly profile: string; readonly store: Store; readonly ids: readonly number[] } {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-move-'));
  const store = openStore({ profile, now: Date.now });
  opened.push({ profile, store });
  const follow = (feedUrl: string): number => addFeed(store, { feedUrl, kind: 'rss', facts: { title: null, siteUrl: null, lang: null }, folderId: null, title: null }).id;
  return { profile, store, ids: addresses.map(follow) };
}

/** As the keychain, where there is one. */
function lastingSecrets(): SecretStore {
  const memory = createMemorySecrets();
  return { ...memory, set: async (name, secret) => ({ ...(await memory.set(name, secret)), lasting: true }), isLasting: async () => true };
}

describe('addresses that earlier versions stored with a password or a key', () => {
  it('give them to the keychain, and the library keeps no trace', async () => {
    const { profile, store, ids } = library();
    const logins = createLogins(lastingSecrets());
    await moveSecrets(store, logins);
    expect(ids.map((id) => feedRecord(store, id)).map(({ feedUrl, credentials }) => [feedUrl, credentials])).toEqual([
      ['https://a.example/feed', 'basic'],
      ['https://b.example/feed?token=***', 'url'],
      ['https://c.example/feed', null],
    ]);
    expect(await Promise.all(ids.map((id) => logins.find(id)))).toEqual([
      { origin: 'https://a.example', credentials: { kind: 'basic', user: 'ann', password: 'geheim4711' }, parts: {} },
      { origin: 'https://b.example', credentials: null, parts: { token: 'schluessel0815' } },
      null,
    ]);
    store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const files = readdirSync(profile, { recursive: true, encoding: 'utf8' }).map((name) => join(profile, name)).filter((path) => statSync(path).isFile());
    for (const path of files) expect(readFileSync(path, 'latin1')).not.toMatch(/geheim4711|schluessel0815/);
  });

  it('that differ by it alone are told apart without it, whoever has the address already', async () => {
    const { store, ids } = library([
      'https://a.example/feed?apikey=schluessel0001', 'https://a.example/feed?apikey=schluessel0002', 'https://b.example/feed', 'https://ann:geheim4711@b.example/feed', 'https://c.example/feed?token=***', 'https://c.example/feed?token=schluessel0003',
    ]);
    const [first = 0, second = 0, open = 0, signed = 0, left = 0, third = 0] = ids;
    unsubscribe(store, left);
    const logins = createLogins(lastingSecrets());
    await moveSecrets(store, logins);
    expect(feedRecords(store).map(({ id, feedUrl, credentials }) => [id, feedUrl, credentials])).toEqual([
      [first, 'https://a.example/feed?apikey=***', 'url'],
      [second, 'https://a.example/feed?apikey=***2', 'url'],
      [open, 'https://b.example/feed', null],
      [signed, `https://b.example/feed#${signed}`, 'basic'],
      [third, 'https://c.example/feed?token=***', 'url'],
    ]);
    expect(addressFor(feedRecord(store, second).feedUrl, await logins.find(second))).toBe('https://a.example/feed?apikey=schluessel0002');
    expect(addressFor(feedRecord(store, third).feedUrl, await logins.find(third))).toBe('https://c.example/feed?token=schluessel0003');
    expect(JSON.stringify(store.all('SELECT feed_url FROM feeds'))).not.toMatch(/geheim|schluessel/);
  });

  it('stay as they are where nothing would outlive the run, and are shown and exported without', async () => {
    const { store, ids } = library();
    await moveSecrets(store, createLogins(createMemorySecrets()));
    expect(feedRecord(store, ids[0] ?? 0).feedUrl).toContain('geheim4711');
    const shown = JSON.stringify(listFeeds(store)) + (await exportOpml(store, 0, createThreadShare()));
    expect(shown).toContain('https://a.example/feed');
    expect(shown).toContain('token=***');
    expect(shown).not.toMatch(/geheim4711|schluessel0815/);
  });
});

describe('sign-ins', () => {
  it('of a shape that this version does not know are none', async () => {
    const secrets = createMemorySecrets();
    await secrets.set('feed:1', 'no JSON');
    await secrets.set('feed:2', '{"later":1}');
    const logins = createLogins(secrets);
    expect([await logins.find(1), await logins.find(2)]).toEqual([null, null]);
  });

  it('of what was found lately are remembered for as many addresses as a person looks at', () => {
    const logins = createLogins(createMemorySecrets());
    const login = { origin: 'https://a.example', credentials: null, parts: { token: 'x' } };
    logins.remember(Array.from({ length: 150 }, (_, n) => `https://a.example/${n}`), login);
    expect(logins.recall('https://a.example/0')).toBeNull();
    expect(logins.recall('https://a.example/149')).toBe(login);
  });
});
