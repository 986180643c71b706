import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeOpml } from '../../../renderer/transfer/decode-opml.ts';

const list = (title: string, encoding = ''): string => `<?xml version="1.0"${encoding}?><opml version="1.0"><body><outline text="${title}"/></body></opml>`;
const named = (label: string): string => ` encoding="${label}"`;

test.each([
  ['utf-8', list('稀土 é'), 'utf-8'],
  ['a UTF-8 mark', `\ufeff${list('稀土')}`, 'utf-8'],
  ['UTF-16 with a mark', `\ufeff${list('稀土', named('utf-16'))}`, 'utf-16le'],
  ['UTF-16 without one', list('稀土', named('utf-16')), 'utf-16be'],
  ['GBK by its name', list('稀土早报', named('GBK')), 'gbk'],
  ['GBK without a name', list('稀土早报，磁材周刊'), 'gbk'],
  ['GBK that says UTF-8', list('氧化镨钕价格', named('UTF-8')), 'gbk'],
  ['Latin-1 by its name', list('Métaux rares à Nîmes', named('ISO-8859-1')), 'latin1'],
  ['Latin-1 without a name', list('Métaux rares à Nîmes'), 'latin1'],
  ['Cyrillic by its name', list('Редкие земли', named('windows-1251')), 'windows-1251'],
  ['a name that nobody knows', list('稀土', named('x-nothing')), 'utf-8'],
])('%s', (_, text, encoding) => {
  expect(decodeOpml(iconv.encode(text, encoding, { addBOM: false })).replace(/^\ufeff/, '')).toBe(text.replace(/^\ufeff/, ''));
});
