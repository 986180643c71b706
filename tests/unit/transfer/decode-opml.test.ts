import { describe, expect, it } from 'vitest';
import { decodeOpml } from '../../../renderer/transfer/decode-opml.ts';

const utf8 = new TextEncoder();

describe('the text of an OPML file', () => {
  it('is UTF-8 where nothing says otherwise', () => {
    expect(decodeOpml(utf8.encode('<opml>稀土</opml>'))).toBe('<opml>稀土</opml>');
  });

  it('is read by the encoding that its first line names', () => {
    const head = utf8.encode('<?xml version="1.0" encoding="GBK"?><opml>');
    // 稀土 in GBK.
    const text = decodeOpml(new Uint8Array([...head, 0xcf, 0xa1, 0xcd, 0xc1]));
    expect(text.endsWith('<opml>稀土')).toBe(true);
  });

  it('is read by its byte order mark before all else', () => {
    const text = '<?xml version="1.0" encoding="utf-8"?><opml>镝</opml>';
    const bytes = [0xff, 0xfe, ...new Uint8Array(Uint16Array.from(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))).buffer)];
    expect(decodeOpml(Uint8Array.from(bytes))).toBe(text);
  });

  it('survives an encoding that nobody knows', () => {
    expect(decodeOpml(utf8.encode('<?xml version="1.0" encoding="x-mud"?><opml/>'))).toContain('<opml/>');
  });
});
