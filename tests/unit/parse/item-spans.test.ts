import { describe, expect, it } from 'vitest';
import { findItemSpans, withoutSpans } from '../../../electron/core/parse/item-spans.ts';
import { atom, rss } from './parse.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text);

/** The items of a document as text, or null where it must be read whole. */
function itemsOf(text: string): string[] | null {
  const bytes = bytesOf(text);
  return findItemSpans(bytes)?.spans.map(({ start, end }) => bytes.toString('utf8', start, end)) ?? null;
}

describe('finds the items of', () => {
  const a = '<item><title>稀土</title><description><![CDATA[</item><item> ]] > <b>]]></description></item>';
  const b = '<item rdf:about="x>y"\n ><!-- <item> --><title>b</title><enclosure url="u"/></item >';

  it('RSS, by bytes, whatever CDATA, comments and attributes hold', () => {
    expect(itemsOf(rss(`${a}\n\n${b}`))).toEqual([a, b]);
  });

  it('RSS 1.0, outside the channel', () => {
    const text = `\uFEFF<?xml version="1.0"?>\n<!-- x --><!DOCTYPE rdf:RDF PUBLIC "a" "b"><rdf:RDF xmlns:rdf="r"><channel><title>c</title><items><rdf:Seq/></items></channel>${a}${b}</rdf:RDF>\n`;
    expect(itemsOf(text)).toEqual([a, b]);
  });

  it('texts, tags and blanks of any length', () => {
    const name = 'n'.repeat(60);
    const items = [0, 1, 60, 61, 62, 63, 64, 65, 66, 127, 128, 129, 500].map((length) => `<item><${name} a="${'v'.repeat(length)}">${'t'.repeat(length)}</${name}${' '.repeat(length % 9)}></item>`);
    expect(itemsOf(rss(items.join('\n')))).toEqual(items);
  });

  it('Atom, with and without prefixes, and XHTML within', () => {
    const entry = '<a:entry><a:content type="xhtml"><div><p>x<br/></p></div></a:content></a:entry>';
    expect(itemsOf(`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>t</a:title>${entry}</a:feed>`)).toEqual([entry]);
    expect(itemsOf(atom('<entry><id>1</id></entry><entry/>'))).toEqual(['<entry><id>1</id></entry>', '<entry/>']);
  });
});

it('tells the tags around the items, which say what they mean', () => {
  expect(findItemSpans(bytesOf('<rss a="1"><x:channel xml:base="b"><item/></x:channel></rss>'))?.frame).toBe('<rss a="1"><x:channel xml:base="b">');
  expect(findItemSpans(bytesOf('<rdf:RDF><channel lang="x"></channel><item/></rdf:RDF>'))?.frame).toBe('<rdf:RDF>');
});

it.each([
  ['nothing', ''],
  ['JSON', '{"items": []}'],
  ['no items', rss('')],
  ['junk before the root', `warning ${rss('<item/>')}`],
  ['entities of its own', `<!DOCTYPE rss [<!ENTITY x "y">]>${rss('<item/>').slice(21)}`],
  ['an instruction within', rss('<item><?php echo ?></item>')],
  ['nested items', rss('<item><item/></item>')],
  ['items at two depths', '<rss><channel><item/></channel><item/></rss>'],
  ['an item further down', rss('<x><item/></x>')],
  ['crossed elements', rss('<item><a><b></a></b></item>')],
  ['an element that is not closed', rss('<item><title>x</item>')],
  ['an end that begins as what is open', rss('<item><a></ab></item>')],
  ['an end that what is open begins as', rss('<item><ab></a></item>')],
  ['an end that is cut off', rss('<item></item>').slice(0, -1)],
  ['another case at the end', rss('<item></Item>')],
  ['a bare angle', rss('<item>a < b</item>')],
  ['an attribute without quotes', rss('<item><a href=x></a></item>')],
  ['an end tag with attributes', rss('<item></item a="b">')],
  ['CDATA without end', rss('<item><![CDATA[</item>')],
  ['an odd comment', rss('<item><!-- -- --></item>')],
  ['a comment that ends at once', rss('<item><!--></item>')],
  ['a second root', `${rss('<item/>')}<rss></rss>`],
  ['a missing end', rss('<item/>').slice(0, -6)],
  ['great depth', rss(`<item>${'<x>'.repeat(100)}${'</x>'.repeat(100)}</item>`)],
  ['a flood', rss('<item/>'.repeat(5001))],
])('leaves to the parser a document with %s', (_, text) => {
  expect(itemsOf(text)).toBeNull();
});

it('takes time linear in the document', () => {
  const started = performance.now();
  for (const hostile of [`<a${' '.repeat(1_000_000)}`, '<a b="'.repeat(200_000), `<a ${'b="" '.repeat(200_000)}<`, '<!--'.repeat(200_000), '<![CDATA['.repeat(100_000), `<rss>${'<x>'.repeat(300_000)}`]) findItemSpans(bytesOf(hostile));
  expect(performance.now() - started).toBeLessThan(2000);
});

it('cuts items out and leaves the rest byte for byte', () => {
  const text = rss('<item>稀</item> 土 <item>b</item>');
  const found = findItemSpans(bytesOf(text));
  expect(Buffer.from(withoutSpans(bytesOf(text), found?.spans.slice(0, 1) ?? [])).toString()).toBe(text.replace('<item>稀</item>', ''));
});
