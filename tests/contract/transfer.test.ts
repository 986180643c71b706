import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { exchangePath, newExchangeFile } from '../../electron/core/exchange/exchange-file.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { openOn } from './open-on.ts';

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('links come in and leave as a book, and the library leaves and comes in as one file', async () => {
    const { profile, call, fails } = await openOn(carrier);

    const { file, path } = await newExchangeFile(profile);
    writeFileSync(path, 'url,title,tags\nhttps://one.example/,One,稀土\n,nothing,\n');
    const preview = await call('previewImport', { file, name: 'links.csv' });
    expect(preview).toMatchObject({ kind: 'table', added: 1, unreadable: ['nothing'], tags: 1 });
    expect(await call('importFile', { file, name: 'links.csv' })).toEqual(preview);
    const book = await call('exportArticles', { format: 'epub', title: 'Book' });
    expect(book).toMatchObject({ articles: 1, type: 'application/epub+zip', name: 'One.epub' });
    expect(readFileSync(exchangePath(profile, book.file)).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    const whole = await call('exportArchive', {});
    expect(await call('previewArchive', { file: whole.file, name: whole.name })).toMatchObject({ articles: 1, bookmarks: 1, feeds: 0 });
    expect(await call('importArchive', { file: whole.file, name: whole.name })).toMatchObject({ bookmarks: 1 });
    expect(await call('listBookmarks', { limit: 5 })).toMatchObject({ total: 1, bookmarks: [{ title: 'One', tags: [{ title: '稀土' }] }] });
    expect(await call('transferProgress', {})).toMatchObject({ running: null });
    expect(await call('cancelTransfer', {})).toEqual({});
    for (const [method, args, code] of [
      ['exportArticles', { format: 'doc' }, 'invalid-argument'],
      ['exportArticles', { format: 'csv', articleIds: [999] }, 'nothing-to-export'],
      ['importFile', { file: '../../../../etc/passwd', name: 'x' }, 'invalid-argument'],
      ['importFile', { file: '0'.repeat(32), name: 'x' }, 'file-missing'],
      ['importFile', { file: book.file, name: 'x' }, 'not-links'],
      ['importArchive', { file, name: 'x' }, 'not-archive'],
    ] as const) {
      expect(await fails(method, args)).toBe(code);
    }
  }, 90_000);
});
