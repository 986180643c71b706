import { create } from 'zustand';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';
import { onEvent } from '../client/transport.ts';

/** Where in the settings was asked for since their window opened; a new object each time, though the place be the same. */
export const useAskedPlace = create<{ readonly place: SettingsPlace | null }>()(() => ({ place: null }));

/** Listens for it from the first, so that what is asked for while the window is still drawn is not lost. Returns the way to stop. */
export function followAskedPlace(): () => void {
  return onEvent((event) => {
    if (event.kind === 'show-settings') useAskedPlace.setState({ place: { section: event.section, setting: event.setting } });
  });
}
