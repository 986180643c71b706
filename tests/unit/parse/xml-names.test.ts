import { expect, test } from 'vitest';
import { canonicalName, declareNamespaces, meaningOf } from '../../../electron/core/parse/xml-names.ts';

const DC = 'http://purl.org/dc/elements/1.1/';
const MEDIA = 'http://search.yahoo.com/mrss/';

test('what an element declares holds inside it, over what is around it, and not beside it', () => {
  const outer = declareNamespaces(null, { 'xmlns:a': DC, other: 'x', xmlnsb: DC });
  const inner = declareNamespaces(outer, { 'xmlns:A': MEDIA, 'xmlns:b': DC });
  expect([canonicalName('a:Title', outer), canonicalName('b:title', outer)]).toEqual(['dc:title', 'unknown:title']);
  expect([canonicalName('a:title', inner), canonicalName('b:title', inner)]).toEqual(['media:title', 'dc:title']);
});

test('an element that says again what holds already adds nothing', () => {
  const outer = declareNamespaces(null, { 'xmlns:a': DC });
  expect(declareNamespaces(outer, { 'xmlns:a': `${DC}#` })).not.toBeNull();
  expect(declareNamespaces(outer, { 'xmlns:a': DC })).toBe(outer);
});

test('of more prefixes than any feed has, the first count, and those of elements within them are not even looked at', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`xmlns:p${at}`, DC]));
  const full = declareNamespaces(null, many);
  expect([meaningOf('p0', full), meaningOf('p63', full), meaningOf('p64', full), full?.count]).toEqual(['dc', 'dc', undefined, 64]);
  expect(declareNamespaces(full, { 'xmlns:q': MEDIA })).toBe(full);
});
