import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../bench/parse/compare.ts';
import { readExpectation } from '../../bench/parse/expectation.ts';
import { feedparserExpectation } from '../../bench/parse/feedparser-case.ts';
import { readPythonLiteral } from '../../bench/parse/python-literal.ts';
import { parseCase } from '../../bench/parse/read-case.ts';
import type { Summary } from '../../bench/parse/tally.ts';

const DOCUMENT = `<rss version="2.0"><channel><title>Feed</title><link>https://x.example/</link><item><title>R&amp;D</title><link>/1</link><pubDate>Mon, 06 Oct 2025 08:09:10 GMT</pubDate>
<author>jo@x.example (Jo)</author><category>a</category><category>b</category><description>&lt;p&gt;One  two&lt;/p&gt;</description><enclosure url="e.mp3" type="audio/mpeg" length="5"/></item></channel></rss>`;

/** The fields that are wrong when `expected` is expected of the document above. */
async function wrong(expected: object, isStrict = false): Promise<string[]> {
  const one = { bytes: Buffer.from(DOCUMENT), expected: readExpectation(expected, 'https://x.example/feed') };
  return compare(one.expected, await parseCase(one), { isStrict }).filter(({ isRight }) => !isRight).map(({ field }) => field);
}

/** The fields that are wrong when `expected` is expected of one RSS item of that content. */
async function wrongOf(item: string, expected: object, isStrict = false): Promise<string[]> {
  const one = { bytes: Buffer.from(`<rss version="2.0"><channel><title>F</title><link>https://x.example/</link><item>${item}</item></channel></rss>`), expected: readExpectation({ items: [expected] }, 'https://x.example/feed') };
  return compare(one.expected, await parseCase(one), { isStrict }).filter(({ isRight }) => !isRight).map(({ field }) => field);
}

describe('an expected document', () => {
  it.each([
    ['nothing', {}],
    ['dates of either kind', { items: [{ published: '2025-10-06T10:09:10+02:00', updated: 1_759_738_150_000 }] }],
    ['people of either kind', { items: [{ authors: [{ name: 'Jo' }] }] }],
    ['one author as written', { items: [{ author: 'jo@x.example (Jo)' }] }],
    ['categories of either kind, in any order', { items: [{ categories: ['b', { term: 'a' }] }] }],
    ['relative addresses', { items: [{ link: 'https://x.example/1' }] }],
    ['content as text', { items: [{ content: 'One two' }] }],
    ['content as HTML', { items: [{ contentHtml: '<p>One two</p>' }] }],
    ['the only text as summary', { items: [{ summary: '<p>One two</p>' }] }],
    ['some fields of enclosures', { items: [{ enclosures: [{ url: 'e.mp3' }] }] }],
    ['items by place', { items: { 0: { title: 'R&D' } } }],
    ['a feed in its own object', { feed: { title: 'Feed', link: 'https://x.example' }, entries: [null] }],
  ])('may hold %s', async (_, expected) => {
    expect(await wrong(expected)).toEqual([]);
  });

  it.each([
    [{ title: 'Other' }, ['feed title']],
    [{ itemCount: 2, items: [{ title: 'R' }] }, ['items', 'title']],
    [{ items: [] }, ['items']],
    [{ items: [{ published: '2025-10-06T08:09:12Z', authors: ['Bo'], categories: ['a'], enclosures: [{ url: 'e.mp3', length: 6 }], content: 'One', contentHtml: '<b>One two</b>', link: '/2', id: 'x' }] }, ['link', 'id', 'published', 'authors', 'content', 'content html', 'enclosures', 'categories']],
    [{ items: [{ title: null, published: null }] }, ['title', 'published']],
    [{ items: [null, { title: 'missing' }] }, ['items', 'title']],
    [{ error: true }, ['refused']],
  ])('tells what is wrong: %j', async (expected, fields) => {
    expect(await wrong(expected)).toEqual(fields);
  });

  it.each([
    ['a title from the text', '<description>Neodymium rose</description>', { title: 'Neodymium rose' }],
    ['a title from the address', '<link>/ore</link>', { title: 'x.example/ore' }],
    ['a picture from the body', '<title>t</title><description>&lt;img src="/o.png"&gt;</description>', { image: 'https://x.example/o.png' }],
    ['an author with markup', '<author>Jo</author>', { authors: ['<p>Jo</p>'] }],
    ['a category with markup that is escaped', '<title>t</title><category>Ore</category>', { categories: ['&lt;b&gt;Ore&lt;/b&gt;'] }],
    ['an item that says nothing', '<comments>https://x.example/c</comments>', {}],
  ])('may hold %s, which other parsers make up or leave, but not when strict', async (_, item, expected) => {
    expect(await wrongOf(item, expected)).toEqual([]);
    expect((await wrongOf(item, expected, true)).length).toBe(1);
  });

  it.each([
    ['a title where there is to be none', '<description>Ore</description>', { title: 'Other' }, ['title']],
    ['markup that a reader would see', '<title>t</title><author>&lt;x&gt;Jo&lt;/x&gt;</author>', { authors: ['Jo'] }, ['authors']],
    ['an item that says something, of which much is expected', '<comments>c</comments>', { title: 't' }, ['items', 'title']],
  ])('tells of %s', async (_, item, expected, fields) => {
    expect(await wrongOf(item, expected)).toEqual(fields);
  });

  it('finds no title made up where none is expected', async () => {
    expect(await wrongOf('<description>Ore</description>', { title: null })).toEqual([]);
  });

  it('allows less when strict', async () => {
    expect(await wrong({ items: [{ updated: '2025-10-06T08:09:10Z', summary: 'One two', enclosures: [] }] }, true)).toEqual(['updated', 'summary', 'enclosures']);
  });
});

const run = (...args: string[]) => promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../bench/parse/run.ts'), ...args]);

const read = (expect: string, more = '') => feedparserExpectation(Buffer.from(`<?xml version="1.0"?>\n<!--\nDescription: x\n${more}Expect:      ${expect}\n-->\n<rss/>`), 'wellformed/x.xml');

/** The fields that are wrong in a feed of one item that holds `inside`, of which `condition` is expected. */
async function wrongIn(inside: string, condition: string, header = ''): Promise<string[]> {
  const bytes = Buffer.from(`<!--\n${header}Expect: ${condition}\n--><feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`);
  const one = feedparserExpectation(bytes, 'x.xml');
  if (one === null) throw new Error('nothing is expected');
  return compare(one.expected, await parseCase({ bytes, expected: one.expected })).filter(({ isRight }) => !isRight).map(({ field }) => field);
}

describe('python-feedparser’s own files', () => {
  it('say what they expect', () => {
    const found = read(`not bozo and feed['title'] == u'A \\u2191 and b' and entries[0]['link'] == 'http://127.0.0.1:8097/r' and entries[0].published_parsed == (2003, 12, 31, 10, 14, 55, 2, 365, 0) and entries[0]['tags'][1]['term'] == "t's" and entries[0]['enclosures'][0]['length'] == '12' and entries[0]['enclosures'][0]['href'] == 'u' and entries[1]['author'] == 'Jo (jo@x.example)' and len(entries) == 2 and entries[0]['content'][0]['value'] == '<b>x</b>' and encoding == 'utf-8'`, 'Header: Content-type: text/xml; charset=gbk\n');
    expect(found?.ignored).toBe(1);
    expect(found?.expected).toMatchObject({ title: 'A ↑ and b', itemCount: 2, contentType: 'text/xml; charset=gbk', url: 'http://127.0.0.1:8097/wellformed/x.xml' });
    expect(found?.expected.items.get(0)).toEqual({ link: 'http://127.0.0.1:8097/r', published: Date.UTC(2003, 11, 31, 10, 14, 55), someCategories: [["t's"]], enclosures: [{ url: 'u', bytes: 12 }], content: '<b>x</b>' });
    expect(found?.expected.items.get(1)).toEqual({ authors: ['Jo (jo@x.example)'] });
  });

  it('knows paths that are written with dots, also of names that begin with a u', () => {
    const found = read("entries[0].enclosures[0].url == 'u.mp3' and entries[0].updated_parsed == (2003, 12, 31, 10, 14, 55, 2, 365, 0)");
    expect(found).toMatchObject({ ignored: 0 });
    expect(found?.expected.items.get(0)).toEqual({ enclosures: [{ url: 'u.mp3' }], updated: Date.UTC(2003, 11, 31, 10, 14, 55) });
  });

  it('say it of several values at once, of links and in words', () => {
    const found = read(`entries[0]['title'] == entries[1]['title'] == 'T' and (entries[0]['authors'][0]['name'] == 'Jo') and (entries[0]['authors'][1]['name'] == 'Mei') and entries[0]['links'][0] == {'rel': 'alternate', 'href': 'http://x.example/1'} and entries[1]['enclosures'][0] == {'href': 'a.mp3', 'length': '3'} and entries[0]['updated'] == 'Thu, 01 Jan 2004 19:48:21 GMT' and ord(entries[1]['description']) == 8230 and not entries[1].has_key('link') and version == 'atom10' and feed['links'][0]['href'] == 'http://x.example/' and feed['rights'] == 'mine'`);
    expect(found).toMatchObject({ ignored: 1, expected: { kind: 'atom', link: 'http://x.example/' } });
    expect(found?.expected.items.get(0)).toEqual({ title: 'T', authors: ['Jo', 'Mei'], link: 'http://x.example/1', updated: Date.UTC(2004, 0, 1, 19, 48, 21) });
    expect(found?.expected.items.get(1)).toEqual({ title: 'T', enclosures: [{ url: 'a.mp3', bytes: 3 }], summary: '…', link: null });
  });

  it.each([
    ['where the links of a text lead', '<content type="html" xml:base="http://b.example/a/">&lt;a href="1"&gt;x&lt;/a&gt;</content>', `entries[0]['content'][0]['value'] == '<a href="http://b.example/a/1">x</a>'`, `entries[0]['content'][0]['value'] == '<a href="http://b.example/1">x</a>'`, 'base'],
    ['the base itself', '<summary xml:base="http://b.example/a/">x</summary>', `entries[0]['summary_detail']['base'] == 'http://b.example/a/'`, `entries[0]['summary_detail']['base'] == 'http://b.example/'`, 'base'],
    ['the language of a text', '<title xml:lang="fr">t</title><content xml:lang="de">x</content>', `entries[0]['content'][0]['language'] == 'de' and entries[0]['title_detail']['language'] == 'fr'`, `entries[0]['content'][0]['language'] == 'fr'`, 'language'],
    ['the language of a title alone', '<title xml:lang="fr">t</title>', `entries[0]['title_detail']['language'] == 'fr'`, `entries[0]['title_detail']['language'] == 'de'`, 'language'],
    ['a category by its label', '<category term="dy" label="Dysprosium"/>', `entries[0]['tags'][0]['term'] == 'dy'`, `entries[0]['tags'][0]['term'] == 'tb'`, 'categories'],
    ['the brackets of either HTML', '<title>\u27e8</title>', `entries[0]['title'] == '\\u2329'`, `entries[0]['title'] == '\\u232a'`, 'title'],
  ])('compare %s', async (_, inside, right, other, field) => {
    expect(await wrongIn(inside, right)).toEqual([]);
    expect(await wrongIn(inside, other)).toEqual([field]);
  });

  it('compare the language of an answer, as far as it counts', async () => {
    const condition = `entries[0]['language'] == 'de'`;
    expect(await wrongIn('<title>Ein Titel</title>', condition, 'Header: Content-Language: de\n')).toEqual([]);
    expect(await wrongIn('<title>稀土价格上涨</title>', condition, 'Header: Content-Language: de\n')).toEqual(['language']);
  });

  it('come from where they say, unless that is no place', () => {
    expect(read("feed['link'] == 'x'", 'Header: Content-Location: http://l.example/f\n')?.expected.url).toBe('http://l.example/f');
    expect(read("feed['link'] == 'x'", "Header: Content-Location: javascript:alert('x');\n")?.expected.url).toBe('http://127.0.0.1:8097/wellformed/x.xml');
  });

  it('or nothing', () => {
    expect(feedparserExpectation(Buffer.from('<rss/>'), 'x')).toBeNull();
  });

  it.each([
    ["u'a\\'b\\n\\xe9\\U0001F9F2'", "a'b\né🧲"],
    ["'a' 'b'", 'ab'],
    ['(1, -2, None, True,)', [1, -2, null, true]],
    ["'''x'y'''", "x'y"],
    ['[]', []],
    ["{'a': 'x', 'b': [1]}", { a: 'x', b: [1] }],
    ['f(x)', undefined],
    ["'open", undefined],
  ])('write values as Python does: %s', (source, value) => {
    expect(readPythonLiteral(source)).toEqual(value);
  });
});

describe('the command', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-parse-'));
    await mkdir(join(folder, 'deep/er'), { recursive: true });
    await writeFile(join(folder, 'deep/er/one.rss'), DOCUMENT);
    await writeFile(join(folder, 'deep/er/one.expected.json'), JSON.stringify({ title: 'Feed', items: [{ title: 'wrong' }] }));
    await writeFile(join(folder, 'two.xml'), `<!--\nExpect: not bozo and entries[0]['title'] == u'R&D'\n-->${DOCUMENT}`);
    await writeFile(join(folder, 'three.xml'), DOCUMENT);
    await writeFile(join(folder, 'bad.xml'), DOCUMENT);
    await writeFile(join(folder, 'bad.expected.json'), '{');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('counts by field and by encoding, and lists what failed', async () => {
    const summary = JSON.parse((await run(folder, '--json')).stdout) as Summary;
    expect(summary).toMatchObject({ documents: 2, wholly: 1, fields: { title: { right: 1, all: 2 }, 'feed title': { right: 1, all: 1 }, items: { right: 1, all: 1 } }, encodings: { 'utf-8': { right: 3, all: 4 } }, skipped: ['three.xml'] });
    expect(summary.unreadable.map(({ document }) => document)).toEqual(['bad.xml']);
    expect(summary.failures.map(({ document, field }) => [document, field])).toEqual([['deep/er/one.rss', 'title']]);
    expect((await run(folder, '--failures')).stdout).toContain('expected "wrong"\n    found    "R&D"');
  });
});
