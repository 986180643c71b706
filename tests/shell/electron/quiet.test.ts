import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { powerMonitor } from 'electron';
import { afterAll, describe, expect, test } from 'vitest';
import { onBattery } from '../../../electron/shell/desktop/battery.ts';
import { isMetered, runProgram } from '../../../electron/shell/desktop/metered.ts';
import { createQuiet } from '../../../electron/shell/desktop/quiet.ts';
import { fake } from '../../fakes/electron.ts';

const dir = mkdtempSync(join(tmpdir(), 'monazite-quiet-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('it is to be quiet', () => {
  test('on battery and on a metered network, each only where the person chose so', async () => {
    const asked: string[] = [];
    const quiet = (quietOnBattery: boolean, quietOnMetered: boolean, battery: boolean, metered: boolean | null): Promise<boolean> =>
      createQuiet({
        wish: () => ({ quietOnBattery, quietOnMetered }),
        onBattery: () => { asked.push('battery'); return battery; },
        isMetered: async () => { asked.push('metered'); return metered; },
      })();
    expect(await quiet(false, false, true, true)).toBe(false);
    expect(asked).toEqual([]);
    expect(await quiet(true, false, true, false)).toBe(true);
    expect(await quiet(true, false, false, true)).toBe(false);
    expect(await quiet(false, true, true, true)).toBe(true);
    expect(await quiet(false, true, true, false)).toBe(false);
    expect(await quiet(true, true, false, null)).toBe(false);
  });

  test('as Electron says of the battery, once it is ready', () => {
    fake.reset();
    expect(() => powerMonitor.isOnBatteryPower()).toThrow('before app is ready');
    fake.ready();
    fake.supply.battery = true;
    expect(powerMonitor.isOnBatteryPower()).toBe(true);
  });
});

describe('whether the network is metered', () => {
  test.each([['u 1\n', true], ['u 2\n', false], ['u 3\n', true], ['u 4\n', false], ['u 0\n', null], ['', null], ['s "x"', null]])('NetworkManager’s %j is %s', async (answer, metered) => {
    expect(await isMetered('linux', async (program) => (program === 'busctl' ? answer : null))).toBe(metered);
  });

  test('nobody says on other systems, or where nobody can be asked', async () => {
    expect(await isMetered('darwin', async () => 'u 1')).toBeNull();
    expect(await isMetered('win32', async () => 'u 1')).toBeNull();
    expect(await isMetered('linux', async () => null)).toBeNull();
  });

  test.skipIf(process.platform === 'win32')('a program is asked, and one that fails or is not there says nothing', async () => {
    const program = join(dir, 'says');
    writeFileSync(program, '#!/bin/sh\necho "u $1"\n');
    chmodSync(program, 0o755);
    expect(await runProgram(program, ['4'])).toBe('u 4\n');
    expect(await runProgram('/bin/sh', ['-c', 'echo u 1; exit 3'])).toBeNull();
    expect(await runProgram(join(dir, 'none'), [])).toBeNull();
  });
});

const supplies = (parts: Record<string, Record<string, string>>): string => {
  const folder = mkdtempSync(join(dir, 'supplies-'));
  for (const [name, files] of Object.entries(parts)) {
    mkdirSync(join(folder, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), `${text}\n`);
  }
  return folder;
};

const linux = (parts: Record<string, Record<string, string>>): Promise<boolean> => onBattery('linux', { supplies: supplies(parts) });

describe('whether the machine runs on its battery', () => {
  test('Linux says of each supply', async () => {
    expect(await linux({ AC: { type: 'Mains', online: '0' }, BAT0: { type: 'Battery', status: 'Discharging' } })).toBe(true);
    expect(await linux({ AC: { type: 'Mains', online: '1' }, BAT0: { type: 'Battery', status: 'Charging' } })).toBe(false);
    expect(await linux({ mouse: { type: 'Battery', scope: 'Device', status: 'Discharging' } })).toBe(false);
    expect(await onBattery('linux', { supplies: join(dir, 'none') })).toBe(false);
  });

  test('macOS says in the words of pmset', async () => {
    expect(await onBattery('darwin', { run: async () => "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t81%; discharging" })).toBe(true);
    expect(await onBattery('darwin', { run: async () => "Now drawing from 'AC Power'" })).toBe(false);
  });
});
