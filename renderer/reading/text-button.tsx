import { useState } from 'react';
import type { Settings } from '../../electron/contract/settings.ts';
import { saveSettings, useSettings } from '../client/queries.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Popover } from '../components/popover.tsx';
import { showFailure } from '../state/show-failure.ts';
import { useWords } from '../words/use-words.ts';
import { LookChoices } from './look-choices.tsx';

function change(patch: Partial<Settings>): void {
  saveSettings(patch).catch(showFailure);
}

/** Opens the choices of how the text is set, over the article that shows each of them at once. */
export function TextButton() {
  const { t } = useWords();
  const { data: settings } = useSettings();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton icon="text-size" label={t('look.title')} aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(anchor ? null : event.currentTarget)} />
      {anchor && settings ? (
        <Popover label={t('look.title')} anchor={anchor} onClose={() => setAnchor(null)}>
          <LookChoices settings={settings} change={change} />
        </Popover>
      ) : null}
    </>
  );
}
