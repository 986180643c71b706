import type { ArticleId, ArticleSummary, FeedId, FolderId } from './model.ts';
import type { QueryFailure } from './watch.ts';

/** What is done by itself with articles as they arrive. */

export type RuleId = number;
export type RunId = number;

/** Conditions are joined: an article meets each that is given. At least one is. */
export interface RuleConditions {
  /** In the search's language. */
  readonly query?: string;
  readonly feedIds?: readonly FeedId[];
  /** With the folders below them, as they are when an article arrives. */
  readonly folderIds?: readonly FolderId[];
  /** BCP 47; `zh` also means `zh-CN`. */
  readonly langs?: readonly string[];
}

/**
 * What is done; at least one of it. `mute` takes an article out of every list and count, while a search for `is:muted`
 * still finds it; a bookmark shows it again. `raise` marks it as important where it stands: lists stay in the order of
 * time, so that nothing moves under the reader. `tags` bookmark, as tags do.
 */
export interface RuleEffects {
  readonly markRead?: boolean;
  readonly mute?: boolean;
  readonly bookmark?: boolean;
  readonly raise?: boolean;
  readonly notify?: boolean;
  /** Titles. */
  readonly tags?: readonly string[];
}

export interface RuleDraft {
  readonly title: string;
  readonly enabled: boolean;
  readonly when: RuleConditions;
  readonly effects: RuleEffects;
}

export interface Rule extends RuleDraft {
  readonly id: RuleId;
  /** From 0; rules act in this order. */
  readonly position: number;
  readonly failure: QueryFailure | null;
  /** Articles that it acted on by itself. */
  readonly acted: number;
  /** Of these and of runs, those that are muted now. */
  readonly muted: number;
}

/** `stopped` by a person, with what it had done; `undoing` gives back what was, and ends as `undone`. */
export type RunState = 'running' | 'stopped' | 'done' | 'undoing' | 'undone';

/** One run of a rule over what was stored already. */
export interface RuleRun {
  readonly id: RunId;
  readonly ruleId: RuleId;
  readonly state: RunState;
  /** Articles looked at, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly matched: number;
  /** Articles that are not as they were before it. */
  readonly changed: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

export interface DryRun {
  /** How many articles it would act on, of those looked at. */
  readonly count: number;
  /** The newest of them. */
  readonly sample: readonly ArticleSummary[];
  /** Older articles that were not looked at, since that would take too long; 0 where all were. */
  readonly left: number;
}

export interface RulesApi {
  rules(args: Record<string, never>): Promise<{ rules: readonly Rule[] }>;
  /** Rejects with `rule-empty`, with what its query fails with, `feed-missing`, `folder-missing`. */
  addRule(args: RuleDraft & { position?: number }): Promise<{ rule: Rule }>;
  /** Rejects with `rule-missing`, and as addRule does. */
  changeRule(args: { ruleId: RuleId } & Partial<RuleDraft>): Promise<{ rule: Rule }>;
  /** What it did stays. `removed` added again undoes it. Rejects with `rule-missing`. */
  removeRule(args: { ruleId: RuleId }): Promise<{ removed: RuleDraft & { position: number } }>;
  /** `before` moved to again undoes it. Rejects with `rule-missing`. */
  moveRule(args: { ruleId: RuleId; position: number }): Promise<{ rules: readonly Rule[]; before: number }>;
  /** What a rule would act on of what is stored; nothing is written. Rejects as addRule does. */
  dryRunRule(args: { rule: Pick<RuleDraft, 'when'> }): Promise<DryRun>;
  /** Does what the rule does to everything that is stored; answers when done. Rejects with `rule-missing`, `run-running`. */
  runRule(args: { ruleId: RuleId }): Promise<{ run: RuleRun }>;
  /** The latest runs, newest first, 20 at most. */
  ruleRuns(args: Record<string, never>): Promise<{ runs: readonly RuleRun[] }>;
  /** What it has done stays. */
  cancelRuleRun(args: Record<string, never>): Promise<Record<string, never>>;
  /** Gives back what was before the run, but for what a person changed since; answers when done. Rejects with `run-missing`, `run-running`, `nothing-to-undo`. */
  undoRuleRun(args: { runId: RunId }): Promise<{ changed: number }>;
  /** `changed` are those that were not so before: given back with the other `muted`, they undo it. */
  setMuted(args: { articleIds: readonly ArticleId[]; muted: boolean }): Promise<{ changed: readonly ArticleId[] }>;
  /** Shows again everything that a rule muted. Rejects with `rule-missing`. */
  showMuted(args: { ruleId: RuleId }): Promise<{ changed: readonly ArticleId[] }>;
}
