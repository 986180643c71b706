import type { TFunction } from 'i18next';
import type { Kept } from '../../electron/contract/model.ts';

/** How much of an article is on this device, as a sentence. */
export function keptWords(kept: Kept, t: TFunction): string {
  return t(kept === 'full' ? 'row.kept' : kept === 'text' ? 'row.textOnly' : 'row.headlineOnly');
}
