import { useState } from 'react';
import { ENTITY_KINDS } from '../../electron/contract/gazetteer.ts';
import type { EntityId, EntityKind } from '../../electron/contract/gazetteer.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Select } from '../components/select.tsx';
import { TextField } from '../components/text-field.tsx';
import { useTask } from '../components/use-task.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { BackLine } from './back-line.tsx';
import { tellChange } from './tell-change.ts';
import styles from './gazetteer.module.css';

export interface NewEntityProps {
  readonly first: EntityKind;
  readonly onBack: () => void;
  readonly onDone: (id: EntityId) => void;
}

/** Adds something that is not known yet, by what it is and what it is called. */
export function NewEntity({ first, onBack, onDone }: NewEntityProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<EntityKind>(first);
  const [english, setEnglish] = useState('');
  const [chinese, setChinese] = useState('');
  const task = useTask();
  const names = { ...(english.trim() === '' ? {} : { en: english.trim() }), ...(chinese.trim() === '' ? {} : { 'zh-Hans': chinese.trim() }) };
  const isEmpty = Object.keys(names).length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) task.run(() => call('saveEntity', { kind, names }), ({ entity, before }) => {
          tellChange(() => wordsNow().t('names.addedDone', { name: english.trim() || chinese.trim() }), entity.id, before);
          onDone(entity.id);
        });
      }}
    >
      <BackLine onBack={onBack} title={t('names.create')} />
      <div className={styles.fields}>
        <Select label={t('names.kind')} value={kind} options={ENTITY_KINDS.map((value) => ({ value, label: t(`names.kinds.${value}`) }))} onChange={setKind} />
        <TextField label={t('names.english')} maxLength={200} lang="en" value={english} onChange={setEnglish} />
        <TextField label={t('names.chinese')} maxLength={200} lang="zh-CN" value={chinese} onChange={setChinese} />
      </div>
      {task.error ? <ErrorNote error={task.error} /> : null}
      <div className={styles.foot}>
        <span>{isEmpty ? t('names.needsName') : ''}</span>
        <Button kind="primary" type="submit" disabled={isEmpty || task.busy}>
          {t('names.create')}
        </Button>
      </div>
    </form>
  );
}
