import { expect, test } from 'vitest';
import type { CallAnswer } from '../../../electron/contract/api.ts';
import { runSmokeTest, type SmokePorts } from '../../../electron/shell/smoke.ts';

const ok: CallAnswer = { ok: true, value: {} };

/** A machine on which everything works, except what is given. */
function machine(broken: { page?: (code: string) => unknown; call?: CallAnswer; response?: Response } = {}): SmokePorts {
  const page = broken.page ?? ((code: string) => (code.includes('listFeeds') ? ok : true));
  return {
    window: { webContents: { executeJavaScript: async (code: string) => page(code) } } as unknown as SmokePorts['window'],
    net: { fetch: async () => broken.response ?? new Response('', { headers: { 'content-security-policy': "default-src 'none'" } }) },
    reader: { call: async () => broken.call ?? ok },
    versions: { electron: '45.4.1' },
    timeoutMs: 200,
  };
}

test('all is well where everything answers', async () => {
  expect(await runSmokeTest(machine())).toEqual({
    ok: true,
    checks: { engine: true, fullTextIndex: true, protocol: true, preload: true, calls: true, renderer: true },
    versions: { electron: '45.4.1' },
  });
});

test('a library that does not open is told by its code, and the other checks still run', async () => {
  const report = await runSmokeTest(machine({ call: { ok: false, error: { code: 'database-failed', message: 'no fts5', detail: {} } } }));
  expect(report.ok).toBe(false);
  expect(report.checks).toMatchObject({ engine: 'database-failed: no fts5', protocol: true, renderer: true });
});

test('a preload that did not run, or a page that stays empty, is told in time', async () => {
  const report = await runSmokeTest(machine({ page: () => false }));
  expect(report.checks['preload']).toContain('not within 200 ms');
  expect(report.checks['renderer']).toContain('not within 200 ms');
});

test('a page that never answers does not hang the test', async () => {
  const report = await runSmokeTest(machine({ page: () => new Promise(() => {}) }));
  expect(report.ok).toBe(false);
  expect(report.checks['calls']).toContain('no answer');
});

test('a page without a policy is not well', async () => {
  expect((await runSmokeTest(machine({ response: new Response('') }))).checks['protocol']).toContain('policy');
  expect((await runSmokeTest(machine({ response: new Response('', { status: 404 }) }))).checks['protocol']).toContain('404');
});
