import { describe, expect, it } from 'vitest';
import { atom, codeOf, feedOf, rss } from './parse.ts';

const titles = async (text: string) => (await feedOf(text)).items.map(({ title }) => title);

/** How long a document of a few megabytes may take on a slow, busy machine. */
const SOON = 10_000;

async function soon<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  expect(performance.now() - started).toBeLessThan(SOON);
  return result;
}

describe('behaviour 12: broken XML', () => {
  it.each([
    ['junk before the declaration', `\n<b>Warning</b>: something on line 3<br />\n${rss('<item><title>a</title></item>')}`],
    ['a byte order mark inside', `\uFEFF ${rss('<item><title>a</title></item>')}`],
    ['junk behind the root', `${rss('<item><title>a</title></item>')}<!-- cached --><script>x</script>`],
    ['a bare ampersand', rss('<item><title>a</title><link>/x?b=1&c=2</link></item>')],
    ['an unclosed title', rss('<item><title>a<link>x</link></item>')],
    ['an unclosed description', rss('<item><title>a</title><description>words<guid>1</guid></item>')],
    ['an unclosed item', rss('<item><title>a</title><link>x</link>')],
    ['an unclosed link element', atom('<entry><title>a</title><link href="x"><id>1</id></entry>')],
    ['crossed elements', rss('<item><title>a</title><description><b><i>x</b></i></description></item>')],
    ['an attribute without quotes', rss('<item><title>a</title><guid isPermaLink=false>1</guid></item>')],
    ['an undefined entity', rss('<item><title>a&undefined;</title></item>').replace('&undefined;', '')],
    ['a comment that looks like one', rss('<!-- <item><title>no</title></item> --><item><title>a</title></item>')],
    ['control characters between elements', rss('\u0000\u000B<item>\u0001<title>a</title></item>\u001F')],
    ['an element without a name', rss('<item><><title>a</title></ ></item>')],
  ])('%s', async (_, text) => {
    expect(await titles(text)).toEqual(['a']);
  });

  it('a truncated document gives the items that are whole, and the last as far as it can be known again', async () => {
    const whole = rss('<item><title>a</title><link>1</link></item><item><title>b</title><link>2</link><description>half of a te');
    expect(await titles(whole.slice(0, whole.indexOf('half') + 8))).toEqual(['a', 'b']);
    const cut = await feedOf(whole.slice(0, whole.indexOf('<title>b') + 3));
    expect(cut.items.map(({ title }) => title)).toEqual(['a']);
    expect(cut.lost).toBe(1);
    for (let end = whole.indexOf('<channel'); end < whole.length; end += 7) await feedOf(whole.slice(0, end));
  });

  it('an unclosed item costs none of the others', async () => {
    expect(await titles(rss('<item><title>a</title><item><title>b</title></item><item><title>c</title>'))).toEqual(['a', 'b', 'c']);
  });

  it('an item with nothing in it costs itself only', async () => {
    const feed = await feedOf(rss('<item/><item><title>b</title></item><item></item>'));
    expect(feed.items).toHaveLength(1);
    expect(feed.lost).toBe(2);
  });

  it('replaces entities that the document declares, and only plain ones', async () => {
    const declared = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY nd "neodymium"><!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY twice "&nd;&nd;">]>${rss('<item><title>&nd; &file; &twice;</title></item>').slice(21)}`;
    expect(await titles(declared)).toEqual(['neodymium &file; &twice;']);
  });
});

describe('behaviour 10: a hostile document', () => {
  it('an entity bomb expands to nothing', async () => {
    const levels = Array.from({ length: 20 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('');
    const bomb = `<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}]>${rss('<item><title>&l20;</title><description>&l20;</description></item>').slice(21)}`;
    const feed = await soon(() => feedOf(bomb));
    expect(JSON.stringify(feed).length).toBeLessThan(1000);
    const wide = `<!DOCTYPE rss [<!ENTITY w "${'w'.repeat(500)}">]>${rss(`<item><title>t</title><description>${'&w;'.repeat(500_000)}</description></item>`).slice(21)}`;
    expect(JSON.stringify(await soon(() => feedOf(wide))).length).toBeLessThan(3_000_000);
  });

  it('20,000 levels deep is refused, 1,000 are not', async () => {
    expect(await soon(() => codeOf(rss(`<item><title>a</title><description>${'<b>'.repeat(20_000)}x${'</b>'.repeat(20_000)}</description></item>`)))).toBe('feed-too-complex');
    expect(await soon(() => codeOf(rss(`<item><title>a</title>${'<x>'.repeat(1_000_000)}</item>`)))).toBe('feed-too-complex');
    expect(await titles(rss(`<item><title>a</title><description>${'<b>'.repeat(1000)}x${'</b>'.repeat(1000)}</description></item>`))).toEqual(['a']);
  });

  it('one giant attribute, name, comment or text costs itself only', async () => {
    const giant = 'x'.repeat(5_000_000);
    expect(await soon(() => titles(rss(`<item><title>a</title><enclosure url="${giant}"/><guid isPermaLink="${giant}">1</guid></item>`)))).toEqual(['a']);
    expect(await soon(() => titles(rss(`<item><title>a</title><${giant}>1</${giant}></item>`)))).toEqual(['a']);
    expect(await soon(() => titles(rss(`<!--${giant}--><item><title>a</title></item>`)))).toEqual(['a']);
    const [item] = (await soon(() => feedOf(rss(`<item><title>${giant}</title><description>${giant}</description></item>`)))).items;
    expect(item?.title?.length).toBe(2000);
    expect(item?.html?.length).toBe(1_000_000);
  });

  it.each([
    ['angle brackets', '<'],
    ['closing ones', '>'],
    ['ampersands', '&'],
    ['open comments', '<!--'],
    ['open CDATA', '<![CDATA['],
    ['half entities', '&#'],
    ['declarations', '<!ENTITY a "'],
    ['items', '<item>'],
    ['attributes', '<a b="'],
    ['spaces', '   '],
    ['namespaces', '<x xmlns:a="b">'],
    ['escaped brackets', '&lt;'],
  ])('2 MB of %s end soon', async (_, piece) => {
    const flood = piece.repeat(2_000_000 / piece.length);
    const started = performance.now();
    await codeOf(flood);
    await codeOf(rss(`<item><title>a</title><description>${flood}`));
    await codeOf(rss(`<item><title>${flood}</title><content:encoded><![CDATA[${flood}]]></content:encoded></item>`));
    expect(performance.now() - started).toBeLessThan(SOON);
  });

  // Each was put before all others, which moves them: 8 MB of dates took a minute.
  it.each(['pubDate', 'lastBuildDate', 'logo', 'feedburner:origLink'])('300,000 times the same %s of one item and one feed ends soon', async (name) => {
    const flood = `<${name}>x</${name}>`.repeat(300_000);
    expect(await soon(() => codeOf(`<rss><channel><item><title>a</title>${flood}</item></channel></rss>`))).toBe('a feed of 1');
    expect(await soon(() => codeOf(`<rss><channel>${flood}</channel></rss>`))).toBe('a feed of 0');
  });

  it('300,000 items stop at the cap', async () => {
    const feed = await soon(() => feedOf(rss('<item><title>a</title><guid>1</guid></item>'.repeat(300_000))));
    expect(feed.items).toHaveLength(5000);
  });
});

const feedAfter = (doctype: string): string => `<?xml version="1.0"?>\n<!-- it's long -->\n${doctype}\n${rss('<item><title>After &e1; all</title></item>').slice(21)}`;

describe('a DOCTYPE longer than what is looked at for a root', () => {
  const entities = Array.from({ length: 3000 }, (_, n) => `<!ENTITY e${n} "a ]> ' ${n}">`).join('\n');

  it.each([
    ['of entities', `<!DOCTYPE rss [<!-- don't "stop -->${entities}<?keep "on?>]>`],
    ['of spaces, in capitals', `<!doctype RSS PUBLIC "-//x > y//" 'http://x.example/rss.dtd'${' '.repeat(100_000)}>`],
    ['of megabytes', `<!DOCTYPE rss [${entities.repeat(30)}]>`],
  ])('%s is passed over', async (_what, doctype) => {
    expect(doctype.length).toBeGreaterThan(50_000);
    expect(await titles(feedAfter(doctype))).toEqual([expect.stringMatching(/^After .*all$/)]);
  });

  it.each([
    ['has no end', `<!DOCTYPE rss [${entities}`, 'not-a-feed'],
    ['has an open quote', `<!DOCTYPE rss [${entities}<!ENTITY "${'"'.repeat(100_001)}`, 'not-a-feed'],
    ['is nothing but openings', '<!DOCTYPE rss [<!--'.repeat(200_000), 'not-a-feed'],
    ['is of a page', `<!DOCTYPE html PUBLIC "${'x'.repeat(100_000)}"><html><body>no feed</body></html>`, 'no-feed-found'],
  ])('one that %s makes no feed', async (_what, text, code) => {
    expect(await soon(() => codeOf(text))).toBe(code);
  });
});
