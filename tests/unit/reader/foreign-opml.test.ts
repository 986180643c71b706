import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeOpml } from '../../../renderer/transfer/decode-opml.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';
import { libraryTree } from './library-tree.ts';

/** What each well-known reader writes, in our own words, and the tree that comes of it. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  feedly: [
    'Magnets > Magnet Ledger https://ledger.example/rss?a=1&b=2',
    'Magnets > Sintered & bonded http://sintered.example/feed/',
    'Must read > 氧化物日报 https://oxide.example/atom.xml',
  ],
  inoreader: ['Loose one https://loose.example/index.xml', 'Prices / Europe > Spot "A" https://spot.example/rss'],
  netnewswire: ['Heap Leach https://heap.example/feed', 'Mines > Pit & Shaft https://pit.example/feed.json'],
  miniflux: ['All > Customs watch https://customs.example/rss'],
  freshrss: ['稀土 > A list by XPath https://xpath.example/list', '稀土 > Separation https://separation.example/feed'],
  reeder: ['Dysprosium > Heavy https://heavy.example/rss'],
  thunderbird: ['Blogs & News Feeds > Oxides > Oxide notes https://notes.example/rss'],
  newsboat: ['Terminal ores https://term.example/feed', 'nameless.example https://nameless.example/feed'],
  'opml-1': ['Words only, as an outliner writes them > Ytterby http://ytterby.example/index.rdf'],
  'text-only': ['Bare https://bare.example/rss', 'Folded  over lines https://folded.example/rss', 'Lower https://lower.example/rss', 'Shouted https://shouted.example/rss'],
  category: [
    'Metals > Heavy > Terbium https://tb.example/rss',
    'Metals > Light > Cerium https://ce.example/rss',
    'Metals > Light > Neodymium https://nd.example/rss',
    'Nowhere https://none.example/rss',
  ],
  entities: ['&eacute; &unknown; &copyx; &amp; https://escaped.example/rss', 'Café\u00a0Cerium – R&D https://cafe.example/rss?a=1&copy=2&b=3'],
  'junk-around': ['After junk https://junk.example/rss'],
};

let room: ReadingRoom;
beforeEach(() => {
  room = openReadingRoom();
});
afterEach(() => room.close());

const bytesOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/opml', `${name}.opml`));

/** What comes out is, taken in by another library and written again, the same. */
async function expectSameAgain(from: ReadingRoom): Promise<string> {
  const { opml } = await from.api.exportOpml({});
  const other = openReadingRoom();
  try {
    await other.api.importOpml({ opml });
    expect(await libraryTree(other)).toEqual(await libraryTree(from));
    expect((await other.api.exportOpml({})).opml.replace(/<dateCreated>.*/, '')).toBe(opml.replace(/<dateCreated>.*/, ''));
  } finally {
    await other.close();
  }
  return opml;
}

describe('a list from', () => {
  test.each(Object.entries(LISTS))('%s comes in as it was meant, and out again the same', async (name, tree) => {
    const opml = decodeOpml(bytesOf(name));
    const summary = await room.api.previewOpml({ opml });
    expect(await room.api.importOpml({ opml })).toEqual(summary);
    expect(await libraryTree(room)).toEqual(tree);
    await expectSameAgain(room);
  });

  test.each([
    ['UTF-8 with a mark', 'utf-8', true],
    ['UTF-16 with a mark', 'utf-16le', true],
    ['UTF-16 of the other order, without one', 'utf-16be', false],
    ['GBK', 'gbk', false],
  ])('a reader that writes %s', async (_, encoding, addBOM) => {
    const text = bytesOf('freshrss').toString('utf8').replace('encoding="UTF-8"', `encoding="${encoding.replace(/[lb]e$/, '')}"`);
    await room.api.importOpml({ opml: decodeOpml(iconv.encode(text, encoding, { addBOM })) });
    expect(await libraryTree(room)).toEqual(LISTS['freshrss']);
  });

  test.each([
    ['freshrss', ['frss:priority="important"', 'xmlns:frss="https://freshrss.org/opml"', 'type="HTML+XPath"', "frss:xPathItem=\"//div[@class='row']\""]],
    ['miniflux', ['scraperRules="article &gt; p"', 'rewriteRules="add_dynamic_image"', 'crawler="true"', 'description="Export permits"']],
    ['thunderbird', ['fz:quickMode="true"', 'fz:options="{&quot;version&quot;:2,', 'version="RSS"']],
    ['category', ['category="/Metals/Light,Favourites"']],
  ])('%s keeps what only that reader understands', async (name, kept) => {
    await room.api.importOpml({ opml: decodeOpml(bytesOf(name)) });
    const written = (await room.api.exportOpml({})).opml;
    for (const one of kept) expect(written).toContain(one);
  });
});

test('a source that was taken out of its category stays out of it', async () => {
  await room.api.importOpml({ opml: decodeOpml(bytesOf('category')) });
  const { feeds, folders } = await room.api.listFeeds({});
  for (const { id } of feeds) await room.api.moveFeed({ feedId: id, folderId: null });
  for (const { id } of folders) await room.api.deleteFolder({ folderId: id });
  expect(await expectSameAgain(room)).toContain('mz:folder="none"');
});

test('a title of every odd character comes through', async () => {
  const odd = `tab\tquote" apos' amp& lt< gt> cdata]]> &amp; &#10; 稀土 🧲 \u200f\u00a0é e\u0301 ﬁ \u2028 %20 \\ {{x}}`;
  await room.api.createFolder({ title: odd });
  const folderId = (await room.api.listFeeds({})).folders[0]?.id ?? null;
  await room.api.importOpml({ opml: '<opml><body><outline text="x" xmlUrl="https://odd.example/rss"/></body></opml>' });
  const feedId = (await room.api.listFeeds({})).feeds[0]?.id ?? 0;
  await room.api.renameFeed({ feedId, title: odd });
  await room.api.moveFeed({ feedId, folderId });
  expect(await libraryTree(room)).toEqual([`${odd} > ${odd} https://odd.example/rss`]);
  await expectSameAgain(room);
});
