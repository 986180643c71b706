import { expect, test } from 'vitest';
import { hasPathKey, withoutPathKeys } from '../../../electron/contract/path-key.ts';

const HEX = '5f3a91c2d7e84b60a1f2c3d4e5b6a798';
const BASE64 = 'Zk3vQ8_mN1xR-4tYbW7cHs2LpA9dEfG0uI';

test.each([
  [`https://site.example/feed/${HEX}/news`, 'https://site.example/feed/***/news'],
  [`https://site.example/private/${BASE64}.xml?a=1#b`, 'https://site.example/private/***?a=1#b'],
  [`https://site.example/u/12/rss/${HEX.toUpperCase()}`, 'https://site.example/u/12/rss/***'],
])('what looks drawn by lot behind a word for feeds or persons is a key: %s', (address, masked) => {
  expect(withoutPathKeys(address)).toBe(masked);
  expect(hasPathKey(address)).toBe(true);
});

test.each([
  // A UUID names a public list as often as a person's.
  'https://podcasts.example/feeds/5f3a91c2-d7e8-4b60-a1f2-c3d4e5b6a798/rss',
  // The id of an article, a commit, a file.
  `https://site.example/news/${HEX}`,
  `https://site.example/${HEX}/feed`,
  'https://site.example/feed/rare-earths-and-critical-metals-of-the-world/all',
  'https://site.example/feed/12345678901234567890',
  'not an address',
])('what people or programs choose is none: %s', (address) => {
  expect(withoutPathKeys(address)).toBe(address);
});
