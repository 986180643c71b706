import { saveSettings, settingsNow } from '../client/queries.ts';
import { showFailure } from './show-failure.ts';

/** Pixels; the steps of the article's text. */
export const TEXT_SIZES = [15, 16, 17, 18, 20, 22, 24] as const;
export const DEFAULT_TEXT_SIZE = 18;

/** The size one step up (1) or down (-1), or the same at the end. */
export function nextTextSize(now: number, step: 1 | -1): number {
  const at = TEXT_SIZES.findIndex((size) => size >= now);
  return TEXT_SIZES[Math.min(Math.max((at === -1 ? TEXT_SIZES.length - 1 : at) + step, 0), TEXT_SIZES.length - 1)] ?? now;
}

/** Makes the article's text larger (1), smaller (-1) or as designed (0). */
export async function changeTextSize(step: 1 | -1 | 0): Promise<void> {
  const now = settingsNow()?.textSize ?? DEFAULT_TEXT_SIZE;
  try {
    await saveSettings({ textSize: step === 0 ? DEFAULT_TEXT_SIZE : nextTextSize(now, step) });
  } catch (error) {
    showFailure(error);
  }
}
