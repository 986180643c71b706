import { createHash } from 'node:crypto';
import { Parser as XmlParser } from 'htmlparser2';
import { parse as parseYaml } from 'yaml';
import { expect, test } from 'vitest';
import { articleTree } from '../../../electron/core/transfer/html-tree.ts';
import { exported, fullArticle, IMAGE_KEY, PNG, temporaryFolder, unzip } from './articles.ts';

const text = (entry: { bytes: Buffer } | undefined) => entry?.bytes.toString() ?? '';

test('Markdown: the front matter says all that is known, the text keeps its headings, tables and links, images lie beside it', async () => {
  const article = fullArticle(temporaryFolder());
  const { bytes, extension } = await exported('markdown', [article]);
  expect(extension).toBe('zip');
  const entries = await unzip(bytes);
  expect(entries.map(({ name }) => name)).toEqual(['2026-11-23 Dysprosium up 4 % & {rising} 镝价 _again_ #1 b.md', `images/${IMAGE_KEY}.png`]);
  expect(entries[1]?.bytes).toEqual(PNG);
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text(entries[0])) ?? [];
  expect(parseYaml(front)).toEqual({
    title: article.title, outlet: article.outlet, authors: article.authors, url: article.url,
    published: '2026-11-23T12:00:00.000Z', retrieved: '2026-11-23T13:00:00.000Z', saved: '2026-11-23T14:00:00.000Z',
    lang: 'en', tags: article.tags, topics: article.topics, note: article.note, sha256: article.sha256,
    highlights: [{ quote: 'It rose, and *stayed*.', note: 'key', at: '2026-11-23T15:00:00.000Z' }, { quote: 'Oxide 氧化镝', at: '2026-11-23T16:00:00.000Z' }],
  });
  expect(body).toContain('It rose, and \\*stayed\\*. See [this](https://metals.example/b?c=1\\&d=2).');
  expect(body).toMatch(/^## Oxide <氧化镝>$/m);
  expect(body).toContain(`![A chart](images/${IMAGE_KEY}.png)`);
  expect(body).toContain('\\[lost]');
  expect(body).toMatch(/^\| Dy +\| 1\\\|2 +\|$/m);
});

test('Markdown of one article without images is one file; of several with one title, each has a name of its own', async () => {
  const plain = fullArticle(temporaryFolder(), { images: [] });
  expect((await exported('markdown', [plain])).extension).toBe('md');
  const entries = await unzip((await exported('markdown', [plain, plain, { ...plain, title: '../../etc/passwd\u0000' }])).bytes);
  expect(entries.map(({ name }) => name)).toEqual([expect.stringMatching(/b\.md$/), expect.stringMatching(/b 2\.md$/), '2026-11-23 etc passwd.md']);
});

test('HTML: needs nothing else, lets nothing run, and shows whose it is', async () => {
  const page = (await exported('html', [fullArticle(temporaryFolder(), { title: '<script>alert(1)</script>' })])).bytes.toString();
  expect(page).toContain(`src="data:image/png;base64,${PNG.toString('base64')}"`);
  expect(page).not.toMatch(/src="(?!data:)/);
  expect(page).not.toContain('<script');
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  expect(policy).toContain(`default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  for (const said of ['Lin Wei, Ana {Sørensen}, Oxide &amp; Alloy', 'href="https://metals.example/a?x=1&amp;y=%7B2%7D"', '2026-11-23T12:00:00.000Z', '2026-11-23T13:00:00.000Z', 'prices, 重稀土', 'Second paragraph', 'It rose, and *stayed*.']) expect(page).toContain(said);
});

test('several articles as HTML are a zip with a page that leads to each', async () => {
  const article = fullArticle(temporaryFolder());
  const entries = await unzip((await exported('html', [article, article])).bytes);
  const index = text(entries.find(({ name }) => name === 'index.html'));
  const linked = [...index.matchAll(/href="([^"]+)"/g)].map(([, href]) => decodeURIComponent(href ?? ''));
  expect(linked).toEqual(entries.slice(0, 2).map(({ name }) => name));
});

test('EPUB: the type first, stored and bare; every file listed, every page well-formed, each chapter in its language', async () => {
  const folder = temporaryFolder();
  const entries = await unzip((await exported('epub', [fullArticle(folder), fullArticle(folder, { title: '镝 & <b>', lang: 'zh', html: '' }), fullArticle(folder, { lang: 'zh' })])).bytes);
  expect(entries[0]).toMatchObject({ name: 'mimetype', stored: true, extra: 0 });
  expect(text(entries[0])).toBe('application/epub+zip');
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  expect(text(named.get('META-INF/container.xml'))).toContain('full-path="EPUB/package.opf"');
  const opf = text(named.get('EPUB/package.opf'));
  const listed = [...opf.matchAll(/href="([^"]+)"/g)].map(([, href]) => `EPUB/${href}`);
  expect(listed.sort()).toEqual([...named.keys()].filter((name) => name.startsWith('EPUB/') && name !== 'EPUB/package.opf').sort());
  expect(opf).toContain('<dc:language>zh</dc:language>');
  expect(opf.match(/<itemref /g)).toHaveLength(3);
  expect(text(named.get('EPUB/nav.xhtml')).match(/<li>/g)).toHaveLength(3);
  const chapter = text(named.get('EPUB/article-1.xhtml'));
  expect(chapter).toContain('lang="en" xml:lang="en"');
  expect(chapter).toContain(`<img src="images/${IMAGE_KEY}.png" alt="A chart" />`);
  expect(chapter).toContain('reversed=""');
  expect([...named].filter(([name]) => /\.(xhtml|opf|xml)$/.test(name)).flatMap(([name, entry]) => misnested(text(entry)).map((wrong) => `${name}: ${wrong}`))).toEqual([]);
});

/** What an XML parser would refuse: tags that do not nest, attributes without a value, bare ampersands, forbidden characters. */
function misnested(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const parser = new XmlParser({
    onopentagname: (name) => open.push(name),
    onclosetag: (name, implied) => {
      if (open.pop() !== name || implied && !new RegExp(`<${name}[^>]*/>`).test(xml)) wrong.push(name);
    },
  }, { xmlMode: true });
  parser.end(xml);
  wrong.push(...(xml.match(/&(?!amp;|lt;|gt;|quot;|apos;|#x?[0-9a-f]+;)/gi) ?? []));
  // oxlint-disable-next-line no-control-regex
  wrong.push(...(xml.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g) ?? []));
  return wrong;
}

test('EPUB: what a page may write and a book may not is mended', async () => {
  const html = '<ul>x<li>a</li></ul><li>b</li><time datetime="yesterday">c</time><a href="http://a b/">d</a><a href="https://e.example/x|y?[z]">e</a><dl><dd>f</dd></dl><p>g<p>h';
  const entries = await unzip((await exported('epub', [fullArticle(temporaryFolder(), { html, highlights: [], note: '' })])).bytes);
  const chapter = text(entries.find(({ name }) => name === 'EPUB/article-1.xhtml'));
  expect(chapter).toContain('<ul><li>x</li><li>a</li></ul><p>b</p><span>c</span><a>d</a><a href="https://e.example/x%7Cy?%5Bz%5D">e</a><div><p>f</p></div><p>g</p><p>h</p>');
});

test('an image that is not at hand leaves its alternative text', () => {
  expect(articleTree('<p><img src="https://evil.example/x.png" alt="x"><img src="img/nothing"></p>', () => 'y')).toMatchObject({ children: [{ children: [{ type: 'text', value: '[x]' }, { type: 'text', value: '' }] }] });
});
