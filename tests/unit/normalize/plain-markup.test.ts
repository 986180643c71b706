import { describe, expect, it } from 'vitest';
import { foldSpaces } from '../../../electron/core/normalize/fold-spaces.ts';
import { NAMED } from '../../../electron/core/normalize/named-references.ts';
import { sanitizePlain } from '../../../electron/core/normalize/plain-markup.ts';
import { sanitizeArticle } from '../../../electron/core/normalize/sanitize-article.ts';
import { seededRandom } from '../../seeded-random.ts';

const BASE = 'https://example.org/a/';
const nothing = { tagName: 'span', attribs: {} };
const isPlain = (html: string): boolean => sanitizePlain(html, { link: () => nothing, image: () => nothing }) !== null;

const PLAIN = [
  '<p>', '</p>', '<div class="x">', '</div>', '<b>', '</b>', '<em>', '</em>', '<ul>', '</ul>', '<li>', '</li>', '<h1 id="t">', '</h1>', '<h3>', '</h3>', '<br>', '<br/>', '<hr />',
  '<table>', '</table>', '<thead>', '</thead>', '<tbody>', '</tbody>', '<tr>', '</tr>', '<td>', '</td>', '<th>', '</th>', '<dl>', '</dl>', '<dt>', '</dt>', '<dd>', '</dd>', '<figure>', '</figure>', '<figcaption>', '</figcaption>',
  '<blockquote>', '</blockquote>', '<span style="color: red">', '</span>', '<font>', '</font>', '<section>', '</section>', '<pre>', '</pre>', '<sub>', '</sub>',
  '<a href="/b?x=1&amp;utm_source=rss" target="_blank">', "<a href='mailto:a@b.example'>", '<a href="javascript:alert(1)">', '<a name="x">', '</a>',
  '<img src="i.png" alt="A &quot;B&quot;" width="20">', '<img src="p.gif" width="1" height="1">', '<img alt="" src="http://u:p@h.example/i.jpg"/>',
  'Dy<sub>2</sub>O', ' and ', '  ', '\n', '\u00a0', '稀土', '&amp;', '&lt;b&gt;', '&nbsp;', '&#8217;', '&quot;', '>', '"', "'", '&amp;lt;', '&#x2019;', '&copy;', '&rsquo;s', '&ldquo;', '&eacute;', '&thinsp;', '&shy;', '&apos;', '&frac12;',
];
const ODD = ['<wbr>', '<p/>', '<td colspan="2">', '<ol start=3>', '<P>', '&', '& ', '&copy 2', '&#150;', '&#0;', '<!-- c -->', '<script>', '</script>', '<svg>', '</svg>', '<time datetime="2024">', '<a href="a<b">', '<a href="x" href="y">', '< b', '<b', '<noscript>', '<textarea>', '</br>', '<p lang="de">', '<col>', '<a title="href=\'x\'" href="z">', '<img src="data:image/gif;base64,x">', '<center>'];

/** Elements that are closed where they should be, most of the time; plain text between. */
function markup(random: () => number): string {
  const open: string[] = [];
  let html = '';
  for (let n = Math.floor(random() * 30); n > 0; n--) {
    const pieces = random() < 0.05 ? ODD : PLAIN;
    const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
    if (piece.startsWith('</') && random() < 0.97) {
      html += open.pop() ?? '';
      continue;
    }
    const name = /^<([a-z0-9]+)/.exec(piece)?.[1];
    if (name && !['br', 'hr', 'img'].includes(name) && !piece.includes('</')) open.push(`</${name}>`);
    html += piece;
  }
  return html + open.toReversed().join('');
}

describe('HTML that is plain', () => {
  it('comes out as the whole sanitizer gives it', () => {
    const random = seededRandom(11);
    let plain = 0;
    for (let round = 0; round < 6000; round++) {
      const html = markup(random);
      if (isPlain(html)) plain++;
      // A comment is left to the whole sanitizer, which leaves nothing of it.
      expect({ given: html, ...sanitizeArticle(html, BASE) }).toEqual({ given: html, ...sanitizeArticle(`${html}<!---->`, BASE) });
    }
    expect(plain).toBeGreaterThan(1500);
    expect(plain).toBeLessThan(5900);
  });

  it.each([...NAMED])('has &%s; for %s', (name, character) => {
    const html = `<p>a&${name};b &amp;${name};</p><img src="i.png" alt="&${name};">`;
    expect(isPlain(html)).toBe(true);
    expect(sanitizeArticle(html, BASE)).toEqual(sanitizeArticle(`${html}<!---->`, BASE));
    expect(sanitizeArticle(`a&${name};b`, BASE).text).toBe(foldSpaces(`a${character}b`));
  });

  it('is most of what publishers write', () => {
    expect(isPlain('<h1 class="t">T</h1>\n<p style="x">A&nbsp;<b>b</b> &amp; <a href="/x" target=\'_blank\'>l</a>&#8217;s 5 > 4<br /></p><figure><img src="a.png" alt=""><figcaption>c</figcaption></figure><table><tr><td>1</td></tr></table>')).toBe(true);
  });

  it.each(['<script>x</script>', '<p>a', 'a</p>', '<b><i></b></i>', '<p><div></div></p>', '<li><li></li></li>', '<!-- -->', '<p onclick=x>', '<svg></svg>', '<a href="a<b">x</a>', '&alpha;', '&copy', '&nbsp1;', 'a & b', '&#128;', '&#x80;', '&#xd800;', '<P></P>', '<td colspan="2"></td>', '<', '<b', '<p/>', '</br>', '<b>'.repeat(60) + '</b>'.repeat(60)])('does not hold: %s', (html) => {
    expect(isPlain(html)).toBe(false);
  });

  it('is told in time linear in its length', () => {
    const started = performance.now();
    for (const hostile of [`<p${' '.repeat(500_000)}`, '<p a="'.repeat(100_000), `<p ${'a="" '.repeat(100_000)}<`, '&'.repeat(500_000), '&#12345;'.repeat(100_000), '<b>'.repeat(100_000), '<p></p>'.repeat(100_000), `<a ${'b="&amp;" '.repeat(50_000)}>`]) isPlain(hostile);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
