import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MenuAnchor, MenuItem } from './menu-item.ts';
import { Menu } from './menu.tsx';

interface OpenMenu {
  readonly anchor: MenuAnchor;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export interface MenuHandle {
  /** Opens below an element (a button), or at a point (`{x: event.clientX, y: event.clientY}`). */
  readonly openAt: (anchor: MenuAnchor, label: string, items: readonly MenuItem[]) => void;
  readonly isOpen: boolean;
  /** Place this anywhere in the component: the menu itself, or null. */
  readonly menu: ReactNode;
}

/** A menu that a button or a row opens. */
export function useMenu(): MenuHandle {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  return {
    openAt: (anchor, label, items) => {
      setOpen({ anchor, label, items });
    },
    isOpen: open !== null,
    menu: open ? (
      <Menu
        {...open}
        onClose={() => {
          setOpen(null);
        }}
      />
    ) : null,
  };
}
