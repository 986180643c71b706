import { Toast } from '../components/toast.tsx';
import { closeToast, useUi } from '../state/ui.ts';
import { undo } from '../state/undo.ts';
import { useWords } from '../words/use-words.ts';
import styles from './frame.module.css';

/** Where the toast of now floats: at the foot of the pane that it is placed in. */
export function ToastPlace() {
  const { t } = useWords();
  const toast = useUi((state) => state.toast);
  if (!toast) return null;
  const { done, action } = toast;
  return (
    <div className={styles.toast} data-floats="" data-toast="">
      <Toast
        key={toast.id}
        text={toast.text()}
        actionLabel={done ? t('common.undo') : action?.label()}
        onAction={done ? () => void undo(done) : action?.run}
        onClose={closeToast}
      />
    </div>
  );
}
