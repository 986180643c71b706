import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import layer from './layer.module.css';
import { placeMenu } from './place-menu.ts';
import styles from './popover.module.css';

export interface PopoverProps {
  readonly label: string;
  /** What opened it; the focus returns there. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The window's single keys must not hear what is typed here. */
function keepKeys(event: KeyboardEvent): void {
  event.stopPropagation();
}

/** Controls in the top layer, below what opened them: not modal, closed by Esc and by a click elsewhere. */
export function Popover({ label, anchor, onClose, children }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);

  useLayoutEffect(() => {
    const popover = ref.current;
    if (!popover) return undefined;
    popover.showPopover();
    placeMenu(popover, anchor);
    popover.querySelector<HTMLElement>('[data-first-focus], input:checked, button:not(:disabled), input')?.focus({ preventScroll: true });
    const toggled = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') close();
    };
    const resized = () => close();
    popover.addEventListener('toggle', toggled);
    window.addEventListener('resize', resized);
    return () => {
      popover.removeEventListener('toggle', toggled);
      window.removeEventListener('resize', resized);
      const heldFocus = popover.contains(document.activeElement) || document.activeElement === document.body;
      popover.hidePopover();
      if (heldFocus && anchor.isConnected) anchor.focus({ preventScroll: true });
    };
  }, [anchor]);

  const left = (event: React.FocusEvent) => {
    if (event.relatedTarget instanceof Node && !ref.current?.contains(event.relatedTarget)) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- open, a dialog element would have to be opened by itself; its controls are what is used
    <div ref={ref} className={`${layer.popped} ${styles.popover}`} popover="auto" role="dialog" aria-label={label} onKeyDown={keepKeys} onBlur={left}>
      {children}
    </div>
  );
}
