import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { RuleConditions, RuleEffects, RuleId, RuleRun, RunId, RunState } from '../../contract/rules.ts';
import type { ThreadShare } from '../pace/thread-share.ts';
import type { Store } from '../store/store.ts';
import type { Finder } from '../watch/finder.ts';
import { storedBelow } from '../watch/look-back.ts';
import { act } from './act.ts';
import { meets } from './meets.ts';
import { checkConditions, findRule, recordRuleFailure } from './rule-store.ts';
import { takeBack } from './take-back.ts';

const AT_ONCE = 100;
const KEPT_RUNS = 20;

interface RunRow {
  readonly id: RunId;
  readonly ruleId: RuleId;
  readonly conditions: string;
  readonly effects: string;
  readonly state: RunState;
  readonly below: number;
}

export interface RuleRunParts {
  readonly store: Store;
  readonly finder: Finder;
  readonly share: ThreadShare;
  /** Told after each stretch; what is bookmarked now is to be kept whole. */
  readonly onStretch: (articleIds: readonly ArticleId[], bookmarked: readonly ArticleId[]) => void;
}

/** Rules over what is stored already: one at a time, in stretches, each one transaction, taken up again after a kill. */
export interface RuleRuns {
  run(ruleId: RuleId): Promise<RuleRun>;
  undo(runId: RunId): Promise<number>;
  /** The run that is under way stops with what it has done. */
  cancel(): void;
  list(): RuleRun[];
  /** Goes on with what a kill stopped. */
  resume(): Promise<void>;
}

const COLUMNS = 'id, rule_id AS ruleId, state, done, total, matched, changed, started_at AS startedAt, ended_at AS endedAt';

/** See RuleRuns. */
export function createRuleRuns({ store, finder, share, onStretch }: RuleRunParts): RuleRuns {
  let cancelled = false;
  let busy = false;

  const find = (id: RunId): RuleRun => {
    const run = store.get<RuleRun>(`SELECT ${COLUMNS} FROM rule_runs WHERE id = ?`, id);
    if (!run) throw new ReaderError('run-missing', `there is no run ${id}`, { runId: id });
    return run;
  };

  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) throw new ReaderError('run-running', 'a rule is running already');
    busy = true;
    cancelled = false;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };

  const end = (id: RunId, state: RunState): void => {
    store.run('UPDATE rule_runs SET state = ?, ended_at = ? WHERE id = ?', state, store.now(), id);
  };

  /** False when there is nothing left. */
  const stretch = (id: RunId): boolean =>
    store.transaction(() => {
      const run = store.get<RunRow>('SELECT id, rule_id AS ruleId, conditions, effects, state, below FROM rule_runs WHERE id = ?', id);
      if (!run || run.state !== 'running') return false;
      const ids = storedBelow(store, run.below, AT_ONCE);
      const last = ids.at(-1);
      if (last === undefined) {
        end(id, 'done');
        return false;
      }
      const matched = meets(store, finder, JSON.parse(run.conditions) as RuleConditions, ids);
      const { changed, bookmarked } = act(store, matched, JSON.parse(run.effects) as RuleEffects, { ruleId: run.ruleId, runId: id });
      store.run('UPDATE rule_runs SET below = ?, done = done + ?, matched = matched + ?, changed = changed + ? WHERE id = ?', last, ids.length, matched.length, changed.size, id);
      // Stamps by which an undo knows its own stay unique after a restart with the clock set back.
      store.run('UPDATE library SET last_stamp = ?', store.stamp());
      onStretch([...changed], bookmarked);
      return true;
    });

  const goOn = async (id: RunId): Promise<void> => {
    const { ruleId } = find(id);
    try {
      while (stretch(id)) {
        await share.pause();
        if (cancelled) end(id, 'stopped');
      }
    } catch (error) {
      if (error instanceof ReaderError && error.code === 'engine-stopped') throw error;
      end(id, 'stopped');
      recordRuleFailure(store, ruleId, error);
      throw error;
    } finally {
      if (store.db.isOpen) onStretch([], []);
    }
  };

  const goBack = async (id: RunId): Promise<number> => {
    let changed = 0;
    for (;;) {
      const given = store.transaction(() => {
        const some = takeBack(store, id, AT_ONCE);
        if (some === null) end(id, 'undone');
        else store.run('UPDATE rule_runs SET changed = max(0, changed - ?) WHERE id = ?', some.length, id);
        return some;
      });
      if (given === null) break;
      changed += given.length;
      onStretch(given, []);
      await share.pause();
    }
    onStretch([], []);
    return changed;
  };

  return {
    run: (ruleId) =>
      alone(async () => {
        const id = store.transaction(() => {
          const { when, effects } = findRule(store, ruleId);
          checkConditions(store, finder, when);
          const total = store.get<{ n: number }>('SELECT count(*) AS n FROM statuses WHERE presence = 1')?.n ?? 0;
          const made = store.get<{ id: RunId }>(
            "INSERT INTO rule_runs (rule_id, conditions, effects, state, below, total, started_at) VALUES (?, ?, ?, 'running', ?, ?, ?) RETURNING id",
            ruleId, JSON.stringify(when), JSON.stringify(effects), Number.MAX_SAFE_INTEGER, total, store.now(),
          );
          if (!made) throw new Error('an inserted run has an id');
          store.run("DELETE FROM rule_runs WHERE state NOT IN ('running', 'undoing') AND id NOT IN (SELECT id FROM rule_runs ORDER BY id DESC LIMIT ?)", KEPT_RUNS);
          return made.id;
        });
        await goOn(id);
        return find(id);
      }),
    undo: (runId) =>
      alone(async () => {
        const { state } = find(runId);
        if (state === 'undone') throw new ReaderError('nothing-to-undo', `run ${runId} was undone`);
        store.run("UPDATE rule_runs SET state = 'undoing', ended_at = NULL WHERE id = ?", runId);
        return goBack(runId);
      }),
    cancel() {
      cancelled = busy;
    },
    list: () => store.all<RuleRun>(`SELECT ${COLUMNS} FROM rule_runs ORDER BY id DESC LIMIT ?`, KEPT_RUNS),
    async resume() {
      for (const { id, state } of store.all<Pick<RunRow, 'id' | 'state'>>("SELECT id, state FROM rule_runs WHERE state IN ('running', 'undoing') ORDER BY id")) {
        await alone<unknown>(() => (state === 'running' ? goOn(id) : goBack(id)));
      }
    },
  };
}
