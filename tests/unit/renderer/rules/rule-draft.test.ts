import { expect, test } from 'vitest';
import type { Rule } from '../../../../electron/contract/rules.ts';
import { conditionsOf, draftOf, fieldsOf, hasConditions } from '../../../../renderer/rules/rule-draft.ts';

const RULE: Rule = {
  id: 1, title: 'Keep', enabled: false, position: 0, failure: null, acted: 0, muted: 0,
  when: { query: 'dysprosium', feedIds: [7, 9], folderIds: [3], langs: ['zh', 'en'] }, effects: { mute: true, tags: ['Dy', 'price'] },
};

test('the fields of a rule make the same rule again, with all its sources and languages', () => {
  const fields = fieldsOf(RULE, '');
  expect(fields.sources).toEqual(['folder:3', 'feed:7', 'feed:9']);
  expect(draftOf(fields, RULE)).toEqual({ title: RULE.title, enabled: false, when: RULE.when, effects: RULE.effects });
});

test('sources and languages can be added and taken out, and any of them is a condition', () => {
  const fields = fieldsOf(RULE, '');
  expect(conditionsOf({ ...fields, query: ' ', sources: ['feed:9', 'feed:12'], langs: [] })).toEqual({ feedIds: [9, 12] });
  const none = { ...fieldsOf(null, ''), sources: [], langs: [] };
  expect(hasConditions(none)).toBe(false);
  expect(conditionsOf(none)).toEqual({});
  expect(hasConditions({ ...none, langs: ['ja'] })).toBe(true);
});
