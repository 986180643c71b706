import { useQuery } from '@tanstack/react-query';
import type { Feed } from '../../electron/contract/model.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { call } from '../client/transport.ts';
import { TaskDialog } from '../components/task-dialog.tsx';
import { useTask } from '../components/use-task.ts';
import { changeScope } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog, showToast, useUi } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import styles from './manage.module.css';

/** Says what stays and what goes, then lets a source go. */
export function Unsubscribe({ feed }: { readonly feed: Feed }) {
  const { t } = useWords();
  const task = useTask();
  // Asked anew each time: what it says must be true now.
  const preview = useQuery({ queryKey: ['unsubscribePreview', feed.id], queryFn: () => call('unsubscribePreview', { feedId: feed.id }), staleTime: 0, gcTime: 0 });
  const error = task.error ?? (preview.error ? asReaderError(preview.error) : null);

  const submit = () => {
    task.run(
      () => call('unsubscribe', { feedId: feed.id }),
      closeDialog,
      () => {
        const { scope } = useUi.getState();
        if (scope.kind === 'feed' && scope.id === feed.id) changeScope({ kind: 'unread' }).catch(showFailure);
        showToast({ text: () => wordsNow().t('manage.unsubscribed', { source: feed.title }), final: true });
      },
    );
  };
  return (
    <TaskDialog
      title={t('manage.unsubscribeTitle', { source: feed.title })}
      submitLabel={t('manage.unsubscribe')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
      danger
      disabled={!preview.data}
      error={error}
    >
      {preview.data ? <p className={styles.text}>{whatStays(preview.data, t)}</p> : null}
      {preview.isPending ? <p className={styles.text}>{t('settings.counting')}</p> : null}
    </TaskDialog>
  );
}

function whatStays({ kept, removed }: { readonly kept: number; readonly removed: number }, t: ReturnType<typeof useWords>['t']): string {
  if (kept === 0 && removed === 0) return t('manage.unsubscribeNone');
  if (kept === 0) return t('manage.unsubscribeAllGo', { count: removed });
  if (removed === 0) return t('manage.unsubscribeAllStay', { count: kept });
  return t('manage.unsubscribeText', { kept: t('manage.unsubscribeKept', { count: kept }), removed: t('manage.unsubscribeRemoved', { count: removed }) });
}
