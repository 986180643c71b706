import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';

/** In place of a list where nothing is followed yet: the ways to begin. */
export function NoSources() {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('empty.noSourcesTitle')}
      text={t('empty.noSourcesText')}
      actions={
        <>
          <Button kind="primary" onClick={() => openDialog({ kind: 'catalogue' })}>
            {t('firstRun.open')}
          </Button>
          <Button onClick={() => openDialog({ kind: 'add' })}>{t('empty.addSource')}</Button>
          <Button onClick={() => openDialog({ kind: 'import' })}>{t('empty.importOpml')}</Button>
        </>
      }
    />
  );
}
