import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/core/fetch/decode-text.ts';

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

  it('is always some text', () => {
    expect(decodeText(new Uint8Array([0xff, 0x00, 0xfe, 0x80]), 'text/xml; charset=no-such-thing')).toBeTypeOf('string');
    expect(decodeText(new Uint8Array(), null)).toBe('');
  });
});
