import type { IconName } from './icon.tsx';

/** A row of a menu. Rows are named by their place, so a list of them is drawn anew each time it opens. */
export type MenuItem =
  | { readonly kind: 'line' }
  | {
      readonly kind?: 'action';
      readonly label: string;
      readonly icon?: IconName;
      /** The key that usually does the same ("Shift+R"); the one that does it now is shown. */
      readonly keys?: string | undefined;
      /** Set on choices: draws a check mark where true. */
      readonly checked?: boolean;
      readonly disabled?: boolean;
      /** Removes something. */
      readonly danger?: boolean;
      readonly onSelect: () => void;
    };

/** Where a menu opens: below an element, or at a point of the window in CSS pixels. */
export type MenuAnchor = HTMLElement | { readonly x: number; readonly y: number };
