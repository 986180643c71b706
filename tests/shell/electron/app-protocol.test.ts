import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBundleHandler } from '../../../electron/shell/app-protocol.ts';
import { CONTENT_SECURITY_POLICY } from '../../../electron/shell/security-headers.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const KEY = 'a'.repeat(32);
const SVG_KEY = 'b'.repeat(32);

let dir = '';
let handle: (request: Request) => Promise<Response>;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'monazite-bundle-'));
  mkdirSync(join(dir, 'renderer/assets'), { recursive: true });
  writeFileSync(join(dir, 'secret.json'), '{"secret":true}');
  writeFileSync(join(dir, 'renderer/index.html'), '<!doctype html><title>Monazite</title>');
  writeFileSync(join(dir, 'renderer/assets/index-D_x-3.js'), 'export {}');
  writeFileSync(join(dir, 'renderer/.hidden.json'), '{}');
  writeFileSync(join(dir, 'renderer/notes.exe'), 'MZ');
  writeFileSync(join(dir, KEY), PNG);
  writeFileSync(join(dir, SVG_KEY), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  handle = createBundleHandler({ rendererDir: join(dir, 'renderer'), imageFile: (key) => join(dir, key) });
});

afterAll(() => rmSync(dir, { recursive: true }));

const get = (url: string, init?: RequestInit): Promise<Response> => handle(new Request(url, init));

describe('the bundle handler', () => {
  test.each(['app://bundle/', 'http://127.0.0.1:4321/', 'app://bundle/index.html', 'app://bundle/?a=b#c'])('serves the page at %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Monazite</title>');
  });

  test('serves hashed assets with their type, to be kept for good', async () => {
    const response = await get('app://bundle/assets/index-D_x-3.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  test('every answer carries the security headers, errors included', async () => {
    for (const response of [await get('app://bundle/'), await get('app://bundle/none.js'), await get('app://bundle/', { method: 'POST' })]) {
      expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-dns-prefetch-control')).toBe('off');
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(response.headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  test('HEAD answers as GET does, without a body', async () => {
    const response = await get('app://bundle/', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
    expect(await response.text()).toBe('');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    expect((await get('app://bundle/', { method })).status).toBe(405);
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/%2e%2e/%2e%2e/secret.json',
    '//etc/hosts.json',
    '/C:/secret.json',
    '/index.html::$DATA',
    '/index.html%00.js',
    '/.hidden.json',
    '/notes.exe',
    '/assets',
    '/assets/',
    '/index.html/x.js',
    '/none.js',
    `/${'x'.repeat(300)}.js`,
    '/img',
    '/img/',
    `/img/${'A'.repeat(32)}`,
    `/img/${'a'.repeat(31)}`,
    `/img/${'a'.repeat(33)}`,
    `/img/../${KEY}`,
    `/img/${'c'.repeat(32)}`,
  ])('finds nothing at %s', async (path) => {
    const response = await get(`app://bundle${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
  });

  test('an image is served by what its bytes are', async () => {
    const response = await get(`app://bundle/img/${KEY}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
  });

  test('an image may do nothing by itself: an SVG can carry script', async () => {
    for (const [key, type] of [[KEY, 'image/png'], [SVG_KEY, 'image/svg+xml']]) {
      const { headers } = await get(`app://bundle/img/${key}`);
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('content-disposition')).toBe('attachment');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('a key that the store does not know is not found', async () => {
    const none = createBundleHandler({ rendererDir: dir, imageFile: () => null });
    expect((await none(new Request(`app://bundle/img/${KEY}`))).status).toBe(404);
  });
});

describe('the content security policy', () => {
  const directives = new Map(CONTENT_SECURITY_POLICY.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));

  test('starts from nothing', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
  });

  test.each(['script-src', 'style-src', 'connect-src', 'font-src'])('%s is our own origin only', (name) => {
    expect(directives.get(name)).toEqual(["'self'"]);
  });

  test.each(['object-src', 'frame-src', 'frame-ancestors', 'base-uri', 'form-action'])('%s is closed', (name) => {
    expect(directives.get(name)).toEqual(["'none'"]);
  });

  test('names no remote host, no inline code and no wildcard', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|unsafe|\*|blob:|wasm/);
  });
});
