import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Rule } from '../../../../electron/contract/rules.ts';
import { queryClient } from '../../../../renderer/client/query-client.ts';
import { queryKeys } from '../../../../renderer/client/queries.ts';
import { call } from '../../../../renderer/client/transport.ts';
import { turnRule } from '../../../../renderer/rules/rule-actions.ts';
import { showToast, useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

const RULE = { id: 3, title: 'Mute scandium', enabled: true, when: { query: 'scandium' }, effects: { mute: true } } as Rule;

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});
beforeEach(() => {
  useUi.setState({ doneStack: [], toast: null });
  queryClient.setQueryData(queryKeys.rules, { rules: [RULE] });
});

function isOn(): boolean | undefined {
  return queryClient.getQueryData<{ rules: readonly Rule[] }>(queryKeys.rules)?.rules[0]?.enabled;
}

test('Z takes back a rule that is being turned off, not what was done before it', async () => {
  const before = vi.fn<() => void>();
  showToast({ text: () => 'Renamed', undo: before });
  const slow = Promise.withResolvers<object>();
  const asked: unknown[] = [];
  reader.answer('changeRule', (change: { enabled: boolean }) => {
    asked.push(change.enabled);
    return asked.length === 1 ? slow.promise : { rule: RULE };
  });
  const turning = turnRule(RULE, false);
  const undoing = undo();
  slow.resolve({ rule: { ...RULE, enabled: false } });
  await Promise.all([turning, undoing]);
  expect(asked).toEqual([false, true]);
  expect(before).not.toHaveBeenCalled();
});

test('rules that were asked for before one was turned off do not turn it on again on the screen', async () => {
  const early = Promise.withResolvers<object>();
  const slow = Promise.withResolvers<object>();
  reader.answer('rules', () => early.promise);
  reader.answer('changeRule', () => slow.promise);
  const asking = queryClient.query({ queryKey: queryKeys.rules, queryFn: () => call('rules', {}), staleTime: 0 }).catch(() => undefined);
  const turning = turnRule(RULE, false);
  early.resolve({ rules: [RULE] });
  await asking;
  expect(isOn()).toBe(false);
  slow.resolve({ rule: { ...RULE, enabled: false } });
  await turning;
});
