import { body, heavy, jsonFeed, light, many, MEGABYTE, oneItem, rss, type HostileDocument } from './hostile-document.ts';

const endless = (open: string): string => `${oneItem('').replace('</channel></rss>', '')}${open}${'x'.repeat(5 * MEGABYTE)}`;
/** A depth that is still read. */
const DEEP = 1400;

/** Too deep, too long, too many, never ended. */
export const SHAPE_DOCUMENTS: readonly HostileDocument[] = [
  light('100,000 levels in an item', 'feed-too-complex', () => oneItem('<x>'.repeat(100_000))),
  light('100,000 levels in a body', 'feed-too-complex', () => oneItem(`<description>${'<b>'.repeat(100_000)}`)),
  light('100,000 levels of namespaces', 'feed-too-complex', () => oneItem(many(100_000, (at) => `<x xmlns:p${at}="u">`))),
  light('100,000 items inside each other', 'feed-too-complex', () => rss('<item>'.repeat(100_000))),
  light('100,000 roots inside each other', 'feed-too-complex', () => '<rss><channel>'.repeat(50_000)),
  light('100,000 levels of HTML', 1, () => oneItem(body('<div>'.repeat(100_000)))),
  light('levels that elements hide which end others', 1, () => oneItem(body('<p><li>'.repeat(140_000)))),
  light('levels that end tags hide which end nothing', 1, () => oneItem(body('<b></x>'.repeat(140_000)))),
  light('levels of tables', 1, () => oneItem(body('<table><tr><td>'.repeat(60_000)))),
  light('levels of SVG, forms and templates', 1, () => oneItem(body('<svg><form><template><math>'.repeat(30_000)))),
  light('end tags without beginnings, deep down', 1, () => oneItem('<x>'.repeat(DEEP) + '</z>'.repeat(200_000))),
  light('many elements, deep down', 1, () => oneItem('<x>'.repeat(DEEP) + '<y/>'.repeat(200_000))),
  light('many prefixes, and many elements that declare one more', 1, () => rss(`<item ${many(20_000, (at) => `xmlns:p${at}="u"`, ' ')}><title>a</title>${'<x xmlns:q="v"/>'.repeat(50_000)}</item>`)),
  light('one attribute of 5 MB', 1, () => oneItem(`<x b="${'y'.repeat(5 * MEGABYTE)}"/>`)),
  light('3.7 million attributes in one element', 1, () => oneItem(`<x ${'b="" '.repeat(3_700_000)}/>`)),
  light('200,000 attributes of different names', 1, () => oneItem(`<x ${many(200_000, (at) => `b${at}=""`, ' ')}/>`)),
  light('an element name of 5 MB', 1, () => oneItem(`<${'n'.repeat(5 * MEGABYTE)}>1</n>`)),
  light('an attribute that never ends', 1, () => endless('<item a="')),
  light('a CDATA section that never ends', 1, () => endless('<item><description><![CDATA[')),
  light('a comment that never ends', 1, () => endless('<!--')),
  light('an element name that never ends', 1, () => endless('<')),
  light('an instruction that never ends', 1, () => endless('<?')),
  light('a declaration that never ends', 1, () => endless('<!DOCTYPE ')),
  light('an attribute that never ends, and nothing before it', 'malformed-feed', () => `<rss a="${'x'.repeat(MEGABYTE)}`.replace('<rss', '<rss><channel')),
  light('300,000 items', 5000, () => rss('<item><title>a</title></item>'.repeat(300_000))),
  light('300,000 empty items', 0, () => rss('<item/>'.repeat(300_000))),
  light('300,000 JSON items', 5000, () => jsonFeed(many(300_000, () => '{"id":"1"}', ','))),
  light('a body of 19 MB', 1, () => oneItem(body('word '.repeat(3_800_000)))),
  light('50 MB', 'body-too-large', () => rss('<item><title>a</title></item>'.repeat(1_725_000))),
  heavy('4,000 items of 19 MB', 4000, () => rss(many(4000, (at) => `<item><title>${at}</title><guid>${at}</guid><description>${'&lt;b&gt;w&lt;/b&gt; '.repeat(230)}&lt;x-y&gt;</description></item>`))),
  heavy('19 MB of end tags without beginnings', 1, () => oneItem('<x>'.repeat(DEEP) + '</z>'.repeat(4 * MEGABYTE))),
  heavy('19 MB of elements, deep down', 1, () => oneItem('<x>'.repeat(DEEP) + '<y/>'.repeat(4 * MEGABYTE))),
  light('100,000 prefixes and 500,000 declarations', 1, () => rss(`<item ${many(100_000, (at) => `xmlns:p${at}="u"`, ' ')}><title>a</title>${'<x xmlns:q="v"/>'.repeat(500_000)}</item>`)),
  heavy('900,000 attributes of different names', 1, () => oneItem(`<x ${many(900_000, (at) => `b${at}=""`, ' ')}/>`)),
  heavy('9 million levels of JSON', [1, 'malformed-feed', 'feed-too-complex'], () => jsonFeed(`{"id":"1","x":${'['.repeat(9 * MEGABYTE)}${']'.repeat(9 * MEGABYTE)}}`)),
];
