import type { PowerMonitor } from 'electron';
import type { PowerState } from './engine-protocol.ts';

/** Tells when the machine goes to sleep and when it woke. To be called once Electron is ready. */
export function followPower(powerMonitor: Pick<PowerMonitor, 'on'>, tell: (state: PowerState) => void): void {
  powerMonitor.on('suspend', () => tell('asleep'));
  powerMonitor.on('resume', () => tell('awake'));
}
