import { afterAll, describe, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { extractPage } from '../../../electron/core/extract/extract-page.ts';
import { extractPlainText } from '../../../electron/core/extract/extract-plain-text.ts';
import { createIngestPool } from '../../../electron/core/refresh/ingest-pool.ts';
import { HOSTILE } from '../normalize/hostile-html.ts';

const NOW = Date.UTC(2026, 10, 26);
const P = '<p>The plant makes oxides, and its output rose last year by a tenth to 400 tonnes, the company said on Monday.</p>';
const extract = (html: string, more: { contentType?: string; bytes?: Uint8Array } = {}) => extractPage({ bytes: more.bytes ?? Buffer.from(html), contentType: more.contentType ?? 'text/html', url: 'https://x.example/news/1', now: NOW });

const fill = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / piece.length));

/** Everything of an answer that could run, or ask the network for anything, if it were shown. */
function dangers(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? [];
  return tags.filter((tag) => /^<\/?(?:script|style|iframe|frame|object|embed|form|input|button|svg|math|link|meta|base|template|noscript|video|audio|source)\b/i.test(tag) || /\s(?:on\w+|style|class|id|srcset|srcdoc|target|formaction|background|poster)\s*=/i.test(tag.replace(/"[^"]*"/g, '""')) || /(?:href|src)="\s*(?!https?:|mailto:|img\/[0-9a-f]{32}")/i.test(tag));
}

describe('a hostile page', () => {
  it('gives nothing that can run or ask, wherever its snippet stands', () => {
    const troubles = HOSTILE.flatMap((snippet) => {
      const around = [`<html><head>${snippet}<title>Oxide output</title></head><body><article>${P}${snippet}${P}</article></body></html>`, `<body><div class="TRS_Editor">${P}${snippet}${P}</div>${snippet}`, `<body><h1>${snippet}</h1><div class="related">${snippet}</div><p>Tags: ${snippet}</p>${P.repeat(3)}`];
      return around.flatMap((page) => {
        const result = extract(page);
        return result.kind === 'page' ? dangers(result.html).map((tag) => `${snippet} left ${tag}`) : [];
      });
    });
    expect(troubles).toEqual([]);
  });

  it('is shown as text alone, with its links and images absolute and of the web', () => {
    const result = extract(`<html><head><base href="javascript:alert(1)//"><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><style>p{position:fixed;inset:0}</style></head><body onload="alert(1)"><article>${P}<p onclick="x()" style="position:fixed">See <a href="javascript:alert(1)">this</a>, <a href="data:text/html,x">that</a> and <a href="/more?utm_source=x&amp;id=1">more</a> of what the plant makes.</p><img src="data:image/svg+xml,<svg onload=alert(1)>"><img src="/a.png" onerror="x()"><svg><script>alert(1)</script></svg><form action="https://evil.example/"><input name="a"></form><iframe src="https://evil.example/"></iframe>${P}</article></body></html>`);
    if (result.kind !== 'page') throw new Error(result.code);
    expect(dangers(result.html)).toEqual([]);
    expect(result.html).not.toMatch(/javascript:|data:|onerror|fixed|iframe|alert/);
    expect(result.html).toContain('more?id=1"');
    expect(result.images.map(({ url }) => new URL(url).pathname)).toEqual(['/a.png']);
  });

  it('keeps facts to plain text and addresses of the web', () => {
    const ld = { '@type': 'NewsArticle', headline: '<img src=x onerror=alert(1)>Oxide <b>up</b>', author: { name: '<script>alert(1)</script>Jo Li' }, image: 'javascript:alert(1)', datePublished: { toString: 'x' }, keywords: [['a'], { name: 5 }, null], publisher: [[{ name: 'Desk' }]] };
    const result = extract(`<html><head><link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:image/png;base64,AA=="><script type="application/ld+json">${JSON.stringify(ld).replaceAll('</', '<\\/')}</script></head><body>${P.repeat(4)}<div class="related"><a href="javascript:alert(1)">A link that leads nowhere at all</a><a href="/ok">Another plant begins its output</a></div></body></html>`);
    if (result.kind !== 'page') throw new Error(result.code);
    expect(result.facts).toMatchObject({ leadImage: null, canonicalUrl: null, publishedAt: null, related: [{ title: 'Another plant begins its output', url: 'https://x.example/ok' }] });
    expect(result.facts.headline).toBe('Oxide up');
    expect(result.facts.authors.join()).not.toContain('<');
  });

  it.each([['damaged', '{"@type": "NewsArticle", "headline": '], ['endless', '['.repeat(100_000)], ['of another kind', '"text"'], ['of numbers', '[1,2,null,true]'], ['with a prototype', '{"__proto__":{"headline":"x"},"constructor":5}']])('takes no harm from linked data that is %s', (_, data) => {
    expect(extract(`<html><head><script type="application/ld+json">${data}</script></head><body>${P.repeat(4)}</body></html>`)).toMatchObject({ kind: 'page' });
  });

  it('is read in its own encoding whatever it claims', () => {
    const text = '据了解，本周包头地区稀土金属企业开工率保持在七成左右，镨钕金属出货节奏有所放缓，部分企业原料库存可维持半个月生产。';
    const html = `<html><head><meta charset="utf-8"><title>稀土</title></head><body><p>${text}</p></body></html>`;
    for (const [encoding, contentType] of [['gbk', 'text/html; charset=utf-8'], ['gbk', 'text/html; charset=iso-8859-1'], ['utf-8', 'text/html; charset=gbk'], ['utf-16le', 'text/html'], ['big5', 'text/html; charset=nonsense']] as const) {
      const result = extract('', { bytes: encoding === 'big5' ? iconv.encode(html.replace(text, '稀土金屬企業開工率保持在七成左右，氧化鐠釹價格小幅上漲，市場成交平淡，部分企業原料庫存可維持半個月生產。'), encoding) : iconv.encode(html, encoding), contentType });
      expect(result.kind === 'page' ? result.text : result.code).toContain('七成左右，');
    }
  });
});

describe('a page that is large or tangled', () => {
  const MB = 1024 * 1024;
  // The real worker: what hangs is ended there after 20 s and answers with the code of that, and what takes its memory too.
  const pool = createIngestPool({ workerPath: `${import.meta.dirname}/../../../electron/ingest.ts`, size: 1, userAgent: 'Monazite/test' });
  afterAll(() => pool.close());
  const ask = (html: string) => pool.extract({ bytes: Buffer.from(html), contentType: 'text/html', url: 'https://x.example/1', now: NOW });

  it('of 20 MB of nested tags is refused by its size', async () => {
    expect(await ask(`<body>${P}${fill('<div>', 20 * MB)}`)).toMatchObject({ kind: 'failed', code: 'page-too-large', detail: { limit: 10 * MB } });
  });

  it.each([
    ['divs', `<body>${P}${fill('<div>', 9 * MB)}`],
    ['formatting', `${P}${fill('<b><i>', 9 * MB)}`],
    ['tables', `${P}${fill('<table><tr><td>', 4 * MB)}`],
    ['attributes', `${P}<div ${fill('a=1 ', 9 * MB)}>`],
    ['metas', `${P}${fill('<meta name="a" content="b">', 9 * MB)}`],
    ['angles', `${P}${fill('<', 2 * MB)}`],
    ['ampersands', `${P}<p>${fill('&', 2 * MB)}`],
    ['comments', `${P}${fill('<!--', 9 * MB)}`],
    ['one word', `${P}<p>${fill('x', 9 * MB)}`],
    ['spaces', `${P}<p>${fill(' ', 9 * MB)}`],
  ])('of nothing but %s is read as far as its bounds', async (_, html) => {
    const result = await ask(html);
    expect(result.kind === 'page' ? result.text : '').toContain('output rose last year by a tenth');
  }, 60_000);

  it('of a thousand levels keeps its words, in a tree that has few', async () => {
    const result = await ask(`<body>${'<div>'.repeat(1000)}${P.repeat(20)}${'</div>'.repeat(1000)}`);
    if (result.kind !== 'page') throw new Error(result.code);
    expect(result.text.match(/output rose last year/g)).toHaveLength(20);
  }, 60_000);
});

describe('a hostile plain text', () => {
  it('is text', () => {
    const result = extractPlainText({ text: `Oxide <b>output</b> rises\n2026-01-01\n\n<script>alert(1)</script> ${P}\n\n${HOSTILE.join('\n')}\n`, now: NOW });
    if (result.kind !== 'page') throw new Error(result.code);
    expect(dangers(result.html)).toEqual([]);
    expect(result.text).toContain('<script>alert(1)</script>');
  });

  it.each([['one line', 'x '.repeat(500_000)], ['line ends', '\n'.repeat(1_000_000)], ['tabs', '\t'.repeat(500_000)], ['cells', 'a\tb\n'.repeat(100_000)], ['labels', 'Source: '.repeat(100_000)], ['dates', '2025-11-20 12:07\n'.repeat(20_000)], ['bullets', '- x\n'.repeat(100_000)]])('of nothing but %s ends', (_, text) => {
    expect(extractPlainText({ text, now: NOW }).kind).toMatch(/page|failed/);
  });
});
