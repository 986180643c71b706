import { useEffect } from 'react';
import type { RefObject } from 'react';
import { onEvent } from '../client/transport.ts';
import { IS_MAC } from '../keyboard/is-mac.ts';
import { keyName } from '../keyboard/key-name.ts';

/** What hears Esc for itself. */
const OWN_ESCAPE = 'dialog, [role="menu"], [popover], select:open';

/** The keys of the settings' own window: Esc and Ctrl+W (Cmd+W) close it, Ctrl+F (Cmd+F) finds a setting. */
export function useWindowKeys(searchRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const find = () => searchRef.current?.querySelector('input')?.select();
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const name = keyName(event, IS_MAC);
      const target = event.target instanceof Element ? event.target : null;
      if (name === 'Mod+F') find();
      else if (name === 'Mod+W' || (name === 'Escape' && !target?.closest(OWN_ESCAPE))) window.close();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    // On macOS the menu has the key.
    const stopEvents = onEvent((event) => {
      if (event.kind === 'command' && event.command === 'find') find();
    });
    return () => {
      document.removeEventListener('keydown', pressed);
      stopEvents();
    };
  }, [searchRef]);
}
