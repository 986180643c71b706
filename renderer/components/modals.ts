import { create } from 'zustand';

/** The modal dialogs that are open, the topmost last. Nothing outside of that one can be pointed at or focused. */
export const useModals = create<{ readonly open: readonly HTMLDialogElement[] }>()(() => ({ open: [] }));

/** Shows a dialog over all. Returns the way to close it. */
export function openModal(dialog: HTMLDialogElement): () => void {
  if (!dialog.open) dialog.showModal();
  useModals.setState(({ open }) => ({ open: [...open, dialog] }));
  return () => {
    useModals.setState(({ open }) => ({ open: open.filter((one) => one !== dialog) }));
    dialog.close();
  };
}
