import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram, type RunProgram } from './metered.ts';

const POWER_SUPPLIES = '/sys/class/power_supply';

/** Whether the machine runs on its battery, for doors without Electron; false where it has none or the system does not say. */
export async function onBattery(platform: NodeJS.Platform = process.platform, { run = runProgram, supplies = POWER_SUPPLIES }: { readonly run?: RunProgram; readonly supplies?: string } = {}): Promise<boolean> {
  if (platform === 'linux') return discharging(supplies);
  if (platform === 'darwin') return /'Battery Power'/.test((await run('/usr/bin/pmset', ['-g', 'batt'])) ?? '');
  return false;
}

/** A battery of the machine is being emptied; those of mice and keyboards have the scope `Device` (Linux, sysfs-class-power). */
function discharging(folder: string): boolean {
  const read = (name: string, file: string): string => {
    try {
      return readFileSync(join(folder, name, file), 'utf8').trim();
    } catch {
      return '';
    }
  };
  try {
    return readdirSync(folder).some((name) => read(name, 'type') === 'Battery' && read(name, 'scope') !== 'Device' && read(name, 'status') === 'Discharging');
  } catch {
    return false;
  }
}
