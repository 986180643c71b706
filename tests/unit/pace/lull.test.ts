import { expect, test } from 'vitest';
import { createLull } from '../../../electron/core/pace/lull.ts';

function timersByHand() {
  const set = new Map<number, { readonly run: () => void; readonly ms: number }>();
  let ids = 0;
  return {
    set: (run: () => void, ms: number) => (set.set(++ids, { run, ms }), ids),
    clear: (id: unknown) => void set.delete(id as number),
    /** Lets all of them fire. */
    pass() {
      const due = [...set.values()];
      set.clear();
      for (const { run } of due) run();
      return due.map(({ ms }) => ms);
    },
  };
}

test('work that is asked for several times begins once, after a lull, and again when it is asked for again', () => {
  const timers = timersByHand();
  let begun = 0;
  const lull = createLull(() => (begun += 1), { timers, ms: 700 });
  lull.soon();
  lull.soon();
  expect(begun).toBe(0);
  expect(timers.pass()).toEqual([700]);
  expect(begun).toBe(1);
  expect(timers.pass()).toEqual([]);
  lull.soon();
  timers.pass();
  expect(begun).toBe(2);
});

test('what has not begun when it is closed does not begin', () => {
  const timers = timersByHand();
  let begun = 0;
  const lull = createLull(() => (begun += 1), { timers });
  lull.soon();
  lull.close();
  lull.close();
  expect(timers.pass()).toEqual([]);
  expect(begun).toBe(0);
});
