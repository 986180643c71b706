import { expect, test } from 'vitest';
import { lifecycle, STARTING, type Lifecycle, type LifecycleEvent } from '../../../electron/shell/lifecycle.ts';

/** The actions of each event, in turn. */
function run(...events: LifecycleEvent[]): string[][] {
  let state: Lifecycle = STARTING;
  return events.map((event) => {
    const next = lifecycle(state, event);
    state = next.state;
    return [...next.actions];
  });
}

const ready: LifecycleEvent = { kind: 'ready', hidden: false };
const willQuit: LifecycleEvent = { kind: 'will-quit' };
const closed: LifecycleEvent = { kind: 'engine-closed' };

test('one window opens when the app is ready, and not again', () => {
  expect(run(ready, ready)).toEqual([['open-window'], []]);
});

test('a second start shows the window that is there, or opens one', () => {
  expect(run(ready, { kind: 'second-instance', windows: 1 }, { kind: 'second-instance', windows: 0 })).toEqual([['open-window'], ['show-window'], ['open-window']]);
});

test('a second start before ready waits for the window that opens anyway', () => {
  expect(run({ kind: 'second-instance', windows: 0 }, ready)).toEqual([[], ['open-window']]);
});

test('closing the last window quits, except on macOS', () => {
  expect(run(ready, { kind: 'all-windows-closed', platform: 'linux', stays: false })[1]).toEqual(['quit']);
  expect(run(ready, { kind: 'all-windows-closed', platform: 'win32', stays: false })[1]).toEqual(['quit']);
  expect(run(ready, { kind: 'all-windows-closed', platform: 'darwin', stays: false }, { kind: 'activated', windows: 0 })).toEqual([['open-window'], [], ['open-window']]);
});

test('an app that lives in the tray stays there, and starts there where nobody asked for a window', () => {
  expect(run({ kind: 'ready', hidden: true }, { kind: 'activated', windows: 0 })).toEqual([[], ['open-window']]);
  for (const platform of ['linux', 'win32']) expect(run(ready, { kind: 'all-windows-closed', platform, stays: true }, { kind: 'second-instance', windows: 0 }, willQuit)).toEqual([['open-window'], ['stay'], ['open-window'], ['hold-quit', 'close-engine']]);
  expect(run(ready, willQuit, { kind: 'all-windows-closed', platform: 'linux', stays: true })).toEqual([['open-window'], ['hold-quit', 'close-engine'], []]);
});

test('quitting waits for the engine, once, however often it is asked', () => {
  expect(run(ready, willQuit, willQuit, closed, willQuit)).toEqual([['open-window'], ['hold-quit', 'close-engine'], ['hold-quit'], ['quit'], []]);
});

test('while quitting no window opens', () => {
  expect(run(ready, willQuit, { kind: 'activated', windows: 0 }, { kind: 'second-instance', windows: 0 }, { kind: 'all-windows-closed', platform: 'linux', stays: false })).toEqual([
    ['open-window'],
    ['hold-quit', 'close-engine'],
    [],
    [],
    [],
  ]);
});

test('quitting before ready closes the engine that is starting', () => {
  expect(run(willQuit, closed)).toEqual([['hold-quit', 'close-engine'], ['quit']]);
});
