import { afterEach, expect, it } from 'vitest';
import type { LinkImport } from '../../../../electron/contract/transfer.ts';
import { linkParts } from '../../../../renderer/transfer/link-parts.ts';
import { showLocale } from '../../../../renderer/words/language.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';

afterEach(() => showLocale('en'));

const found: LinkImport = { kind: 'articles', added: 3, bookmarked: 0, known: 0, repeated: 0, unreadable: [], unreadableCount: 0, tags: 0, notes: 3, highlights: 0, texts: 3, cut: 0 };

it('an import says how much of what it brings was too long, before and after, in both languages', async () => {
  expect(linkParts(found, wordsNow(), false)).toEqual(['3 new']);
  expect(linkParts({ ...found, cut: 2 }, wordsNow(), false)).toEqual(['3 new', '2 cut off where too long']);
  showLocale('zh-CN');
  expect(linkParts({ ...found, cut: 2 }, wordsNow(), true)).toEqual(['已添加3个', '2个因过长被截短']);
});
