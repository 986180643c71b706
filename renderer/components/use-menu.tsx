import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { MenuAnchor, MenuItem } from './menu-item.ts';
import { Menu } from './menu.tsx';

interface OpenMenu {
  readonly anchor: MenuAnchor;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export interface MenuHandle {
  /** The same function each time that the component is drawn, so that rows that are given it stay as they are drawn. Opens below an element (a button), or at a point (`{x: event.clientX, y: event.clientY}`). */
  readonly openAt: (anchor: MenuAnchor, label: string, items: readonly MenuItem[]) => void;
  readonly isOpen: boolean;
  /** Place this anywhere in the component: the menu itself, or null. */
  readonly menu: ReactNode;
}

/** A menu that a button or a row opens. */
export function useMenu(): MenuHandle {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const openAt = useCallback<MenuHandle['openAt']>((anchor, label, items) => {
    setOpen({ anchor, label, items });
  }, []);
  return {
    openAt,
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
