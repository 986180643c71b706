import { useId, useState } from 'react';
import type { Watch, Watched } from '../../electron/contract/watch.ts';
import { Checkbox } from '../components/checkbox.tsx';
import { Segment } from '../components/segment.tsx';
import { Select } from '../components/select.tsx';
import { TaskDialog } from '../components/task-dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import { useTask } from '../components/use-task.ts';
import { QueryProblems } from '../search/query-problems.tsx';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { EntityPicker } from './entity-picker.tsx';
import { addWatch, changeWatch } from './watch-actions.ts';
import styles from './watch-dialog.module.css';

export interface WatchDialogProps {
  /** The one that is edited; null for a new one. */
  readonly watch: Watch | null;
  /** What a new one begins with. */
  readonly watched?: Watched | undefined;
}

/** Adds a watchlist or changes one: a name of the glossary or a search, its title, and whether it alerts. */
export function WatchDialog({ watch, watched = watch?.watched }: WatchDialogProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<Watched['kind']>(watched?.kind ?? 'entity');
  const [entityId, setEntityId] = useState(watched?.kind === 'entity' ? watched.entityId : null);
  const [query, setQuery] = useState(watched?.kind === 'search' ? watched.query : '');
  const [exact, setExact] = useState(watched?.kind === 'search' && watched.exact);
  const [title, setTitle] = useState(watch?.title ?? '');
  const [alert, setAlert] = useState(watch?.alert ?? 'off');
  const task = useTask();
  const errorId = useId();

  const chosen: Watched | null = kind === 'search' ? (query.trim() === '' ? null : { kind, query: query.trim(), exact }) : entityId === null ? null : { kind, entityId };
  const submit = () => {
    if (!chosen) return;
    task.run(() => (watch ? changeWatch(watch, { watched: chosen, title: title.trim(), alert }) : addWatch({ watched: chosen, title: title.trim(), alert })), closeDialog);
  };
  return (
    <TaskDialog
      title={t(watch ? 'watch.editTitle' : 'watch.addTitle')}
      submitLabel={t(watch ? 'watch.saveDo' : 'watch.addDo')}
      task={task}
      disabled={chosen === null}
      errorId={errorId}
      onSubmit={submit}
      onClose={closeDialog}
    >
      <div className={styles.fields}>
        <Segment
          label={t('watch.kind')}
          value={kind}
          options={[
            { value: 'entity', label: t('watch.kindEntity') },
            { value: 'search', label: t('watch.kindSearch') },
          ]}
          onChange={setKind}
        />
        {kind === 'entity' ? (
          <EntityPicker value={entityId} onChange={setEntityId} onSearchInstead={(typed) => {
            setQuery(typed);
            setKind('search');
          }} />
        ) : (
          <>
            <div>
              <TextField label={t('watch.query')} size="large" value={query} maxLength={1000} spellCheck={false} autoComplete="off" errorId={task.error ? errorId : undefined} data-first-focus="" onChange={(value) => {
                setQuery(value);
                task.forgive();
              }} />
              <p className={styles.hint}>{t('watch.queryHint')}</p>
              <QueryProblems query={query} />
            </div>
            <Checkbox label={t('watch.exact')} hint={t('watch.exactHint')} checked={exact} onChange={setExact} />
          </>
        )}
        <div>
          <TextField label={t('watch.ownTitle')} size="large" value={title} maxLength={200} autoComplete="off" onChange={setTitle} />
          <p className={styles.hint}>{t('watch.ownTitleHint')}</p>
        </div>
        <Select
          label={t('watch.alerts')}
          size="large"
          value={alert}
          options={[
            { value: 'off', label: t('watch.alertOff') },
            { value: 'notify', label: t('watch.alertNotify') },
            { value: 'digest', label: t('watch.alertDigest') },
          ]}
          onChange={setAlert}
        />
      </div>
    </TaskDialog>
  );
}
