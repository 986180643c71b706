import { EventEmitter } from 'node:events';
import { app, crashReporter, dialog } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { watchForCrashes } from '../../../electron/shell/crash.ts';
import { fake } from '../../fakes/electron.ts';

let problems: string[];

function watch(showDialog: boolean): EventEmitter {
  const main = new EventEmitter();
  watchForCrashes({ app, crashReporter, dialog, process: main as unknown as NodeJS.Process, showDialog, title: () => 'Monazite met an error', onProblem: (problem) => problems.push(problem) });
  return main;
}

beforeEach(() => {
  fake.reset();
  problems = [];
});

test('crash dumps stay on this machine', () => {
  watch(true);
  expect(fake.app.crashReporter).toEqual({ uploadToServer: false });
});

test('every error is logged, and shown once', () => {
  const main = watch(true);
  main.emit('uncaughtException', new Error('first'));
  main.emit('uncaughtException', new Error('second'));
  main.emit('unhandledRejection', new Error('third'));
  expect(problems).toHaveLength(3);
  expect(fake.shown.dialogs).toHaveLength(1);
});

test('the smoke test waits for no dialog', () => {
  watch(false).emit('uncaughtException', new Error('first'));
  expect([problems.length, fake.shown.dialogs.length]).toEqual([1, 0]);
});

test('a process of Chromium that ends badly is logged', () => {
  watch(true);
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 9 });
  app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
  expect(problems).toEqual(['the GPU process ended: crashed (9)']);
});
