import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Readable } from 'node:stream';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { receiveFile } from '../../electron/core/exchange/exchange-file.ts';
import { pageHtml, pdf, TITLE } from '../fixtures/saved/made-files.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';

const SLOW = 90_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('a page and a file are seen, saved, and known again after a new start', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'monazite-saving-'));
    const site = createServer((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(pageHtml({ image: '' })));
    await new Promise<void>((resolve) => {
      site.listen(0, '127.0.0.1', resolve);
    });
    let opened = await carrier.open(profile);
    onTestFinished(async () => {
      await opened.close();
      site.close();
      site.closeAllConnections();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/ponds`;
    expect(await opened.call('previewSave', { url })).toMatchObject({ ok: true, value: { title: TITLE, images: 0, alreadySaved: null, failure: null } });
    const saved = await opened.call('savePage', { url, tags: ['x'], note: 'Look.' });
    expect(saved).toMatchObject({ ok: true, value: { title: TITLE, state: 'text', bookmarked: true, failure: null } });
    const { file } = await receiveFile(profile, Readable.from([pdf()]));
    expect(await opened.call('savePage', { file, name: 'quota.pdf' })).toMatchObject({ ok: true, value: { title: 'Quota notice for 2026', state: 'text' } });
    for (const [method, args, code] of [
      ['savePage', { url: 'not an address' }, 'invalid-address'],
      ['savePage', { url, file, name: 'x.pdf' }, 'invalid-argument'],
      ['savePage', {}, 'invalid-argument'],
      ['savePage', { file, name: '' }, 'invalid-argument'],
      ['previewSave', { file: '../x', name: 'x.pdf' }, 'invalid-argument'],
      ['previewSaveImages', { file: 'f'.repeat(32), name: 'x.pdf' }, 'file-missing'],
    ] as const) {
      expect(await opened.call(method, args)).toMatchObject({ ok: false, error: { code } });
    }
    const { file: looked } = await receiveFile(profile, Readable.from([pdf()]));
    expect(await opened.call('previewSave', { file: looked, name: 'quota.pdf' })).toMatchObject({ ok: true, value: { pages: 2 } });
    expect(await opened.call('forgetFile', { file: looked })).toEqual({ ok: true, value: {} });
    expect(await opened.call('savePage', { file: looked, name: 'quota.pdf' })).toMatchObject({ ok: false, error: { code: 'file-missing' } });
    await opened.close();
    opened = await carrier.open(profile);
    expect(await opened.call('listBookmarks', { limit: 5 })).toMatchObject({ ok: true, value: { total: 2 } });
    expect(await opened.call('savePage', { url })).toMatchObject({ ok: true, value: { bookmarked: false } });
  }, SLOW);
});
