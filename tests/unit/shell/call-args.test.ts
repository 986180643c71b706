import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { callLine, readArgs } from '../../../electron/shell/call-args.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a line names a method and perhaps its arguments, with options anywhere', () => {
  expect(callLine(['listFeeds'])).toEqual({ help: false, method: 'listFeeds', source: '{}', waitSeconds: 10 });
  expect(callLine(['--profile', '/p', 'refresh', '{"onlyDue":true}'])).toEqual({ help: false, method: 'refresh', source: '{"onlyDue":true}', waitSeconds: 10 });
  expect(callLine(['importOpml', '-', '--profile=/p', '--wait', '0.5'])).toEqual({ help: false, method: 'importOpml', source: '-', waitSeconds: 0.5 });
  expect(callLine(['-h'])).toMatchObject({ help: true, method: null });
});

test('a line that cannot be meant is invalid-argument', () => {
  const invalid = expect.objectContaining({ code: 'invalid-argument' });
  expect(() => callLine(['refresh', '{', '}'])).toThrow(invalid);
  expect(() => callLine(['refresh', '--all'])).toThrow(invalid);
  for (const wait of ['soon', '-1', '']) expect(() => callLine(['refresh', `--wait=${wait}`])).toThrow(invalid);
});

test('arguments come from the line, a file or standard input', async () => {
  const path = join(temporaryFolder(), 'args.json');
  writeFileSync(path, '{"opml":"<opml/>"}');
  expect(await readArgs('{"a":1}', Readable.from([]))).toEqual({ a: 1 });
  expect(await readArgs(`@${path}`, Readable.from([]))).toEqual({ opml: '<opml/>' });
  expect(await readArgs('-', Readable.from(['{"b":', '2}']))).toEqual({ b: 2 });
  expect(await readArgs('-', Readable.from([]))).toEqual({});
});

test('arguments that are no JSON or cannot be read are invalid-argument', async () => {
  await expect(readArgs('{a:1}', Readable.from([]))).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(readArgs('@/nowhere/args.json', Readable.from([]))).rejects.toMatchObject({ code: 'invalid-argument', detail: { path: '/nowhere/args.json' } });
});
