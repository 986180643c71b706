import { useId } from 'react';
import { EvictPart } from '../offline/evict-part.tsx';
import { SpaceBars } from '../offline/space-bars.tsx';
import { StorageStrip } from '../offline/storage-strip.tsx';
import { WantedSettings } from '../offline/wanted-settings.tsx';
import { useWords } from '../words/use-words.ts';
import { CleanUp } from './clean-up.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './settings.module.css';

/** What is kept on this device, and what it takes there. */
export function StorageSection({ settings, change }: SectionProps) {
  const { t } = useWords();
  const spaceId = useId();
  return (
    <>
      <StorageStrip inSettings />
      <h3 className={styles.head}>{t('ready.mustBeHere')}</h3>
      <WantedSettings
        offline={settings.offline}
        onChange={(offline) => {
          change({ offline });
        }}
      />
      <h3 className={styles.head} id={spaceId}>
        {t('ready.space')}
      </h3>
      <SpaceBars headId={spaceId} />
      <h3 className={styles.head}>{t('ready.evict')}</h3>
      <EvictPart
        offline={settings.offline}
        onChange={(offline) => {
          change({ offline });
        }}
      />
      <h3 className={styles.head}>{t('settings.cleanUp')}</h3>
      <CleanUp />
    </>
  );
}
