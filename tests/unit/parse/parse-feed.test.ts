import { describe, expect, it } from 'vitest';
import { atom, atomEntry, codeOf, feedOf, rss, rssItem } from './parse.ts';

describe('RSS', () => {
  it('2.0 gives each field of an item', async () => {
    const feed = await feedOf(
      rss(
        `<item><title>Dysprosium &amp; terbium</title><link>/story?a=1&amp;b=2</link><guid isPermaLink="false">g-1</guid>
        <pubDate>Wed, 02 Oct 2002 13:00:00 GMT</pubDate><description>&lt;p&gt;Short&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>The <b>whole</b> story</p>]]></content:encoded><dc:creator>Ann</dc:creator><author>jo@example.org (Jo Li)</author>
        <category>Heavy</category><category domain="x">Prices</category><enclosure url="a.mp3" length="12" type="audio/mpeg"/><enclosure url="b.pdf"/>
        <media:thumbnail url="t.jpg"/><source url="https://kestrel.example/feed">Kestrel Wire</source></item>`,
        '<title>Prices</title><link>https://example.org/</link><atom:link rel="self" href="https://example.org/feed"/><language>en-us</language><lastBuildDate>Wed, 02 Oct 2002 15:00:00 GMT</lastBuildDate><image><title>Logo</title><link>no</link></image>',
      ),
    );
    expect(feed).toMatchObject({ kind: 'rss', title: 'Prices', siteUrl: 'https://example.org/', lang: 'en-us', updatedAt: Date.UTC(2002, 9, 2, 15), lost: 0 });
    expect(feed.items).toEqual([
      {
        guid: 'g-1',
        link: '/story?a=1&b=2',
        title: 'Dysprosium & terbium',
        html: '<p>The <b>whole</b> story</p>',
        summaryHtml: '<p>Short</p>',
        base: null,
        publishedAt: Date.UTC(2002, 9, 2, 13),
        publishedDay: null,
        via: { title: 'Kestrel Wire', url: 'https://kestrel.example/feed' },
        updatedAt: null,
        authors: ['Ann', 'Jo Li'],
        tags: ['Heavy', 'Prices'],
        lang: null,
        enclosures: [
          { url: 'a.mp3', type: 'audio/mpeg', bytes: 12 },
          { url: 'b.pdf', type: null, bytes: null },
        ],
        image: 't.jpg',
      },
    ]);
  });

  it.each([
    ['0.91 without a namespace', '<rss version="0.91"><channel><title>Feed</title><item><title>One</title><link>u</link></item></channel></rss>'],
    ['without a version', '<rss><channel><title>Feed</title><item><title>One</title><link>u</link></item></channel></rss>'],
    ['0.90', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Feed</title></channel><item><title>One</title><link>u</link></item></rdf:RDF>'],
    ['1.0', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Feed</title><items><rdf:Seq><rdf:li rdf:resource="u"/></rdf:Seq></items></channel><image><title>Logo</title></image><item rdf:about="u"><title>One</title><link>u</link></item></rdf:RDF>'],
    ['1.0 under prefixes of its own', '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:channel><s:title>Feed</s:title></s:channel><s:item><s:title>One</s:title><s:link>u</s:link></s:item></r:RDF>'],
    ['in capitals', '<RSS VERSION="2.0"><CHANNEL><TITLE>Feed</TITLE><ITEM><TITLE>One</TITLE><LINK>u</LINK></ITEM></CHANNEL></RSS>'],
    ['with a made-up default namespace', '<rss version="2.0" xmlns="http://example.org/mine"><channel><title>Feed</title><item><title>One</title><link>u</link></item></channel></rss>'],
    ['with items outside the channel', '<rss version="2.0"><channel><title>Feed</title></channel><item><title>One</title><link>u</link></item></rss>'],
  ])('%s', async (_, text) => {
    const feed = await feedOf(text);
    expect(feed.title).toBe('Feed');
    expect(feed.items.map(({ title, link }) => [title, link])).toEqual([['One', 'u']]);
  });

  it('takes modules under any prefix, and under their usual one without a declaration', async () => {
    const item = await feedOf(`<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><title>x</title><d:date>2020-01-02</d:date><d:subject>s</d:subject><content:encoded>body</content:encoded></item></channel></rss>`);
    expect(item.items[0]).toMatchObject({ publishedAt: Date.UTC(2020, 0, 2), tags: ['s'], html: 'body' });
  });

  it('takes the permalink for a missing link, and only where the guid is one', async () => {
    expect((await rssItem('<title>a</title><guid>https://example.org/a</guid>')).link).toBe('https://example.org/a');
    expect((await rssItem('<title>a</title><guid isPermaLink="false">https://example.org/a</guid>')).link).toBeNull();
    expect((await rssItem('<title>a</title><guid>urn:a</guid>')).link).toBeNull();
  });

  it('takes the original link where a proxy stands before it', async () => {
    const item = await rssItem('<title>a</title><link>https://feeds.example.org/~r/1</link><feedburner:origLink>https://example.org/a</feedburner:origLink>');
    expect(item.link).toBe('https://example.org/a');
  });

  it('takes the fuller text for the body, whichever element it stands in', async () => {
    const full = `<p>${'long '.repeat(50)}</p>`;
    expect(await rssItem(`<description><![CDATA[${full}]]></description><content:encoded>short</content:encoded>`)).toMatchObject({ html: full, summaryHtml: 'short' });
    expect(await rssItem('<description>same</description><content:encoded>same</content:encoded>')).toMatchObject({ html: 'same', summaryHtml: null });
    expect(await rssItem('<description><p>un<br>escaped</p></description>')).toMatchObject({ html: '<p>un<br>escaped</p>' });
  });

  it('reads video feeds’ groups', async () => {
    const item = await atomEntry('<title>v</title><media:group><media:thumbnail url="t.jpg"/><media:description>About</media:description><media:content url="v.mp4" type="video/mp4"/></media:group>');
    expect(item).toMatchObject({ title: 'v', image: 't.jpg', html: '<p>About</p>', enclosures: [{ url: 'v.mp4', type: 'video/mp4', bytes: null }] });
  });
});

describe('Atom', () => {
  it('1.0 gives each field of an entry', async () => {
    const feed = await feedOf(
      atom(
        `<entry><title>One</title><link rel="enclosure" href="e.mp3" length="5" type="audio/mpeg"/><link rel="alternate" type="application/json" href="data"/><link href="post"/>
        <id>tag:1</id><published>2020-01-02T03:04:05Z</published><updated>2020-02-02T00:00:00+08:00</updated><author><name>Ann</name><email>a@b</email></author><author><name>Bo</name></author>
        <category term="t" label="Tee"/><category term="u"/><summary>Short</summary><content type="html">&lt;p&gt;Long enough&lt;/p&gt;</content>
        <source><title>Elsewhere</title><id>no</id><updated>1999-01-01T00:00:00Z</updated></source></entry>`,
        '<title type="html">Prices &amp;amp; more</title><link rel="self" href="/feed"/><link href="/home"/><updated>2020-03-01T00:00:00Z</updated>',
      ),
    );
    expect(feed).toMatchObject({ kind: 'atom', title: 'Prices & more', siteUrl: '/home', updatedAt: Date.UTC(2020, 2, 1) });
    expect(feed.items[0]).toMatchObject({
      guid: 'tag:1', link: 'post', title: 'One', html: '<p>Long enough</p>', summaryHtml: '<p>Short</p>', authors: ['Ann', 'Bo'], tags: ['Tee', 'u'],
      publishedAt: Date.UTC(2020, 0, 2, 3, 4, 5), updatedAt: Date.UTC(2020, 1, 1, 16), enclosures: [{ url: 'e.mp3', type: 'audio/mpeg', bytes: 5 }],
    });
  });

  it.each([
    ['text', '<content type="text">a &lt; b &amp; c</content>', '<p>a &lt; b &amp; c</p>'],
    ['no type', '<content>just words</content>', '<p>just words</p>'],
    ['no type, but plainly HTML', '<content>&lt;p&gt;words&lt;/p&gt;</content>', '<p>words</p>'],
    ['html', '<content type="html">&lt;i&gt;x&lt;/i&gt; &amp;amp;</content>', '<i>x</i> &amp;'],
    ['html in CDATA', '<content type="html"><![CDATA[<i>x</i>]]></content>', '<i>x</i>'],
    ['xhtml in its own order', '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a<b>b</b>c<i>d</i> &lt; <br/></div></content>', '<div>a<b>b</b>c<i>d</i> &lt; <br></div>'],
    ['xhtml under a prefix', '<content type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div><h:p>x</h:p></h:div></content>', '<div><p>x</p></div>'],
    ['base64 of Atom 0.3', `<content type="text/html" mode="base64">${btoa('<p>x</p>')}</content>`, '<p>x</p>'],
  ])('text construct: %s', async (_, content, html) => {
    expect((await atomEntry(`<title>t</title>${content}`)).html).toBe(html);
  });

  it('resolves xml:base from the feed down to single elements', async () => {
    const feed = await feedOf(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/"><entry xml:base="2020/"><title>x</title><link href="post"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:base="img/"><img src="a.png"/></div></content></entry><entry><title>y</title><content type="html">&lt;img src="b.png"&gt;</content></entry></feed>`,
    );
    expect(feed.items[0]).toMatchObject({ base: 'https://example.org/blog/2020/', html: '<div><img src="https://example.org/blog/2020/img/a.png"></div>' });
    expect(feed.items[1]).toMatchObject({ base: 'https://example.org/blog/', html: '<img src="b.png">' });
  });

  it('0.3 and a feed without a namespace are read too', async () => {
    const old = await feedOf('<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>F</title><entry><title>One</title><link rel="alternate" href="u"/><issued>2004-01-02</issued><modified>2004-01-03</modified></entry></feed>');
    expect(old.items[0]).toMatchObject({ title: 'One', link: 'u', publishedAt: Date.UTC(2004, 0, 2), updatedAt: Date.UTC(2004, 0, 3) });
    expect((await feedOf('<feed><title>F</title><entry><title>One</title><id>1</id></entry></feed>')).items[0]).toMatchObject({ guid: '1' });
    expect((await feedOf('<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>F</atom:title><atom:entry><atom:title>One</atom:title></atom:entry></atom:feed>')).items[0]).toMatchObject({ title: 'One' });
  });

  it('one date that cannot be read costs that date only', async () => {
    const feed = await feedOf(atom('<entry><title>a</title><updated>soon</updated></entry><entry><title>b</title><updated>2020-01-01T00:00:00Z</updated></entry>'));
    expect(feed.items.map(({ updatedAt }) => updatedAt)).toEqual([null, Date.UTC(2020, 0, 1)]);
  });
});

describe('behaviour 12: the exact title', () => {
  it.each([
    ['Tom &amp; Jerry', 'Tom & Jerry'],
    ['AT&amp;amp;T', 'AT&T'],
    ['AT&T', 'AT&T'],
    ['caf&eacute; &nbsp;x', 'café x'],
    ['it&#8217;s &#x201C;Nd&#x201D;', 'it’s “Nd”'],
    ['it&#146;s', 'it’s'],
    ['5 < 6 &amp; 7 > 2', '5 < 6 & 7 > 2'],
    ['<![CDATA[Nd <b>up</b> 5%]]>', 'Nd up 5%'],
    ['&lt;b&gt;Nd&lt;/b&gt; up', 'Nd up'],
    ['List&lt;Ore&gt; is a type', 'List<Ore> is a type'],
    ['<![CDATA[a]]> and <![CDATA[b]]>', 'a and b'],
    ['  two\n lines ', 'two lines'],
    ['Dy₂O₃ – 氧化镝', 'Dy₂O₃ – 氧化镝'],
    ['con\u0000trol\u0008led', 'controlled'],
  ])('of RSS: %s', async (written, title) => {
    expect((await rssItem(`<title>${written}</title><link>u</link>`)).title).toBe(title);
  });

  it.each([
    ['<title>a &lt;b&gt; c</title>', 'a <b> c'],
    ['<title type="html">a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>', 'a c & d'],
    ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b> &lt; d</div></title>', 'a c < d'],
  ])('of Atom: %s', async (written, title) => {
    expect((await atomEntry(`${written}<id>1</id>`)).title).toBe(title);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', 'empty-body'],
    [' \n\t ', 'empty-body'],
    ['<!DOCTYPE html><html><head><title>x</title></head><body>y</body></html>', 'no-feed-found'],
    ['<head><title>x</title></head><p>no html element', 'no-feed-found'],
    ['just words', 'not-a-feed'],
    ['<opml version="2.0"><body/></opml>', 'not-a-feed'],
    ['{"hello": 1}', 'not-a-feed'],
    ['[1, 2]', 'not-a-feed'],
    ['{"version": "https://jsonfeed.org/version/1.1", "items": [', 'malformed-feed'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-a-feed'],
  ])('%j has its own code', async (text, code) => {
    expect(await codeOf(text)).toBe(code);
  });

  it('an empty feed is one all the same', async () => {
    expect(await codeOf(rss(''))).toBe('a feed of 0');
    expect(await codeOf('<feed xmlns="http://www.w3.org/2005/Atom"/>')).toBe('a feed of 0');
  });
});
