import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ReaderError } from '../../../electron/contract/errors.ts';
import { openLinkFile } from '../../../electron/core/transfer/read-links.ts';
import { exported, fullArticle, temporaryFolder } from './articles.ts';

async function read(content: string | Uint8Array, name = 'file'): Promise<{ kind: string; links: unknown[] }> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  const file = await openLinkFile(path, name);
  const links: unknown[] = [];
  for await (const link of file.links()) links.push(link);
  return { kind: file.kind, links };
}

const link = (changes: object) => ({ url: 'https://a.example/', title: null, tags: [], note: '', highlights: [], savedAt: null, read: null, isCut: false, ...changes });

test('browser bookmarks: folders are tags, those of the browser itself are not, dates and descriptions stay', async () => {
  const { kind, links } = await read(`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
  <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
  <DL><p>
    <DT><A HREF="https://a.example/?x=1&amp;y=2" ADD_DATE="1700000000" ICON="data:image/png;base64,AAAA">One &amp; only</A>
    <DD>Why it matters
    <DT><H3>Metals</H3>
    <DL><p>
      <DT><H3>稀土</H3>
      <DL><p>
        <DT><A HREF="http://b.example/镝" ADD_DATE="1700000000000000" TAGS="prices,metals">镝</A>
      </DL><p>
      <DT><A HREF="javascript:alert(1)">evil</A>
    </DL><p>
    <DT><A HREF="place:sort=8">Recent</A>
  </DL><p>
  <DT><A HREF="https://c.example/">Last</A>
</DL>`);
  expect(kind).toBe('bookmarks');
  expect(links).toEqual([
    link({ url: 'https://a.example/?x=1&y=2', title: 'One & only', note: 'Why it matters', savedAt: 1_700_000_000_000 }),
    link({ url: 'http://b.example/%E9%95%9D', title: '镝', tags: ['metals', '稀土', 'prices'], savedAt: 1_700_000_000_000 }),
    { unreadable: 'javascript:alert(1)' },
    { unreadable: 'place:sort=8' },
    link({ url: 'https://c.example/', title: 'Last' }),
  ]);
});

test('browser bookmarks of thousands of folders beside each other are read, and a depth that nobody made is refused', async () => {
  const folders = Array.from({ length: 3000 }, (_, at) => `<DT><H3>f${at}</H3>\n<DL><p>\n<DT><A HREF="https://a.example/${at}">a</A>\n</DL><p>\n`).join('');
  const { links } = await read(`<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n${folders}</DL><p>`);
  expect(links).toHaveLength(3000);
  expect(links.at(-1)).toEqual(link({ url: 'https://a.example/2999', title: 'a', tags: ['f2999'] }));
  for (const nested of ['<b>'.repeat(200_000), '<h3>x</h3><dl>'.repeat(200)]) {
    await expect(read(`<DL><DT><A HREF="https://a.example/" ADD_DATE="1">a</A>${nested}`)).rejects.toMatchObject({ code: 'not-links', detail: { name: 'file' } });
  }
});

test('Pocket, Instapaper and Readwise tables', async () => {
  expect(await read('title,url,time_added,tags,status\n"A, b",https://a.example/,1700000000,metals|prices,archive\n,not an address,,,\n')).toEqual({
    kind: 'pocket', links: [link({ title: 'A, b', tags: ['metals', 'prices'], savedAt: 1_700_000_000_000, read: true }), { unreadable: 'not an address' }],
  });
  expect(await read('URL,Title,Selection,Folder,Timestamp,Tags\r\nhttps://a.example/,T,"It ""rose"".\n\nTwice.",Metals,1700000000,"[""x, y"",""z""]"\r\nhttps://b.example/,,,Unread,1,[]\r\n')).toEqual({
    kind: 'instapaper', links: [link({ title: 'T', tags: ['x, y', 'z', 'Metals'], highlights: [{ quote: 'It "rose".', note: '' }, { quote: 'Twice.', note: '' }], savedAt: 1_700_000_000_000 }), link({ url: 'https://b.example/', savedAt: 1000, read: false })],
  });
  expect(await read("Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nT,https://a.example/,1,\"['x', 'y']\",2026-11-23 12:00:00+00:00,0,archive,True\n")).toEqual({
    kind: 'readwise', links: [link({ title: 'T', tags: ['x', 'y'], savedAt: Date.UTC(2026, 10, 23, 12), read: true })],
  });
});

test('a table that a Chinese spreadsheet saved is read in its encoding', async () => {
  const gb18030 = Buffer.from('7469746c652c75726c0ad5f2bcdb2c68747470733a2f2f612e6578616d706c652f0a', 'hex');
  expect(await read(gb18030)).toMatchObject({ kind: 'table', links: [{ title: '镇价' }] });
  // Also where a thousand English titles stand before the first Chinese one, in either encoding.
  const english = Buffer.from(`title,url\n${Array.from({ length: 3000 }, (_, at) => `Oxide prices,https://a.example/${at}\n`).join('')}`);
  expect(english.length).toBeGreaterThan(64 * 1024);
  for (const chinese of [gb18030.subarray(10), Buffer.from('镇价,https://b.example/\n')]) expect((await read(Buffer.concat([english, chinese]))).links.at(-1)).toMatchObject({ title: '镇价' });
});

test('a table is read whatever parts its cells, also where Excel says it in a line of its own', async () => {
  const rows = [['title', 'url', 'tags', 'note', 'saved', 'status'], ['"A; b\tc, d"', 'https://a.example/?x=1;y=2', 'metals|prices', '"two\nlines"', '2026-11-23', 'read']];
  const expected = { kind: 'table', links: [link({ url: 'https://a.example/?x=1;y=2', title: 'A; b c, d', tags: ['metals', 'prices'], note: 'two\nlines', savedAt: Date.UTC(2026, 10, 23), read: true })] };
  const table = (delimiter: string, quoted = false): string => rows.map((row) => row.map((cell) => (quoted && !cell.startsWith('"') ? `"${cell}"` : cell)).join(delimiter)).join('\r\n');
  for (const text of [table(','), table(';', true), table('\t'), `\uFEFFsep=;\r\n${table(';', true)}`, `\uFEFF${table('\t')}\r\n`]) expect(await read(text)).toEqual(expected);
  // The columns of one table, whose only other signs stand in names of columns.
  expect((await read('url;a,b,c\nhttps://a.example/;1\n')).links).toEqual([link({})]);
});

test('a table of ours keeps a tag that holds a comma, also after a spreadsheet wrote it with semicolons', async () => {
  const article = fullArticle(temporaryFolder(), { tags: ['Myanmar, border'] });
  const table = (await exported('csv', [article])).bytes.toString();
  const records: string[][] = parse(table, { bom: true });
  const again = records.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
  for (const text of [table, again]) expect((await read(text)).links).toMatchObject([{ url: article.url, tags: ['Myanmar, border'], note: article.note, savedAt: article.savedAt, highlights: [{ note: 'key' }, { note: '' }] }]);
});

test('what holds no links says so', async () => {
  for (const content of ['', 'hello', '<html><p>x</p></html>', 'a,b\n1,2\n', '\u0000\u0001']) {
    await expect(read(content)).rejects.toThrow(ReaderError);
  }
});

test('what is exported as bookmarks or as a table comes back as it was', async () => {
  const article = fullArticle(temporaryFolder());
  const { title, url, tags, savedAt } = article;
  expect((await read((await exported('bookmarks', [article, { ...article, url: null }])).bytes)).links).toEqual([link({ url, title, tags, savedAt, note: article.note })]);
  const table = (await exported('csv', [article, fullArticle(temporaryFolder(), { title: '=cmd|calc', note: '+1' })])).bytes;
  expect(table.toString()).toContain("'=cmd|calc");
  expect((await read(table)).links).toMatchObject([
    { url, title, tags, savedAt, note: article.note, highlights: [{ quote: 'It rose, and *stayed*.', note: 'key' }, { quote: 'Oxide 氧化镝', note: '' }] },
    { title: '=cmd|calc', note: '+1' },
  ]);
});

test('JSON holds everything but the images themselves', async () => {
  const article = fullArticle(temporaryFolder());
  const { articles } = JSON.parse((await exported('json', [article, article])).bytes.toString()) as { articles: Record<string, unknown>[] };
  expect(articles).toHaveLength(2);
  expect(articles[0]).toMatchObject({ title: article.title, contentHtml: article.html, note: article.note, published: '2026-11-23T12:00:00.000Z', tags: article.tags, images: [{ type: 'image/png' }] });
});
