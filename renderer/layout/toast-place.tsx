import { createPortal } from 'react-dom';
import { useModals } from '../components/modals.ts';
import { Toast } from '../components/toast.tsx';
import { closeToast, useUi } from '../state/ui.ts';
import { undo } from '../state/undo.ts';
import { useWords } from '../words/use-words.ts';
import styles from './frame.module.css';

/** Height of a toast and what is free around it; the buttons of a dialog with what is free around them take as much. Pixels. */
const ROOM = 72;

/** How far above the foot of the window a toast stands while a dialog is open, in pixels. */
function liftOver(modal: HTMLElement): number {
  const below = Math.max(0, window.innerHeight - modal.getBoundingClientRect().bottom);
  return below >= ROOM ? 24 : below + ROOM;
}

/** Where the toast of now floats: at the foot of the pane that it is placed in, or of the window while a dialog lies over that. */
export function ToastPlace() {
  const { t } = useWords();
  const toast = useUi((state) => state.toast);
  const modal = useModals(({ open }) => open.at(-1) ?? null);
  if (!toast) return null;
  const { done, action } = toast;
  const place = (
    <div
      ref={(node) => node?.style.setProperty('--lift', modal ? `${liftOver(modal)}px` : '0')}
      className={modal ? `${styles.toast} ${styles.inModal}` : styles.toast}
      data-floats=""
      data-toast=""
    >
      <Toast
        key={toast.id}
        text={toast.text()}
        actionLabel={done ? t('common.undo') : action?.label()}
        onAction={done ? () => void undo(done) : action?.run}
        onClose={closeToast}
      />
    </div>
  );
  return modal ? createPortal(place, modal) : place;
}
