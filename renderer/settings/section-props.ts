import type { Settings } from '../../electron/contract/settings.ts';

export interface SectionProps {
  readonly settings: Settings;
  /** Applies a change at once and stores it; where storing fails, the earlier setting comes back and the dialog says why. */
  readonly change: (patch: Partial<Settings>) => void;
}
