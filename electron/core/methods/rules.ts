import type { RulesApi } from '../../contract/rules.ts';
import { dryRun } from '../rules/dry-run.ts';
import { addRule, changeRule, findRule, listRules, moveRule, removeRule } from '../rules/rule-store.ts';
import { mute, mutedBy, unmute } from '../store/mute.ts';
import type { Watching } from '../watching.ts';
import type { MethodParts } from './method-parts.ts';

/** What is done by itself with articles. */
export function rulesMethods({ store, announce, share }: MethodParts, { finder, runs }: Watching): RulesApi {
  const tell = (): void => announce({ kind: 'rules' });
  const told = (changed: readonly number[]): { changed: readonly number[] } => {
    if (changed.length > 0) {
      announce({ kind: 'status', articleIds: changed });
      tell();
    }
    return { changed };
  };
  return {
    rules: async () => ({ rules: listRules(store) }),
    async addRule(draft) {
      const rule = addRule(store, finder, draft);
      tell();
      return { rule };
    },
    async changeRule({ ruleId, ...change }) {
      const rule = changeRule(store, finder, ruleId, change);
      tell();
      return { rule };
    },
    async removeRule({ ruleId }) {
      const removed = removeRule(store, ruleId);
      tell();
      return { removed };
    },
    async moveRule({ ruleId, position }) {
      const before = moveRule(store, ruleId, position);
      tell();
      return { rules: listRules(store), before };
    },
    dryRunRule: async ({ rule: { when } }) => dryRun({ store, finder, share }, when),
    runRule: async ({ ruleId }) => ({ run: await runs.run(ruleId) }),
    ruleRuns: async () => ({ runs: runs.list() }),
    async cancelRuleRun() {
      runs.cancel();
      return {};
    },
    undoRuleRun: async ({ runId }) => ({ changed: await runs.undo(runId) }),
    setMuted: async ({ articleIds, muted }) => told(muted ? mute(store, articleIds, { by: null, at: store.stamp() }) : unmute(store, articleIds)),
    showMuted: async ({ ruleId }) => told(unmute(store, mutedBy(store, findRule(store, ruleId).id))),
  };
}
