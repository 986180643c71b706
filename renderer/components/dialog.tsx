import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import styles from './dialog.module.css';
import layer from './layer.module.css';
import { openModal } from './modals.ts';

export interface DialogProps {
  readonly title: string;
  /** Esc, or the system's way back. The owner takes the dialog off the screen. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons at the end, the safe one first. */
  readonly actions?: ReactNode;
  /** What stands left of the buttons. */
  readonly note?: ReactNode;
  /** Makes the body a form, so that Enter in a field does the primary thing. */
  readonly onSubmit?: () => void;
  readonly width?: number;
  /** Something that must be decided: read out whole by assistive technology. */
  readonly urgent?: boolean;
}

/** What may take the keys where the control that had them is gone: what says of itself that it is near. */
const CONTROLS = ['[data-next-focus]', '[data-first-focus]', 'input:not([type="file"])', 'select', 'textarea', 'button'];

function focusFirst(dialog: HTMLElement): void {
  const able = CONTROLS.map((control) => `${control}:not(:disabled)`);
  const [near = '', wanted = '', ...others] = able;
  const first = dialog.querySelector<HTMLElement>(near) ?? dialog.querySelector<HTMLElement>(wanted) ?? dialog.querySelector<HTMLElement>(others.join());
  first?.focus();
}

/** Gives the keys back to a dialog whose focused control left it: a step that made room for the next. Returns the way to stop. */
function keepFocusIn(dialog: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) focusFirst(dialog);
  });
  observer.observe(dialog, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** A modal dialog. The focus goes in (to what carries `data-first-focus`, else to the first control), stays in, and returns to where it was. */
export function Dialog({ title, onClose, children, actions, note, onSubmit, width = 520, urgent }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const bodyId = useId();

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = document.activeElement;
    const close = openModal(dialog);
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    // Where a low window lets it scroll, Chromium takes the part around the controls for the first of them.
    if (document.activeElement?.id === bodyId) focusFirst(dialog);
    const letGo = keepFocusIn(dialog);
    return () => {
      letGo();
      close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [bodyId]);

  const cancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    // A file field inside fires `cancel` too.
    if (event.target !== ref.current) return;
    event.preventDefault();
    onClose();
  };
  // Chromium closes by itself on a second Esc, whatever `cancel` says.
  const closed = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target === ref.current && !ref.current.open) onClose();
  };

  const parts = (
    <>
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      <div className={`${layer.edges} ${styles.body}`} id={bodyId}>
        {children}
      </div>
      {actions || note ? (
        <div className={styles.actions}>
          <div className={styles.note}>{note}</div>
          {actions}
        </div>
      ) : null}
    </>
  );
  return (
    <dialog
      ref={ref}
      className={`${layer.modal} ${styles.dialog}`}
      style={{ width }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role={urgent ? 'alertdialog' : 'dialog'}
      aria-labelledby={titleId}
      aria-describedby={urgent ? bodyId : undefined}
      aria-modal="true"
      onCancel={cancel}
      onClose={closed}
    >
      {onSubmit ? (
        <form
          className={`${layer.frame} ${styles.frame}`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {parts}
        </form>
      ) : (
        <div className={`${layer.frame} ${styles.frame}`}>{parts}</div>
      )}
    </dialog>
  );
}
