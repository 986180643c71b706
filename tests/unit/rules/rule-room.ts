import type { Rule, RuleConditions, RuleEffects } from '../../../electron/contract/rules.ts';
import { addRule } from '../../../electron/core/rules/rule-store.ts';
import type { WatchRoom } from '../watch/watch-room.ts';

/** A rule that is on. */
export function rule(room: WatchRoom, when: RuleConditions, effects: RuleEffects, title = 'A rule'): Rule {
  return addRule(room.store, room.finder, { title, enabled: true, when, effects });
}

/** Headlines, every third of which has a quota in its title. */
export function lot(count: number): { guid: string; title: string }[] {
  return Array.from({ length: count }, (_, n) => ({ guid: `${n}`, title: n % 3 === 0 ? `Quota ${n}` : `Other ${n}` }));
}
