import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogins } from '../../../electron/core/logins.ts';
import { moveSecrets } from '../../../electron/core/move-secrets.ts';
import { exportOpml } from '../../../electron/core/export-opml.ts';
import { createThreadShare } from '../../../electron/core/pace/thread-share.ts';
import { listFeeds } from '../../../electron/core/query/list-feeds.ts';
import { createMemorySecrets, type SecretStore } from '../../../electron/core/secrets.ts';
import { addFeed, feedRecord } from '../../../electron/core/store/feeds.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';

const opened: { readonly profile: string; readonly store: Store }[] = [];
afterEach(() => {
  for (const { profile, store } of opened.splice(0)) {
    store.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

function library(): { readonly profile: string; readonly store: Store; readonly ids: readonly number[] } {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-move-'));
  const store = openStore({ profile, now: Date.now });
  opened.push({ profile, store });
  const follow = (feedUrl: string): number => addFeed(store, { feedUrl, kind: 'rss', facts: { title: null, siteUrl: null, lang: null }, folderId: null, title: null }).id;
  return { profile, store, ids: ['https://ann:geheim4711@a.example/feed', 'https://b.example/feed?token=schluessel0815', 'https://c.example/feed'].map(follow) };
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
