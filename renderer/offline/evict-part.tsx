import { useEviction } from '../client/offline-queries.ts';
import { Button } from '../components/button.tsx';
import settingsStyles from '../settings/settings.module.css';
import { freeSpace } from '../state/preparing.ts';
import { useWords } from '../words/use-words.ts';

/** Says what is too old or past the budget, and takes it off this device. */
export function EvictPart() {
  const { t, format } = useWords();
  const { data: eviction } = useEviction(0);
  if (!eviction) return <output className={settingsStyles.text}>{t('settings.counting')}</output>;
  const { articles, bytes } = eviction;
  if (articles === 0) return <output className={settingsStyles.text}>{t('ready.evictNothing')}</output>;
  return (
    <>
      <output className={settingsStyles.text}>{t('ready.evictText', { count: articles, size: format.bytes(bytes) })}</output>
      <div className={settingsStyles.actions}>
        <Button kind="danger" onClick={() => void freeSpace(0)}>
          {t('ready.free', { size: format.bytes(bytes) })}
        </Button>
      </div>
    </>
  );
}
