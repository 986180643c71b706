import { useState } from 'react';
import { hasPathKey } from '../../electron/contract/path-key.ts';
import { useFeeds } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { localDay } from './local-day.ts';
import { saveFile } from './save-file.ts';
import styles from './transfer.module.css';

/** Says what an export holds, then saves it as a file. */
export function ExportOpml({ sources }: { readonly sources: number }) {
  const { t } = useWords();
  const task = useTask();
  const [leavesOut, setLeavesOut] = useState(true);
  const personal = useFeeds().data?.feeds.filter(({ feedUrl }) => hasPathKey(feedUrl)).length ?? 0;
  const submit = () => {
    task.run(
      () => call('exportOpml', { withoutKeys: personal > 0 && leavesOut }),
      ({ opml }) => {
        const file = `monazite-${localDay()}.opml`;
        saveFile(file, 'text/x-opml', opml);
        closeDialog();
        showToast({ text: () => wordsNow().t('transfer.exported', { count: sources, file }) });
      },
    );
  };
  return (
    <Dialog
      title={t('transfer.exportTitle')}
      onClose={closeDialog}
      onSubmit={submit}
      actions={
        <>
          <Button size="large" onClick={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" data-first-focus disabled={task.busy || sources === 0}>
            {t(task.busy ? 'transfer.exporting' : 'transfer.export')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{sources === 0 ? t('transfer.exportNone') : t('transfer.exportText', { count: sources })}</p>
      {personal > 0 ? (
        <div className={styles.choice}>
          <Checkbox label={t('transfer.leaveOutKeys', { count: personal })} checked={leavesOut} onChange={setLeavesOut} />
          <p className={styles.hint}>{t('transfer.leaveOutKeysText')}</p>
        </div>
      ) : null}
      {task.error ? <ErrorNote error={task.error} /> : null}
    </Dialog>
  );
}
