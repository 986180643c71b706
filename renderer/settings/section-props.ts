import type { Settings } from '../../electron/contract/model.ts';

export interface SectionProps {
  readonly settings: Settings;
}
