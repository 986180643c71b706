import { Fragment } from 'react';
import { WINDOW_COMMANDS } from '../../electron/contract/command.ts';
import type { WindowCommand } from '../../electron/contract/command.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Keys } from '../components/keys.tsx';
import { KEY_MAP } from '../keyboard/key-map.ts';
import type { KeyBinding, KeyGroup } from '../keyboard/key-map.ts';
import { shownCommandKeys } from '../state/run-command.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { strokesOf } from './shown-keys.ts';
import styles from './shortcuts-dialog.module.css';

/** Two columns of about the same height. */
const COLUMNS: readonly (readonly (KeyGroup | 'files')[])[] = [['move', 'files', 'window'], ['article', 'list']];

const COMMANDS = {
  'save-page': 'saving.menu',
  import: 'carry.importMenu',
  'import-library': 'carry.importLibraryMenu',
  'export-opml': 'carry.exportOpmlMenu',
  'export-articles': 'carry.exportMenu',
  'export-library': 'carry.exportLibraryMenu',
} as const satisfies Record<WindowCommand, string>;

function Binding({ binding }: { readonly binding: KeyBinding }) {
  const { t } = useWords();
  return (
    <div className={styles.binding}>
      <dt className={styles.keys}>
        {(binding.shown ?? binding.keys).map((alternative, index) => (
          <Fragment key={alternative}>
            {index > 0 ? <span className={styles.between}>{t('shortcuts.alternative')}</span> : null}
            {strokesOf(alternative, t).map((stroke, at) => (
              <Fragment key={stroke.join('+')}>
                {at > 0 ? <span className={styles.between}>{t('shortcuts.sequence')}</span> : null}
                <Keys keys={stroke} />
              </Fragment>
            ))}
          </Fragment>
        ))}
      </dt>
      <dd className={styles.action}>{t(`shortcuts.actions.${binding.action}`)}</dd>
    </div>
  );
}

/** What the application menu offers as well: works in fields too. */
function Command({ command }: { readonly command: WindowCommand }) {
  const { t } = useWords();
  return (
    <div className={styles.binding}>
      <dt className={styles.keys}>
        <Keys keys={shownCommandKeys(command)} />
      </dt>
      <dd className={styles.action}>{t(COMMANDS[command]).replace(/…$/u, '')}</dd>
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
        <Button size="large" data-first-focus onClick={closeDialog}>
          {t('common.close')}
        </Button>
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
                  {group === 'files'
                    ? WINDOW_COMMANDS.map((command) => <Command key={command} command={command} />)
                    : KEY_MAP.filter((binding) => binding.group === group).map((binding) => <Binding key={binding.action} binding={binding} />)}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </section>
    </Dialog>
  );
}
