import { beforeAll, describe, expect, test } from 'vitest';
import { Readable } from 'node:stream';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { receiveFile } from '../../electron/core/exchange/exchange-file.ts';
import { pageHtml, pdf, TITLE } from '../fixtures/saved/made-files.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { openBeside } from './open-beside.ts';

const SLOW = 90_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('a page and a file are seen, saved, and known again after a new start', async () => {
    const { profile, url: site, call, restart } = await openBeside(carrier, { type: 'text/html', at: () => pageHtml({ image: '' }) });
    const url = `${site}/ponds`;
    expect(await call('previewSave', { url })).toMatchObject({ ok: true, value: { title: TITLE, images: 0, alreadySaved: null, failure: null } });
    const saved = await call('savePage', { url, tags: ['x'], note: 'Look.' });
    expect(saved).toMatchObject({ ok: true, value: { title: TITLE, state: 'text', bookmarked: true, failure: null } });
    const { file } = await receiveFile(profile, Readable.from([pdf()]));
    expect(await call('savePage', { file, name: 'quota.pdf' })).toMatchObject({ ok: true, value: { title: 'Quota notice for 2026', state: 'text' } });
    for (const [method, args, code] of [
      ['savePage', { url: 'not an address' }, 'invalid-address'],
      ['savePage', { url, file, name: 'x.pdf' }, 'invalid-argument'],
      ['savePage', {}, 'invalid-argument'],
      ['savePage', { file, name: '' }, 'invalid-argument'],
      ['previewSave', { file: '../x', name: 'x.pdf' }, 'invalid-argument'],
      ['previewSaveImages', { file: 'f'.repeat(32), name: 'x.pdf' }, 'file-missing'],
    ] as const) {
      expect(await call(method, args)).toMatchObject({ ok: false, error: { code } });
    }
    const { file: looked } = await receiveFile(profile, Readable.from([pdf()]));
    expect(await call('previewSave', { file: looked, name: 'quota.pdf' })).toMatchObject({ ok: true, value: { pages: 2 } });
    expect(await call('forgetFile', { file: looked })).toEqual({ ok: true, value: {} });
    expect(await call('savePage', { file: looked, name: 'quota.pdf' })).toMatchObject({ ok: false, error: { code: 'file-missing' } });
    await restart();
    expect(await call('listBookmarks', { limit: 5 })).toMatchObject({ ok: true, value: { total: 2 } });
    expect(await call('savePage', { url })).toMatchObject({ ok: true, value: { bookmarked: false } });
  }, SLOW);
});
