import type { Screen } from 'electron';
import type { Rectangle } from './window-place.ts';

/** What windows may cover of each display, the primary one first, in device-independent pixels. */
export function workAreas(screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>): readonly Rectangle[] {
  const { id, workArea } = screen.getPrimaryDisplay();
  return [workArea, ...screen.getAllDisplays().filter((display) => display.id !== id).map((display) => display.workArea)];
}
