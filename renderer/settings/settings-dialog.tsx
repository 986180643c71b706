import { useId } from 'react';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import layer from '../components/layer.module.css';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { SectionBody } from './section-body.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { SettingsSearch } from './settings-search.tsx';
import { useSettingsView } from './use-settings-view.ts';
import styles from './settings.module.css';

/** Settings by section, as a dialog, where they have no window of their own. */
export function SettingsDialog({ first }: { readonly first: SettingsPlace }) {
  const { t } = useWords();
  const view = useSettingsView(first);
  const id = useId();
  const { section, found, panelRef } = view;
  return (
    <Dialog
      title={t('settings.title')}
      width={656}
      onClose={closeDialog}
      actions={
        <Button size="large" onClick={closeDialog}>
          {t('common.close')}
        </Button>
      }
    >
      <SettingsSearch view={view} />
      <div className={styles.layout}>
        <SectionTabs id={id} view={view} className={styles.aside} />
        <div ref={panelRef} className={`${layer.edges} ${styles.panel}`} id={`${id}-panel`} role="tabpanel" aria-label={found ? t('findSettings.field') : undefined} aria-labelledby={found ? undefined : `${id}-${section}`}>
          <SectionBody view={view} />
        </div>
      </div>
    </Dialog>
  );
}
