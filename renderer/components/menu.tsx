import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Icon } from './icon.tsx';
import type { MenuAnchor, MenuItem } from './menu-item.ts';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import layer from './layer.module.css';
import { placeMenu } from './place-menu.ts';
import styles from './menu.module.css';

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: MenuAnchor;
  readonly onClose: () => void;
}

function rowsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')];
}

function moveTo(menu: HTMLElement, key: string): boolean {
  const rows = rowsOf(menu);
  const at = rows.findIndex((row) => row === document.activeElement);
  const last = rows.length - 1;
  const aims: Record<string, number> = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last };
  const aim = aims[key];
  if (aim !== undefined) {
    rows[aim]?.focus();
    return true;
  }
  if (key.length !== 1 || key === ' ') return false;
  const later = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const match = later.find((row) => row.dataset['text']?.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()));
  match?.focus();
  return match !== undefined;
}

function MenuKeys({ usual }: { readonly usual: string }) {
  const keys = useShownKeys(usual);
  return keys ? (
    <kbd className={styles.keys} aria-hidden="true">
      {keys}
    </kbd>
  ) : null;
}

/** A menu in the top layer. It closes on a choice, on Esc, on Tab and on a click elsewhere, and gives the focus back. */
export function Menu({ label, items, anchor, onClose }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  const openerRef = useRef<Element | null>(null);
  const close = useEffectEvent(onClose);

  useLayoutEffect(() => {
    const menu = ref.current;
    if (!menu) return undefined;
    openerRef.current = anchor instanceof HTMLElement ? anchor : document.activeElement;
    menu.showPopover();
    placeMenu(menu, anchor);
    rowsOf(menu)[0]?.focus({ preventScroll: true });
    const closed = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') close();
    };
    const resized = () => {
      close();
    };
    menu.addEventListener('toggle', closed);
    window.addEventListener('resize', resized);
    return () => {
      menu.removeEventListener('toggle', closed);
      window.removeEventListener('resize', resized);
      const heldFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
      menu.hidePopover();
      const opener = openerRef.current;
      if (heldFocus && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [anchor]);

  const choose = (item: MenuItem) => {
    if (item.kind === 'line' || item.disabled) return;
    // The focus goes back first: what the row opens (a dialog) takes the opener from it.
    ref.current?.hidePopover();
    const opener = openerRef.current;
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    onClose();
    item.onSelect();
  };
  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    // A pane's own single keys must not hear what is typed to the menu.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') {
      event.preventDefault();
      onClose();
    } else if (ref.current && moveTo(ref.current, event.key)) event.preventDefault();
  };

  return (
    <div ref={ref} className={`${layer.popped} ${styles.menu}`} popover="auto" role="menu" aria-label={label} tabIndex={-1} onKeyDown={pressed}>
      {items.map((item, index) =>
        item.kind === 'line' ? (
          // oxlint-disable-next-line react/no-array-index-key
          <hr key={index} className={styles.line} />
        ) : (
          <button
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            type="button"
            className={item.danger ? `${styles.row} ${styles.danger}` : styles.row}
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            aria-disabled={item.disabled ? true : undefined}
            tabIndex={-1}
            data-text={item.label}
            onClick={() => {
              choose(item);
            }}
            onPointerMove={(event) => {
              if (!item.disabled) event.currentTarget.focus({ preventScroll: true });
            }}
          >
            {item.checked === undefined ? item.icon ? <Icon name={item.icon} /> : null : <span className={styles.check}>{item.checked ? <Icon name="check" /> : null}</span>}
            <span className={styles.label}>{item.label}</span>
            {item.keys ? <MenuKeys usual={item.keys} /> : null}
          </button>
        ),
      )}
    </div>
  );
}
