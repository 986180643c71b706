import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { imageKey } from '../../../electron/core/normalize/short-hash.ts';
import { sanitizeArticle } from '../../../electron/core/normalize/sanitize-article.ts';
import { HOSTILE } from './hostile-html.ts';

const BASE = 'https://example.org/2026/story';
const clean = (html: string, base: string | null = BASE) => sanitizeArticle(html, base).html;
const imagesOf = (html: string) => sanitizeArticle(html, BASE).images.map(({ url }) => url);

const at = (url: string) => `<img src="img/${imageKey(url)}" alt="" />`;

const ELEMENTS = new Set(
  'p br hr div h2 h3 h4 h5 h6 blockquote pre code kbd samp var ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td figure figcaption img a b strong i em u s del ins sub sup small mark abbr cite q time ruby rt rp bdi wbr details summary'.split(' '),
);
const ATTRIBUTES = new Set('href src alt width height colspan rowspan scope start reversed value datetime title lang'.split(' '));

/** Everything in the HTML that is not plainly harmless. */
function faults(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!ELEMENTS.has(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(key)) found.push(`${key}=`);
        if (key === 'src' && !/^img\/[0-9a-f]{32}$/.test(value)) found.push(`src=${value}`);
        if (key === 'href' && !/^(https?:\/\/|mailto:)/.test(value)) found.push(`href=${value}`);
      }
    },
    oncomment: (text) => found.push(`<!--${text}`),
    onprocessinginstruction: (name) => found.push(`<${name}`),
  });
  parser.end(html);
  return found;
}

describe('an article', () => {
  it('keeps text, lists, tables, figures, quotes, code, chemistry and details', () => {
    const html =
      '<h2>Head</h2><p>Dy<sub>2</sub>O<sub>3</sub> <strong>up</strong> <em>now</em><br />next</p><ul><li>a</li></ul><ol start="3"><li>b</li></ol><blockquote><p>q</p></blockquote><pre><code>c</code></pre><table><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2">d</td></tr></tbody></table><figure><figcaption>f</figcaption></figure><details><summary>s</summary>t</details><p lang="zh">稀土</p>';
    expect(clean(html)).toBe(html);
  });

  it('loses looks, names, events and wrappers, and no text', () => {
    expect(clean('<h1 id="x" class="y">T</h1><section><p style="color:red" onclick="x()" data-x="1"><font color="red"><span>a</span></font> b</p></section>')).toBe('<h2>T</h2><p>a b</p>');
  });

  it('has links that are absolute and without tracking, or plain text', () => {
    for (const tracking of ['utm_id=1', 'gclid=x', 'mc_cid=x', 'spm=a.b', 'from=timeline', 'from=groupmessage', 'srsltid=x', 'mibextid=x', 'vd_source=x', 'spm_id_from=1', 'ref=rss', 'piwik_campaign=x', '_openstat=x']) {
      expect(clean(`<a href="/a?${tracking}&amp;id=7">a</a>`)).toBe('<a href="https://example.org/a?id=7">a</a>');
    }
    for (const telling of ['from=2026-01-01', 'ref=main', 'source=smm', 'channel=nd']) expect(clean(`<a href="/a?${telling}">a</a>`)).toBe(`<a href="https://example.org/a?${telling}">a</a>`);
    expect(clean('<a href="/a?utm_source=rss&amp;id=7&amp;fbclid=x" target="_blank" ping="https://t.example">a</a>')).toBe('<a href="https://example.org/a?id=7">a</a>');
    const href = (written: string) => /href="([^"]*)"/.exec(clean(`<a href="${written}">a</a>`))?.[1];
    expect(href('/a?utm_source=rss#b?c')).toBe('https://example.org/a#b?c');
    expect(href('/a?q=ü%20x&#39;y&amp;utm_source=rss&amp;r=?#b')).toBe('https://example.org/a?q=%C3%BC%20x%27y&amp;r=?#b');
    expect(href('/a?utm_source=rss&amp;')).toBe('https://example.org/a');
    expect(href('mailto:jo@example.org?utm_source=rss&amp;subject=a')).toBe('mailto:jo@example.org?subject=a');
    expect(clean('<a href="//cdn.example/x">a</a><a href="mailto:jo@example.org">m</a><a href="#note">n</a>')).toBe('<a href="https://cdn.example/x">a</a><a href="mailto:jo@example.org">m</a><a href="https://example.org/2026/story#note">n</a>');
    expect(clean('<p><a href="javascript:alert(1)">a</a> <a>b</a> <a href="/c">c</a> <a href="tel:1">d</a></p>')).toBe('<p>a b <a href="https://example.org/c">c</a> d</p>');
    expect(clean('<a href="https://jo:secret@example.org/x">a</a>')).toBe('<a href="https://example.org/x">a</a>');
    expect(clean('<a href="/relative">a</a>', null)).toBe('a');
  });

  it.each([
    ['a frame that is closed as XML does', '<p>One <iframe src="https://x.example/"/> two</p><p>three</p>', '<p>One  two</p><p>three</p>'],
    ['an object that is never closed', '<p>One</p><object classid="clsid:1"><p>two</p><p>three</p>', '<p>One</p><p>two</p><p>three</p>'],
    ['a form that is never closed, behind one that is', '<form><p>no</p></form><p>İ one</p><FORM action="x"><p>two</p>', '<p>İ one</p><p>two</p>'],
    ['a picture that is closed as XML does', '<p>One <svg width="1" /> two</p>', '<p>One  two</p>'],
  ])('goes on behind %s', (_, html, clean) => {
    expect(sanitizeArticle(html, null).html).toBe(clean);
  });

  it('is the same when cleaned again', () => {
    for (const html of [...HOSTILE, '<p>a<table><tr><td>x', '<img src="/a.png" width=5><p>&amp;lt; &nbsp; &copy;', '<b><i>x</b></i><p><div><p>y', '<a href="/x?a=1&b=2">l<a href="/y">m']) {
      const once = clean(html);
      expect([html, clean(once)]).toEqual([html, once]);
    }
  });
});

describe('behaviour 6: an image', () => {
  it.each([
    ['a relative address', '<img src="a.png">', 'https://example.org/2026/a.png'],
    ['no scheme', '<img src="//cdn.example/a.png">', 'https://cdn.example/a.png'],
    ['data-src before a placeholder', '<img src="data:image/gif;base64,R0" data-src="/a.png">', 'https://example.org/a.png'],
    ['data-original before a grey file', '<img src="/loading.gif" data-original="/a.png">', 'https://example.org/a.png'],
    ['data-lazy-src', '<img data-lazy-src="/a.png">', 'https://example.org/a.png'],
    ['srcset alone, the largest that fits', '<img srcset="/s.png 300w, /m.png 1200w, /l.png 4000w">', 'https://example.org/m.png'],
    ['srcset with densities and commas in addresses', '<img srcset="/w_1,h_2/a.png 1x, /w_2,h_4/a.png 2x">', 'https://example.org/w_2,h_4/a.png'],
    ['picture whose image has no address', '<picture><source srcset="/a.jxl" type="image/jxl"><source srcset="/s.webp 300w, /a.webp 900w" type="image/webp"><img alt=""></picture>', 'https://example.org/a.webp'],
    ['picture whose image has one', '<picture><source srcset="/b.webp"><img src="/a.png"></picture>', 'https://example.org/a.png'],
    ['an address that carries the image', `<img src="data:image/png;base64,${'A'.repeat(2000)}">`, `data:image/png;base64,${'A'.repeat(2000)}`],
    ['a forum’s own attribute', '<img src="/static/none.gif" file="/a.png">', 'https://example.org/a.png'],
    ['no scheme', '<img src="//cdn.example/a.png">', 'https://cdn.example/a.png'],
    ['characters that an address does not have', '<img src="/图 1.png?a=%E5%9B%BE">', 'https://example.org/%E5%9B%BE%201.png?a=%E5%9B%BE'],
    ['data-srcset', '<img src="data:," data-srcset="/a.png 800w">', 'https://example.org/a.png'],
    ['non-ASCII characters and spaces', '<img src=" /图 片/é.png ">', 'https://example.org/%E5%9B%BE%20%E7%89%87/%C3%A9.png'],
    ['percent codes, kept as they are', '<img src="/a%20b%2Fc.png">', 'https://example.org/a%20b%2Fc.png'],
    ['an address escaped twice', '<img src="/a.png?x=1&amp;amp;y=2">', 'https://example.org/a.png?x=1&y=2'],
    ['a fragment', '<img src="/a.svg#x">', 'https://example.org/a.svg'],
  ])('with %s resolves', (_, html, url) => {
    expect(sanitizeArticle(html, BASE)).toMatchObject({ html: at(url), images: [{ key: imageKey(url), url }] });
  });

  it('keeps its words and size', () => {
    expect(clean('<img src="/a.png" alt="A &quot;b&quot;" width="300px" height="200.5" title="t" loading="lazy" onerror="x()">')).toBe(
      `<img src="img/${imageKey('https://example.org/a.png')}" alt="A &quot;b&quot;" width="300" height="200" />`,
    );
  });

  it('that only counts readers is left out', () => {
    for (const html of [
      '<img src="/p.gif" width="1" height="1">', '<img src="/p.gif" width=0 height=0>', '<img src="/p.gif" style="width:1px;height:1px">', '<img src="/p.gif" style="display: none">',
      '<img src="https://pixel.wp.com/b.gif?v=ext">', '<img src="https://feeds.feedburner.com/~r/x/~4/y">', '<img src="https://www.facebook.com/tr?id=1">', '<img src="/spacer.gif">', '<img src="https://hm.baidu.com/hm.gif">',
    ]) {
      expect([html, clean(`<p>x${html}</p>`), imagesOf(html)]).toEqual([html, '<p>x</p>', []]);
    }
  });

  it('of any scheme but http and https is left out', () => {
    expect(imagesOf('<img src="data:image/png;base64,x"><img src="blob:x"><img src="file:///a.png"><img src="cid:a"><img src="javascript:1"><img>')).toEqual([]);
  });

  it('said twice, by script and without, is shown once', () => {
    expect(imagesOf('<img data-src="/a.png"><noscript><img src="/a.png"></noscript>')).toHaveLength(1);
    expect(clean('<img data-src="/a.png"><noscript><img src="/a.png"></noscript>')).toBe(at('https://example.org/a.png'));
    expect(clean('<noscript><img src="/a.png"></noscript><img data-src="/a.png">')).toBe(at('https://example.org/a.png'));
    expect(clean('<noscript><img src="/a.png"></noscript>')).toBe(at('https://example.org/a.png'));
    expect(clean('<img src="/a.png"><img src="/a.png">')).toBe(at('https://example.org/a.png').repeat(2));
  });
});

describe('hostile HTML', () => {
  it.each(HOSTILE.map((html) => [html]))('leaves nothing that runs or asks: %s', (html) => {
    expect(faults(clean(html))).toEqual([]);
    expect(faults(clean(`<p>before ${html} after</p>`))).toEqual([]);
    expect(faults(clean(`<table><tr><td>${html}</td></tr></table>`))).toEqual([]);
  });

  it('mixed at random leaves nothing either', () => {
    const pieces = HOSTILE.flatMap((html) => html.split(/(?=[<>"'=\s/])/));
    let seed = 11;
    const next = () => (seed = (seed * 16_807) % 2_147_483_647);
    for (let run = 0; run < 3000; run++) {
      const html = Array.from({ length: next() % 30 }, () => pieces[next() % pieces.length]).join('');
      expect([html, faults(clean(html))]).toEqual([html, []]);
    }
  });

  it.each([
    ['100,000 levels', `${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`],
    ['100,000 levels never closed', `${'<b>'.repeat(100_000)}deep`],
    ['4,000 levels', `${'<div>'.repeat(4000)}deep${'</div>'.repeat(4000)}`],
    ['a giant attribute', `<p title="${'x'.repeat(900_000)}">deep</p>`],
    ['a flood of brackets', `deep${'<'.repeat(900_000)}`],
    ['a flood of bad links', `deep${'<a href="x:y">z</a>'.repeat(50_000)}`],
    ['a flood of images', `deep${'<img src="/a.png">'.repeat(50_000)}`],
    ['a flood of srcset', `deep<img srcset="${'a 1x,'.repeat(150_000)}">`],
    ['a flood of ends', `deep${'</b>'.repeat(200_000)}`],
    ['a flood of entities', `deep${'&lt;'.repeat(200_000)}`],
  ])('%s end soon and keep the text', (_, html) => {
    const started = performance.now();
    expect(clean(html)).toContain('deep');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('nests no deeper than a person writes', () => {
    const html = clean(`${'<blockquote>'.repeat(500)}deep${'</blockquote>'.repeat(500)}`);
    expect(html.split('<blockquote>').length).toBeLessThan(70);
    expect(html).toContain('deep');
  });
});
