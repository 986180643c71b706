import type { AnswerOf, ArgsOf } from '../../electron/contract/api.ts';
import type { Rule, RuleDraft, RuleRun } from '../../electron/contract/rules.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { doing } from '../state/doing.ts';
import type { Outcome } from '../state/doing.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import type { Said } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';

async function asked(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.rules });
}

/** Adds a rule; can be undone. Rejects with what the engine refuses. */
export async function addRule(draft: RuleDraft): Promise<void> {
  const { rule } = await call('addRule', draft);
  await asked();
  showToast({
    text: () => wordsNow().t('rules.added', { title: rule.title }),
    undo: async () => {
      await call('removeRule', { ruleId: rule.id });
      await asked();
    },
  });
}

async function change(before: Rule, to: Omit<ArgsOf<'changeRule'>, 'ruleId'>, said?: Said): Promise<Outcome> {
  const { rule } = await call('changeRule', { ruleId: before.id, ...to });
  const { title, enabled, when, effects } = before;
  return {
    said: said ?? (() => wordsNow().t('rules.changed', { title: rule.title })),
    undo: async () => {
      await call('changeRule', { ruleId: before.id, title, enabled, when, effects });
      await asked();
    },
  };
}

/** Changes a rule; can be undone. Rejects with what the engine refuses. */
export async function changeRule(before: Rule, to: Omit<ArgsOf<'changeRule'>, 'ruleId'>): Promise<void> {
  const { said, undo } = await change(before, to);
  showToast({ text: said, undo });
  await asked();
}

/** Does something to the rules, which are then asked for anew, and says what came of it, with a way back where there is one. */
async function act(work: () => Promise<Outcome | null>): Promise<void> {
  await doing(work);
  await asked();
}

/** Has a rule act, or rest; can be undone. */
export function turnRule(rule: Rule, enabled: boolean): Promise<void> {
  // A box shows its check at once; what is asked for already is of before it.
  void queryClient.cancelQueries({ queryKey: queryKeys.rules, exact: true });
  queryClient.setQueryData<AnswerOf<'rules'>>(queryKeys.rules, (known) => known && { rules: known.rules.map((one) => (one.id === rule.id ? { ...one, enabled } : one)) });
  return act(() => change(rule, { enabled }, () => wordsNow().t(enabled ? 'rules.turnedOn' : 'rules.turnedOff', { title: rule.title })));
}

/** What it did stays; can be undone. */
export function removeRule({ id, title }: Rule): Promise<void> {
  return act(async () => {
    const { removed } = await call('removeRule', { ruleId: id });
    return {
      said: () => wordsNow().t('rules.removed', { title }),
      undo: async () => {
        await call('addRule', removed);
        await asked();
      },
    };
  });
}

/** Puts a rule at another place; can be undone. */
export function moveRule({ id, title }: Rule, position: number): Promise<void> {
  return act(async () => {
    const { before } = await call('moveRule', { ruleId: id, position });
    return {
      said: () => wordsNow().t('rules.moved', { title }),
      undo: async () => {
        await call('moveRule', { ruleId: id, position: before });
        await asked();
      },
    };
  });
}

/** Gives back what a run changed. */
export function undoRun(run: RuleRun): Promise<void> {
  return act(async () => {
    const { changed } = await call('undoRuleRun', { runId: run.id });
    const text = (): string => wordsNow().t('rules.givenBack', { count: changed });
    showToast({ text });
    return null;
  });
}

/** Does what a rule does to everything that is stored; can be undone. */
export function runRule({ id, title }: Rule): Promise<void> {
  return act(async () => {
    const { run } = await call('runRule', { ruleId: id });
    const text = (): string => wordsNow().t('rules.ranDone', { count: run.changed, title });
    if (run.changed === 0) {
      showToast({ text });
      return null;
    }
    return {
      said: text,
      undo: async () => {
        await call('undoRuleRun', { runId: run.id });
        await asked();
      },
    };
  });
}

/** What it did up to now stays done. */
export async function stopRun(): Promise<void> {
  try {
    await call('cancelRuleRun', {});
  } catch (error) {
    showFailure(error);
    await asked();
  }
}

/** Shows again what a rule muted; can be undone. */
export function showMuted({ id }: Rule): Promise<void> {
  return act(async () => {
    const { changed } = await call('showMuted', { ruleId: id });
    return {
      said: () => wordsNow().t('rules.shownAgain', { count: changed.length }),
      undo: async () => {
        await call('setMuted', { articleIds: changed, muted: true });
        await asked();
      },
    };
  });
}
