import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../electron/contract/gazetteer.ts';
import { subjectName } from '../../../../renderer/lens/subject-name.ts';
import { createFormats } from '../../../../renderer/words/formats.ts';

const file = join(import.meta.dirname, '../../../../assets/gazetteer/products.json');
const known = new Map((JSON.parse(readFileSync(file, 'utf8')) as { readonly entities: readonly Entity[] }).entities.map((entity) => [entity.id, entity]));
const window = { en: { format: createFormats('en') }, zh: { format: createFormats('zh-CN') } };

describe('subjectName', () => {
  it.each([
    ['Dysprosium oxide', ['element:Dy', 'product:dysprosium-oxide'], '氧化镝', 'Dysprosium oxide'],
    ['Pr-Nd oxide', ['product:ndpr-oxide'], '氧化镨钕', 'Pr-Nd oxide'],
    ['氧化镝', ['product:dysprosium-oxide'], '氧化镝', 'dysprosium oxide'],
    ['镨钕氧化物', ['product:ndpr-oxide'], '镨钕氧化物', 'NdPr oxide'],
    // More than the name is said: what would be left out is not known.
    ['dysprosium oxide in Ganzhou', ['product:dysprosium-oxide'], 'dysprosium oxide in Ganzhou', 'dysprosium oxide in Ganzhou'],
    ['one plant', [], 'one plant', 'one plant'],
    ['', ['product:dysprosium-oxide'], '', ''],
  ])('calls %s of %j %s in a Chinese window and %s in an English one', (words, entityIds, zh, en) => {
    expect(subjectName({ words, entityIds }, window.zh, known)).toBe(zh);
    expect(subjectName({ words, entityIds }, window.en, known)).toBe(en);
  });

  it('leaves the words of the text while nothing is known yet', () => {
    expect(subjectName({ words: 'Dysprosium oxide', entityIds: ['product:dysprosium-oxide'] }, window.zh, undefined)).toBe('Dysprosium oxide');
  });
});
