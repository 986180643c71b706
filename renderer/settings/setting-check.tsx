import { Checkbox } from '../components/checkbox.tsx';
import type { CheckboxProps } from '../components/checkbox.tsx';
import styles from './settings.module.css';

/** A setting that is on or off, with the distance that settings keep. */
export function SettingCheck(props: CheckboxProps) {
  return (
    <div className={styles.check}>
      <Checkbox {...props} />
    </div>
  );
}
