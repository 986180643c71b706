import { expect, test } from 'vitest';
import type { PageRules } from '../../../../electron/contract/page.ts';
import { emptyPart, ruleLines, sameRules, withPart } from '../../../../renderer/page-source/rules-draft.ts';

const HTML: PageRules = { kind: 'html', item: 'li', title: null, link: null, date: '.day', summary: null };
const JSON_RULES: PageRules = { kind: 'json', items: 'data.list', title: 'title', link: '/news/{id}', date: null, summary: null, id: 'id' };

test('a part that is emptied is found by itself again, one that is needed stays and is named', () => {
  expect(withPart(HTML, 'date', ' ')).toMatchObject({ date: null });
  expect(withPart(HTML, 'title', 'h3 ')).toMatchObject({ title: 'h3 ' });
  const emptied = withPart(HTML, 'item', '');
  expect(emptied).toMatchObject({ item: '' });
  expect(emptyPart(emptied)).toBe('item');
  expect(emptyPart(withPart(JSON_RULES, 'link', ''))).toBe('link');
  // The root of a JSON document may be the list.
  expect(emptyPart(withPart(JSON_RULES, 'items', ''))).toBeNull();
  expect(withPart(JSON_RULES, 'id', '')).toMatchObject({ id: null });
});

test('where in the document is asked only of rules that say it', () => {
  expect(ruleLines(HTML).map(({ part }) => part)).toEqual(['item', 'title', 'link', 'date', 'summary']);
  expect(ruleLines({ ...JSON_RULES, in: 'script#data' }).map(({ part }) => part)).toEqual(['in', 'items', 'title', 'link', 'date', 'summary', 'id']);
});

test('rules are the same whatever blanks are round them and whether an absent part is null or left out', () => {
  expect(sameRules(HTML, { ...HTML, in: null, item: ' li ' })).toBe(true);
  expect(sameRules(HTML, { ...HTML, date: null })).toBe(false);
  expect(sameRules(HTML, JSON_RULES)).toBe(false);
});
