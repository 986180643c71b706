import type { AnswerOf, ArgsOf } from '../../electron/contract/api.ts';
import type { Rule, RuleDraft, RuleRun } from '../../electron/contract/rules.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import type { Said } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';

async function asked(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.rules });
}

/** Said before the rules are asked for anew: Z, pressed at once, would else take back what was done before this. */
function say(text: Said, undo: () => Promise<void>): void {
  showToast({ text, undo });
}

/** Adds a rule; can be undone. Rejects with what the engine refuses. */
export async function addRule(draft: RuleDraft): Promise<void> {
  const { rule } = await call('addRule', draft);
  await asked();
  say(() => wordsNow().t('rules.added', { title: rule.title }), async () => {
    await call('removeRule', { ruleId: rule.id });
    await asked();
  });
}

/** Changes a rule; can be undone. Rejects with what the engine refuses. */
export async function changeRule(before: Rule, change: Omit<ArgsOf<'changeRule'>, 'ruleId'>, said?: Said): Promise<void> {
  const { rule } = await call('changeRule', { ruleId: before.id, ...change });
  const { title, enabled, when, effects } = before;
  say(said ?? (() => wordsNow().t('rules.changed', { title: rule.title })), async () => {
    await call('changeRule', { ruleId: before.id, title, enabled, when, effects });
    await asked();
  });
  await asked();
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await asked();
    showFailure(error);
  }
}

/** Has a rule act, or rest; can be undone. */
export function turnRule(rule: Rule, enabled: boolean): Promise<void> {
  // A box shows its check at once.
  queryClient.setQueryData<AnswerOf<'rules'>>(queryKeys.rules, (known) => known && { rules: known.rules.map((one) => (one.id === rule.id ? { ...one, enabled } : one)) });
  return attempt(() => changeRule(rule, { enabled }, () => wordsNow().t(enabled ? 'rules.turnedOn' : 'rules.turnedOff', { title: rule.title })));
}

/** What it did stays; can be undone. */
export function removeRule({ id, title }: Rule): Promise<void> {
  return attempt(async () => {
    const { removed } = await call('removeRule', { ruleId: id });
    say(() => wordsNow().t('rules.removed', { title }), async () => {
      await call('addRule', removed);
      await asked();
    });
    await asked();
  });
}

/** Puts a rule at another place; can be undone. */
export function moveRule({ id, title }: Rule, position: number): Promise<void> {
  return attempt(async () => {
    const { before } = await call('moveRule', { ruleId: id, position });
    say(() => wordsNow().t('rules.moved', { title }), async () => {
      await call('moveRule', { ruleId: id, position: before });
      await asked();
    });
    await asked();
  });
}

/** Gives back what a run changed. */
export function undoRun(run: RuleRun): Promise<void> {
  return attempt(async () => {
    const { changed } = await call('undoRuleRun', { runId: run.id });
    await asked();
    const text = (): string => wordsNow().t('rules.givenBack', { count: changed });
    showToast({ text });
  });
}

/** Does what a rule does to everything that is stored; can be undone. */
export function runRule({ id, title }: Rule): Promise<void> {
  return attempt(async () => {
    const { run } = await call('runRule', { ruleId: id });
    await asked();
    const text = (): string => wordsNow().t('rules.ranDone', { count: run.changed, title });
    if (run.changed === 0) showToast({ text });
    else {
      showToast({
        text,
        undo: async () => {
          await call('undoRuleRun', { runId: run.id });
          await asked();
        },
      });
    }
  });
}

export function stopRun(): Promise<void> {
  return attempt(async () => void (await call('cancelRuleRun', {})));
}

/** Shows again what a rule muted; can be undone. */
export function showMuted({ id }: Rule): Promise<void> {
  return attempt(async () => {
    const { changed } = await call('showMuted', { ruleId: id });
    await asked();
    say(() => wordsNow().t('rules.shownAgain', { count: changed.length }), async () => {
      await call('setMuted', { articleIds: changed, muted: true });
      await asked();
    });
  });
}
