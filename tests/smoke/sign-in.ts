import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CallAnswer } from '../../electron/contract/api.ts';
import { PASSWORD, startPrivateServer, TRACES, USER } from '../contract/private-server.ts';
import { fake } from '../fakes/electron.ts';
import type { Checks } from './checks.ts';

/** A feed that asks for sign-in: followed through main, keychain, engine and the system's network settings. */
export async function checkSignIn(call: (method: string, args: unknown) => Promise<CallAnswer>, profile: string, check: Checks['check']): Promise<void> {
  const site = await startPrivateServer();
  await check('a sign-in is kept in the keychain, and the way to its site is the system’s', async () => {
    const answer = await call('subscribe', { url: `${site.origin}/basic`, credentials: { kind: 'basic', user: USER, password: PASSWORD } });
    assert.ok(answer.ok, JSON.stringify(answer));
    const { feedId, notice } = answer.value as { feedId: number; notice?: string };
    assert.equal(notice, undefined);
    const file = join(profile, 'secrets.json');
    const written = readFileSync(file, 'utf8');
    assert.match(written, new RegExp(`"feed:${feedId}"`));
    for (const trace of TRACES) assert.ok(!written.includes(trace));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(new Set(fake.defaultSession().proxyAsked), new Set([`${site.origin}/`]));
    assert.ok((await call('unsubscribe', { feedId })).ok);
  });
  await site.close();
}
