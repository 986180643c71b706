import { useState } from 'react';
import { COMMANDS } from '../../electron/contract/command.ts';
import type { CommandGroup, CommandId } from '../../electron/contract/command.ts';
import { DEFAULT_KEYS } from '../../electron/contract/command-keys.ts';
import type { KeySettings as KeyChanges } from '../../electron/contract/command-keys.ts';
import { saveSettings } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { keyMapOf } from '../keyboard/key-map.ts';
import { shownKeys } from '../keyboard/shown-keys.ts';
import type { SectionProps } from '../settings/section-props.ts';
import { SettingCheck } from '../settings/setting-check.tsx';
import { showFailure } from '../state/show-failure.ts';
import { announce, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { AllKeys } from './all-keys.tsx';
import { KeyRecorder } from './key-recorder.tsx';
import styles from './key-settings.module.css';

const GROUPS: readonly CommandGroup[] = ['move', 'article', 'list', 'window'];

/** Esc always leaves: a window that nothing closes is a trap. */
const FIXED: ReadonlySet<CommandId> = new Set(['back']);

interface RowProps {
  readonly command: CommandId;
  readonly keys: KeyChanges;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onDone: (keys: KeyChanges | null) => void;
}

function KeyRow({ command, keys, isOpen, onOpen, onDone }: RowProps) {
  const { t } = useWords();
  const title = t(`shortcuts.actions.${command}`);
  const bound = keyMapOf({ ...keys, singleKeys: true }).keysOf.get(command) ?? [];
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <span className={keys.own[command] === undefined ? styles.name : `${styles.name} ${styles.mine}`}>{title}</span>
        {bound.length === 0 ? <span className={styles.none}>{t('keySettings.none')}</span> : <AllKeys keys={bound} />}
        {FIXED.has(command) ? (
          <span className={styles.fixed} />
        ) : (
          <Button kind="quiet" className={styles.change} data-command={command} aria-label={t('keySettings.change', { command: title })} aria-expanded={isOpen} onClick={onOpen}>
            {t('keySettings.changeShort')}
          </Button>
        )}
      </div>
      {isOpen ? <KeyRecorder command={command} keys={keys} onDone={onDone} /> : null}
    </li>
  );
}

/** The keys of every command: each can be changed, turned off, and given back. */
export function KeySettings({ settings, change }: SectionProps) {
  const { t } = useWords();
  const [open, setOpen] = useState<CommandId | null>(null);
  const { keys } = settings;
  const done = (command: CommandId, next: KeyChanges | null) => {
    setOpen(null);
    document.querySelector<HTMLElement>(`[data-command="${command}"]`)?.focus();
    if (!next) return;
    change({ keys: next });
    const now = keyMapOf(next).keysOf.get(command) ?? [];
    announce(t('keySettings.changed', { command: t(`shortcuts.actions.${command}`), keys: now.length === 0 ? t('keySettings.none') : now.map((key) => shownKeys(key, t)).join(` ${t('shortcuts.alternative')} `) }));
  };
  const resetAll = () => {
    change({ keys: DEFAULT_KEYS });
    showToast({ text: () => wordsNow().t('keySettings.resetDone'), undo: () => void saveSettings({ keys }).catch(showFailure) });
  };
  const isUsual = keys.singleKeys && Object.keys(keys.own).length === 0;
  return (
    <>
      <SettingCheck label={t('keySettings.single')} hint={t('keySettings.singleHint')} checked={keys.singleKeys} onChange={(singleKeys) => change({ keys: { ...keys, singleKeys } })} />
      <div className={styles.top}>
        <h3 className={styles.title}>{t('shortcuts.title')}</h3>
        <Button disabled={isUsual} onClick={resetAll}>
          {t('keySettings.resetAll')}
        </Button>
      </div>
      {GROUPS.map((group) => (
        <section key={group} aria-label={t(`shortcuts.groups.${group}`)}>
          <h4 className={styles.group}>{t(`shortcuts.groups.${group}`)}</h4>
          <ul className={styles.list}>
            {COMMANDS.filter((command) => command.group === group).map(({ id }) => (
              <KeyRow key={id} command={id} keys={keys} isOpen={open === id} onOpen={() => setOpen(open === id ? null : id)} onDone={(next) => done(id, next)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
