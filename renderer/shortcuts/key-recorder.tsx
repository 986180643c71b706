import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CommandId } from '../../electron/contract/command.ts';
import { keeperOf } from '../../electron/contract/command-keys.ts';
import type { KeySettings } from '../../electron/contract/command-keys.ts';
import { Button } from '../components/button.tsx';
import field from '../components/text-field.module.css';
import { IS_MAC } from '../keyboard/is-mac.ts';
import { isModifier, keyName } from '../keyboard/key-name.ts';
import { shownKeys } from '../keyboard/shown-keys.ts';
import { useWords } from '../words/use-words.ts';
import { isAllowed, isReserved, withKeys, withoutKeys, withPress, withUsualKeys } from './key-draft.ts';
import styles from './key-settings.module.css';

export interface KeyRecorderProps {
  readonly command: CommandId;
  readonly keys: KeySettings;
  /** With the settings to be stored; null leaves them as they are. */
  readonly onDone: (keys: KeySettings | null) => void;
}

/** Takes the keys that are pressed for one command, and says who has them already. */
export function KeyRecorder({ command, keys, onDone }: KeyRecorderProps) {
  const { t } = useWords();
  const noteId = useId();
  const [draft, setDraft] = useState('');
  const keeper = draft === '' ? null : keeperOf(draft, keys, command);
  const title = t(`shortcuts.actions.${command}`);
  const take = () => {
    if (isAllowed(draft)) onDone(withKeys(keys, command, draft));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || isModifier(event.key) || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const name = keyName(event, IS_MAC);
    if (name === 'Escape') onDone(null);
    else if (name === 'Backspace' || name === 'Delete') setDraft('');
    else if (name === 'Enter') take();
    else setDraft(withPress(draft, name));
  };
  const note = isReserved(draft) ? t('keySettings.reserved', { keys: shownKeys(draft, t) }) : keeper ? t('keySettings.taken', { command: t(`shortcuts.actions.${keeper}`) }) : t('keySettings.hint');
  return (
    <div className={styles.recorder}>
      <div className={`${field.field} ${styles.draft}`}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the button was that has just been pressed */}
        <input className={field.input} type="text" readOnly autoFocus value={draft === '' ? '' : shownKeys(draft, t)} placeholder={t('keySettings.press')} aria-label={t('keySettings.field', { command: title })} aria-describedby={noteId} onKeyDown={pressed} />
      </div>
      <Button kind="primary" disabled={!isAllowed(draft)} onClick={take}>
        {t(keeper ? 'keySettings.useInstead' : 'keySettings.use')}
      </Button>
      <Button onClick={() => onDone(withoutKeys(keys, command))}>{t('keySettings.off')}</Button>
      {keys.own[command] === undefined ? null : <Button onClick={() => onDone(withUsualKeys(keys, command))}>{t('keySettings.reset')}</Button>}
      <Button onClick={() => onDone(null)}>{t('common.cancel')}</Button>
      <p className={keeper || isReserved(draft) ? `${styles.note} ${styles.taken}` : styles.note} id={noteId} aria-live="polite">
        {note}
      </p>
    </div>
  );
}
