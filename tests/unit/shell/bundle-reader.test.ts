import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SHELL = join(import.meta.dirname, '../../../electron/shell');

/** A process that serves a page from a folder and asks for it; says the answer, and which of the web's classes were touched for it. Node loads all of them with the first. */
const SCRIPT = `
  import { get } from 'node:http';
  import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  import { join } from 'node:path';
  import { createBundleHandler, createBundleReader } from ${JSON.stringify(join(SHELL, 'app-protocol.ts'))};
  import { startLoopbackServer } from ${JSON.stringify(join(SHELL, 'loopback-server.ts'))};
  const touched = [];
  for (const name of ['Request', 'Response', 'Headers']) {
    const value = globalThis[name];
    Object.defineProperty(globalThis, name, { get: () => (touched.push(name), value) });
  }
  const rendererDir = mkdtempSync(join(tmpdir(), 'bundle-reader-'));
  writeFileSync(join(rendererDir, 'index.html'), '<p>Page');
  const files = { rendererDir, imageFile: () => null };
  const server = await startLoopbackServer({
    bridge: { call: async () => ({ ok: true, value: null }), onEvent: () => () => undefined },
    serveBundle: createBundleHandler(files),
    readBundle: createBundleReader(files),
  });
  const ask = (url, method, headers) => new Promise((resolve) => get(url, { method, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (piece) => (text += piece)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
  }));
  const { headers } = await ask(server.address, 'GET', {});
  const cookie = headers['set-cookie'][0].split(';')[0];
  const page = await ask(server.base, 'GET', { cookie });
  const head = await ask(server.base, 'HEAD', { cookie });
  const beforeNone = [...touched];
  const none = await ask(server.base + 'none.js', 'GET', { cookie });
  await server.close();
  rmSync(rendererDir, { recursive: true });
  console.log(JSON.stringify({ page: [page.status, page.text, page.headers['content-type']], security: Object.hasOwn(page.headers, 'content-security-policy'), link: page.headers.link, head: [head.status, head.text, head.headers['content-length']], none: none.status, touched: beforeNone, later: touched.length > 0 }));
`;

test('a page is served without loading what Node knows of fetch, which takes longer than the page', () => {
  const said = execFileSync(process.execPath, ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', SCRIPT], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual({
    page: [200, '<p>Page', 'text/html; charset=utf-8'],
    security: true,
    link: '<first>; rel=preload; as=fetch; crossorigin',
    head: [200, '', '7'],
    none: 404,
    touched: [],
    later: true,
  });
});
