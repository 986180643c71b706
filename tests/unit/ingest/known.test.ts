import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inflateBody } from '../../../electron/core/normalize/body.ts';
import { readDocument } from '../../../electron/core/refresh/ingest-document.ts';
import type { DocumentOptions, ReadDocument } from '../../../electron/core/refresh/ingest-document.ts';
import { READING } from '../../../electron/core/refresh/ingest-known.ts';
import { rss } from '../parse/parse.ts';

const URL = 'https://example.org/feed';
const NOW = Date.UTC(2026, 10, 20);

type Read = Extract<ReadDocument, { kind: 'document' }>;

async function read(text: string | Uint8Array, knownItems: string | null = null, more: Partial<DocumentOptions> = {}): Promise<Read> {
  const answer = await readDocument(Buffer.from(text), { contentType: null, feedUrl: URL, finalUrl: URL, modifiedAt: null, knownItems, now: NOW, ...more });
  if (answer.kind !== 'document') throw new Error(answer.code);
  return answer;
}

const outlines = ({ document }: Read): boolean[] => document.articles.map((article) => !('body' in article));
const item = (n: number, more = '') => `<item><guid>${n}</guid><title>Item ${n}</title><link>https://example.org/${n}</link><pubDate>Wed, 0${n} Oct 2024 13:00:00 GMT</pubDate><description><![CDATA[<p>Body ${n}.</p>]]></description>${more}</item>`;
const slashed = (n: number, date: string) => item(n).replace(/<pubDate>.*<\/pubDate>/, `<pubDate>${date}</pubDate>`);

it('reads what is new and remembers what is known, with the names, dates and place that a whole reading gives', async () => {
  const first = await read(rss(item(1) + item(2)));
  const text = rss(item(3) + item(1) + item(2), '<title>Renamed</title>');
  const second = await read(text, first.knownItems);
  const whole = await read(text);
  expect(outlines(first)).toEqual([false, false]);
  expect(outlines(second)).toEqual([false, true, true]);
  expect(second.document.facts.title).toBe('Renamed');
  expect(second.knownItems).toBe(whole.knownItems);
  for (const [at, article] of second.document.articles.entries()) expect(whole.document.articles[at]).toMatchObject(article);
});

it('places an undated item between known neighbours', async () => {
  const undated = item(3).replace(/<pubDate>.*<\/pubDate>/, '');
  const first = await read(rss(item(4) + item(2)));
  const second = await read(rss(item(4) + undated + item(2)), first.knownItems);
  expect(outlines(second)).toEqual([true, false, true]);
  expect(second.document.articles[1]).toMatchObject({ publishedAt: null, placedAt: Date.UTC(2024, 9, 3, 13) });
});

it('an edited item is read, and so is all where an address under the feed may mean another', async () => {
  const first = await read(rss(item(1) + item(2)));
  expect(outlines(await read(rss(item(1, '<category>x</category>') + item(2)), first.knownItems))).toEqual([false, true]);
  expect(outlines(await read(rss(item(1) + item(2), '<link>https://other.example/</link>'), first.knownItems))).toEqual([false, false]);
  expect(outlines(await read(rss(item(1) + item(2)), first.knownItems, { finalUrl: `${URL}/moved` }))).toEqual([false, false]);
  expect(outlines(await read(rss(item(1) + item(2)).replace('<channel>', '<channel xml:base="https://b.example/">'), first.knownItems))).toEqual([false, false]);
  expect(outlines(await read(rss(item(1) + item(2)), first.knownItems?.replace(/"frame":"./, '"frame":"-') ?? null))).toEqual([false, false]);
});

it('an item that shares its guid with a known one takes its name, as in a whole reading', async () => {
  const first = await read(rss(item(1)));
  const second = await read(rss(item(2).replace('<guid>2', '<guid>1') + item(1)), first.knownItems);
  expect(second.document.articles.map(({ keys }) => keys.guid)).toEqual([null, null]);
  expect(outlines(second)).toEqual([false, true]);
});

it('a document that the parser had to mend, or lost an item of, is read whole the next time too', async () => {
  expect((await read(rss(item(1, '<x>\u0001</x>')))).knownItems).toBeNull();
  expect((await read(rss(`${item(1)}<item></item>`))).knownItems).toBeNull();
  expect((await read(rss(item(1)).replace('</channel></rss>', ''))).knownItems).toBeNull();
});

it('a document whose dates tell of each other what comes first is read whole', async () => {
  const first = await read(rss(slashed(1, '04/10/2024')));
  expect(first.document.articles[0]?.publishedAt).toBe(Date.UTC(2024, 3, 10));
  const second = await read(rss(slashed(2, '13/10/2024') + slashed(1, '04/10/2024')), first.knownItems);
  expect(second.document.articles.map(({ publishedAt }) => publishedAt)).toEqual([Date.UTC(2024, 9, 13), Date.UTC(2024, 9, 4)]);
});

it('knows items of other encodings too', async () => {
  const text = `<?xml version="1.0" encoding="iso-8859-1"?>${rss(item(1, '<category>é</category>')).slice(21)}`;
  const bytes = Buffer.from(text, 'latin1');
  const first = await read(bytes);
  expect(outlines(await read(Buffer.from(text.replace('</channel>', `${item(2)}</channel>`), 'latin1'), first.knownItems))).toEqual([true, false]);
});

it('a reading that gives other articles has another number', async () => {
  const html = '<p>A <b>bold</b> &amp; <a href="/x?utm_source=rss">link</a>&nbsp;&quot;q&quot;<br><img src="i.png" width="20" alt="A"></p><script>x</script><table><tr><td colspan=2>1</td></table><ul><li>one<li>two</ul><h1>H</h1><span>s</span><!-- c --><p>5 < 6';
  const text = rss(`${item(1)}<item><title>稀土 &amp;amp; &lt;b&gt;x&lt;/b&gt;</title><link>/a</link><dc:date>2024-10-02</dc:date><description>${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</description><content:encoded><![CDATA[${html.repeat(3)}]]></content:encoded><media:content url="m.jpg" medium="image"/><enclosure url="e.mp3" length="3" type="audio/mpeg"/><category> a  b </category></item>`);
  const { document } = await read(text);
  // What the index reads and how a story is found are made of the rest, with versions of their own.
  const made = document.articles.map((article) => Object.entries('body' in article ? { ...article, body: inflateBody(article.body) } : article)
    .filter(([name]) => name !== 'story' && name !== 'tokens').toSorted(([a], [b]) => (a < b ? -1 : 1)));
  // Another digest means that stored articles would come out otherwise: count READING up and write both here.
  expect([READING, hash('sha256', JSON.stringify(made)).slice(0, 16)]).toEqual([7, '57984d99ce1309b5']);
});
