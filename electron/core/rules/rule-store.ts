import { ReaderError } from '../../contract/errors.ts';
import type { Rule, RuleConditions, RuleDraft, RuleEffects, RuleId } from '../../contract/rules.ts';
import { feedRecord } from '../store/feeds.ts';
import { requireFolder } from '../store/folders.ts';
import type { Store } from '../store/store.ts';
import type { Finder } from '../watch/finder.ts';
import { closeHoles, putAt } from '../watch/positions.ts';
import { type FailureColumns, failureOf, readFailure } from '../watch/query-failure.ts';

interface RuleRow extends FailureColumns {
  readonly id: RuleId;
  readonly title: string;
  readonly enabled: number;
  readonly position: number;
  readonly conditions: string;
  readonly effects: string;
  readonly acted: number;
  readonly muted: number;
}

const RULES = `SELECT id, title, enabled, position, conditions, effects, acted,
  (SELECT count(*) FROM statuses INDEXED BY statuses_muted WHERE muted_by = rules.id AND muted_at IS NOT NULL) AS muted,
  failure_code AS failureCode, failure_detail AS failureDetail FROM rules`;

function ruleOf(row: RuleRow): Rule {
  const { id, title, enabled, position, acted, muted } = row;
  return { id, title, enabled: enabled === 1, position, when: JSON.parse(row.conditions) as RuleConditions, effects: JSON.parse(row.effects) as RuleEffects, acted, muted, failure: readFailure(row) };
}

/** Every rule in the order in which they act. */
export function listRules(store: Store): Rule[] {
  return store.all<RuleRow>(`${RULES} ORDER BY position, id`).map(ruleOf);
}

/** Throws `rule-missing` {ruleId}. */
export function findRule(store: Store, id: RuleId): Rule {
  const row = store.get<RuleRow>(`${RULES} WHERE id = ?`, id);
  if (!row) throw new ReaderError('rule-missing', `there is no rule ${id}`, { ruleId: id });
  return ruleOf(row);
}

/** Holds conditions to what is there. Throws `rule-empty` {part: 'when'}, `feed-missing`, `folder-missing`, and what a search for the query fails with. */
export function checkConditions(store: Store, finder: Finder, { query, feedIds = [], folderIds = [], langs = [] }: RuleConditions): void {
  if (query === undefined && feedIds.length + folderIds.length + langs.length === 0) throw new ReaderError('rule-empty', 'a rule needs a condition', { part: 'when' });
  for (const id of feedIds) feedRecord(store, id);
  for (const id of folderIds) requireFolder(store, id);
  if (query !== undefined) finder.check({ query, exact: false });
}

function checkEffects({ markRead, mute, bookmark, raise, notify, tags = [] }: RuleEffects): void {
  if (markRead || mute || bookmark || raise || notify || tags.length > 0) return;
  throw new ReaderError('rule-empty', 'a rule needs something to do', { part: 'effects' });
}

/** Throws as checkConditions; `rule-empty` {part: 'effects'} as well. */
export function addRule(store: Store, finder: Finder, { title, enabled, when, effects, position }: RuleDraft & { readonly position?: number | undefined }): Rule {
  return store.transaction(() => {
    checkConditions(store, finder, when);
    checkEffects(effects);
    const made = store.get<{ id: RuleId }>(
      'INSERT INTO rules (title, enabled, position, conditions, effects) VALUES (?, ?, (SELECT count(*) FROM rules), ?, ?) RETURNING id',
      title, enabled ? 1 : 0, JSON.stringify(when), JSON.stringify(effects),
    );
    if (!made) throw new Error('an inserted rule has an id');
    if (position !== undefined) putAt(store, 'rules', made.id, position);
    return findRule(store, made.id);
  });
}

export type RuleChange = { readonly [Part in keyof RuleDraft]?: RuleDraft[Part] | undefined };

/** Throws `rule-missing`, and as addRule. One with other conditions may act again on what it acted on. */
export function changeRule(store: Store, finder: Finder, id: RuleId, change: RuleChange): Rule {
  return store.transaction(() => {
    const before = findRule(store, id);
    const { title = before.title, enabled = before.enabled, when = before.when, effects = before.effects } = change;
    if (change.when) checkConditions(store, finder, when);
    checkEffects(effects);
    store.run(
      'UPDATE rules SET title = ?, enabled = ?, conditions = ?, effects = ?, failure_code = NULL, failure_detail = NULL WHERE id = ?',
      title, enabled ? 1 : 0, JSON.stringify(when), JSON.stringify(effects), id,
    );
    return findRule(store, id);
  });
}

/** What it did stays. Answers with what adds it again. Throws `rule-missing`. */
export function removeRule(store: Store, id: RuleId): RuleDraft & { position: number } {
  return store.transaction(() => {
    const { title, enabled, when, effects, position } = findRule(store, id);
    store.run('DELETE FROM rules WHERE id = ?', id);
    closeHoles(store, 'rules');
    return { title, enabled, when, effects, position };
  });
}

/** Answers with where it was. Throws `rule-missing`. */
export function moveRule(store: Store, id: RuleId, position: number): number {
  return store.transaction(() => putAt(store, 'rules', findRule(store, id).id, position));
}

/** Throws a fault of the disk on. */
export function recordRuleFailure(store: Store, id: RuleId, error: unknown): void {
  const { code, detail } = failureOf(error);
  store.run('UPDATE rules SET failure_code = ?, failure_detail = ? WHERE id = ?', code, JSON.stringify(detail), id);
}
