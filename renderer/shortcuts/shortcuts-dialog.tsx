import { COMMANDS } from '../../electron/contract/command.ts';
import type { CommandGroup, CommandId } from '../../electron/contract/command.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { showSettings } from '../desktop/show-settings.ts';
import { useKeyMap } from '../keyboard/key-map.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { AllKeys } from './all-keys.tsx';
import styles from './shortcuts-dialog.module.css';

/** Two columns of about the same height. */
const COLUMNS: readonly (readonly CommandGroup[])[] = [['move', 'list'], ['article', 'window']];

function Binding({ command }: { readonly command: CommandId }) {
  const { t } = useWords();
  const keys = useKeyMap((map) => map.keysOf.get(command)) ?? [];
  if (keys.length === 0) return null;
  return (
    <div className={styles.binding}>
      <dt className={styles.keys}>
        <AllKeys keys={keys} />
      </dt>
      <dd className={styles.action}>{t(`shortcuts.actions.${command}`)}</dd>
    </div>
  );
}

/** Every key there is, by group. */
export function ShortcutsDialog() {
  const { t } = useWords();
  return (
    <Dialog
      title={t('shortcuts.title')}
      width={720}
      onClose={closeDialog}
      note={t('shortcuts.hint')}
      actions={
        <>
          <Button size="large" onClick={() => showSettings({ section: 'shortcuts' })}>
            {t('shortcuts.change')}
          </Button>
          <Button size="large" data-first-focus onClick={closeDialog}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {/* It takes the focus so that the keys scroll it where the window is low. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.columns} tabIndex={0} aria-label={t('shortcuts.title')}>
        {COLUMNS.map((groups) => (
          <div key={groups.join(' ')}>
            {groups.map((group) => (
              <section key={group} className={styles.group}>
                <h3 className={styles.head}>{t(`shortcuts.groups.${group}`)}</h3>
                <dl className={styles.list}>
                  {COMMANDS.filter((command) => command.group === group).map(({ id }) => (
                    <Binding key={id} command={id} />
                  ))}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </section>
    </Dialog>
  );
}
