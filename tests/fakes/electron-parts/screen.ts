import type Electron from 'electron';
import { mustBeReady } from './phase.ts';

type FakeDisplay = Pick<Electron.Display, 'id' | 'workArea'>;

const ONE: readonly FakeDisplay[] = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];

/** The displays of the machine, the primary one first. */
export const displays: { all: readonly FakeDisplay[] } = { all: ONE };

export function resetScreen(): void {
  displays.all = ONE;
}

export const screen = {
  getAllDisplays() {
    mustBeReady('screen.getAllDisplays()');
    return displays.all as Electron.Display[];
  },
  getPrimaryDisplay() {
    mustBeReady('screen.getPrimaryDisplay()');
    return displays.all[0] as Electron.Display;
  },
} satisfies Partial<Electron.Screen>;
