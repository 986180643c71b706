import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, utf8Of } from '../../../electron/core/fetch/decode-text.ts';

const feed = (title: string, encoding?: string) => `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><rss version="2.0"><channel><title>${title}</title></channel></rss>`;

const TITLES: readonly [label: string, codec: string, title: string][] = [
  ['gbk', 'gbk', '氧化镨钕价格上涨，镝铁持稳'],
  ['gb2312', 'gb2312', '稀土出口管制公告'],
  ['gb18030', 'gb18030', '𬭊𬬭镧系元素'],
  ['big5', 'big5', '稀土價格持續上揚'],
  ['shift_jis', 'shift_jis', 'レアアース磁石の需要'],
  ['euc-jp', 'euc-jp', 'ネオジム磁石'],
  ['euc-kr', 'euc-kr', '희토류 수출 통제'],
  ['windows-1251', 'windows-1251', 'Редкоземельные металлы'],
  ['koi8-r', 'koi8-r', 'Редкоземельные металлы'],
  ['windows-1252', 'windows-1252', 'Prix: 50 € – “terres rares”'],
  ['iso-8859-1', 'windows-1252', 'Métaux critiques – déjà'],
  ['iso-8859-2', 'iso-8859-2', 'Kovy vzácných zemin: žluťoučký'],
];

describe('behaviour 12: the text of a document', () => {
  it.each(TITLES)('in %s by its declaration', (label, codec, title) => {
    expect(decodeText(iconv.encode(feed(title, label), codec), null)).toContain(`<title>${title}</title>`);
  });

  it.each(TITLES)('in %s by its header', (label, codec, title) => {
    expect(decodeText(iconv.encode(feed(title), codec), `text/xml; charset="${label}"`)).toContain(`<title>${title}</title>`);
  });

  it.each(['utf-16le', 'utf-16be'])('in %s with and without a byte order mark', (codec) => {
    const text = feed('稀土 rare earth', 'utf-16');
    expect(decodeText(iconv.encode(text, codec), null)).toBe(text);
    expect(decodeText(iconv.encode(text, codec, { addBOM: true }), 'text/xml; charset=utf-8')).toBe(text);
  });

  it('is UTF-8 where its bytes are, whatever the labels claim', () => {
    const text = feed('稀土 – déjà', 'gb2312');
    expect(decodeText(Buffer.from(text), 'text/xml; charset=iso-8859-1')).toBe(text);
    expect(decodeText(Buffer.from(`\uFEFF${text}`), null)).toBe(text);
    expect(decodeText(Buffer.from(feed('x 稀土', 'utf-16')), 'text/xml; charset=utf-16')).toContain('x 稀土');
  });

  it('follows the document where the header claims Latin-1 by default, and the header where the document lies', () => {
    expect(decodeText(iconv.encode(feed('稀土价格', 'gb2312'), 'gbk'), 'text/xml; charset=ISO-8859-1')).toContain('稀土价格');
    expect(decodeText(iconv.encode(feed('稀土价格', 'utf-8'), 'gbk'), 'text/xml; charset=gbk')).toContain('稀土价格');
  });

  it('of seven bits with escapes is told by its label', () => {
    const bytes = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="iso-2022-jp"?><t>'), Buffer.from('\u001B$B<\'@P\u001B(B', 'latin1'), Buffer.from('</t>')]);
    expect(decodeText(bytes, null)).toContain('<t>磁石</t>');
  });

  it('in UTF-8 with a damaged byte loses that byte only', () => {
    const bytes = Buffer.concat([Buffer.from(feed('稀土价格持续上涨，镝铁持稳，市场观望。'.repeat(10))), Buffer.from([0xe7])]);
    expect(decodeText(bytes, 'text/xml; charset=utf-8')).toContain('稀土价格持续上涨');
  });

  it('reads a page’s meta element', () => {
    expect(decodeText(iconv.encode('<html><head><meta charset="gbk"><title>镝</title>', 'gbk'), 'text/html')).toContain('镝');
  });

  it.each(TITLES.filter(([, , title]) => title.length > 8))('in %s without a label, or with one that lies', (_, codec, title) => {
    for (const [label, header] of [[undefined, null], ['utf-8', 'text/xml; charset=utf-8'], ['iso-8859-1', 'text/xml; charset=ISO-8859-1']] as const) {
      expect(decodeText(iconv.encode(feed(title, label), codec), header)).toContain(`<title>${title}</title>`);
    }
  });

  it.each([
    ['gbk', 'big5', '氧化镨钕价格上涨，市场人士表示成交清淡'],
    ['big5', 'gbk', '稀土價格持續上揚，業者指出供應吃緊'],
    ['euc-jp', 'gbk', '自動車メーカー各社はネオジム磁石の代替調達先を急ぐ'],
    ['koi8-r', 'windows-1251', 'Редкоземельные металлы подорожали'],
    ['windows-1251', 'koi8-r', 'Редкоземельные металлы подорожали'],
    ['windows-1252', 'windows-1251', 'Métaux critiques : la demande d’aimants reste élevée'],
  ])('in %s that claims to be %s', (codec, label, title) => {
    expect(decodeText(iconv.encode(feed(title, label), codec), `text/xml; charset=${label}`)).toContain(title);
  });

  it('of four bytes a character with and without a byte order mark', () => {
    const text = feed('稀土 rare earth', 'utf-32');
    for (const codec of ['utf-32le', 'utf-32be']) {
      expect(decodeText(iconv.encode(text, codec), null)).toBe(text);
      expect(decodeText(iconv.encode(text, codec, { addBOM: true }), null)).toBe(text);
    }
  });

  it('of seven bits with escapes is told by them where no label tells', () => {
    const bytes = Buffer.concat([Buffer.from('<t>'), Buffer.from('\u001B$B<\'@P\u001B(B', 'latin1'), Buffer.from('</t>')]);
    expect(decodeText(bytes, 'text/xml; charset=utf-8')).toBe('<t>磁石</t>');
    expect(Buffer.from(utf8Of(bytes, null)).toString()).toBe('<t>磁石</t>');
  });

  it('is found soon in millions of bytes that are no text', () => {
    let seed = 7;
    const noise = Uint8Array.from({ length: 3_000_000 }, () => (seed = (seed * 16_807) % 2_147_483_647) & 0xff | 0x80);
    const started = performance.now();
    expect(decodeText(noise, null)).toBeTypeOf('string');
    expect(decodeText(noise, 'text/xml; charset=gbk')).toBeTypeOf('string');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('is always some text', () => {
    expect(decodeText(new Uint8Array([0xff, 0x00, 0xfe, 0x80]), 'text/xml; charset=no-such-thing')).toBeTypeOf('string');
    expect(decodeText(new Uint8Array(), null)).toBe('');
  });
});
