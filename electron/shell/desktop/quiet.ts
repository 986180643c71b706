import type { DesktopSettings } from '../../contract/desktop.ts';

export interface QuietOptions {
  readonly wish: () => Pick<DesktopSettings, 'quietOnBattery' | 'quietOnMetered'>;
  readonly onBattery: () => boolean | Promise<boolean>;
  /** Null where the system does not say. */
  readonly isMetered: () => Promise<boolean | null>;
}

/** Whether nothing is to be fetched unasked now. What the person did not choose is not asked about. */
export function createQuiet({ wish, onBattery, isMetered }: QuietOptions): () => Promise<boolean> {
  return async () => {
    const { quietOnBattery, quietOnMetered } = wish();
    if (quietOnBattery && (await onBattery())) return true;
    return quietOnMetered && (await isMetered()) === true;
  };
}
