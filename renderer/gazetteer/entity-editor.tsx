import { useRef, useState } from 'react';
import type { ArgsOf } from '../../electron/contract/api.ts';
import type { Entity, EntityId } from '../../electron/contract/gazetteer.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { TextField } from '../components/text-field.tsx';
import { useTask } from '../components/use-task.ts';
import { nameOf } from '../entities/name-of.ts';
import { currentLocale } from '../words/language.ts';
import type { Said } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { BackLine } from './back-line.tsx';
import { withHidden, withName } from './entity-forms.ts';
import { FormList } from './form-list.tsx';
import { NewForm } from './new-form.tsx';
import { tellChange } from './tell-change.ts';
import { useEntity } from './use-gazetteer.ts';
import styles from './gazetteer.module.css';

export interface EntityEditorProps {
  readonly entityId: EntityId;
  readonly onBack: () => void;
}

/** One entity: what it is called, by which forms it is known, and whether it is recognised at all. Each change applies at once. */
export function EntityEditor({ entityId, onBack }: EntityEditorProps) {
  const { data: entity, error } = useEntity(entityId);
  const { t } = useWords();
  if (entity) return <KnownEntity entity={entity} onBack={onBack} />;
  return (
    <>
      <BackLine onBack={onBack} title={t('names.list')} />
      {error ? <ErrorNote error={asReaderError(error)} /> : null}
    </>
  );
}

interface NameFieldsProps {
  readonly entity: Entity;
  /** `saved` is called once they are. */
  readonly onSave: (names: Readonly<Record<string, string>>, saved: () => void) => void;
}

function NameFields({ entity, onSave }: NameFieldsProps) {
  const { t } = useWords();
  const englishRef = useRef<HTMLInputElement>(null);
  const chineseRef = useRef<HTMLInputElement>(null);
  /** What is not saved yet; what is saved may change beside it, by an undo. */
  const [typed, setTyped] = useState<{ readonly english?: string; readonly chinese?: string }>({});
  const [wasEnglish, wasChinese] = [entity.names['en'] ?? '', entity.names['zh-Hans'] ?? ''];
  const { english = wasEnglish, chinese = wasChinese } = typed;
  const isSame = english === wasEnglish && chinese === wasChinese;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isSame) return;
        // Its button leaves once nothing is left to save.
        (chinese === wasChinese ? englishRef : chineseRef).current?.focus();
        onSave(withName(entity, { en: english, 'zh-Hans': chinese }), () => setTyped({}));
      }}
    >
      <div className={styles.pair}>
        <TextField ref={englishRef} label={t('names.english')} maxLength={200} lang="en" value={english} onChange={(next) => setTyped({ ...typed, english: next })} />
        <TextField ref={chineseRef} label={t('names.chinese')} maxLength={200} lang="zh-CN" value={chinese} onChange={(next) => setTyped({ ...typed, chinese: next })} />
      </div>
      {isSame ? null : (
        <div className={styles.end}>
          <Button type="submit">{t('names.saveNames')}</Button>
        </div>
      )}
    </form>
  );
}

function KnownEntity({ entity, onBack }: { readonly entity: Entity; readonly onBack: () => void }) {
  const { t } = useWords();
  const task = useTask();
  const { id, own, mine } = entity;
  const name = nameOf(entity, currentLocale()).text;
  const save = (patch: Omit<ArgsOf<'saveEntity'>, 'entityId'>, said: Said, saved?: () => void) =>
    task.run(
      () => call('saveEntity', { entityId: id, ...patch }),
      ({ before }) => {
        saved?.();
        tellChange(said, id, before);
      },
    );
  const isOff = own === 'removed';
  const remove = () =>
    task.run(
      () => call('removeEntity', { entityId: id }),
      ({ before }) => {
        if (own === 'added') onBack();
        tellChange(() => wordsNow().t(own === 'added' ? 'names.gone' : 'names.stopped', { name }), id, before);
      },
    );
  const reset = () => task.run(() => call('resetEntity', { entityId: id }), ({ before }) => tellChange(() => wordsNow().t('names.resetDone', { name }), id, before));
  return (
    <>
      <BackLine onBack={onBack} title={name} note={own ? t(`names.${own}`) : t(`names.kinds.${entity.kind}`)} />
      {task.error ? <ErrorNote error={task.error} /> : null}
      {isOff ? null : (
        <>
          <NameFields entity={entity} onSave={(names, saved) => save({ names }, () => wordsNow().t('names.namesSaved'), saved)} />
          <h4 className={styles.head}>{t('names.forms')}</h4>
          <FormList
            name={name}
            entity={entity}
            onHide={(form) => save({ hidden: withHidden(entity, form, true) }, () => wordsNow().t('names.formHidden', { form }))}
            onShow={(form) => save({ hidden: withHidden(entity, form, false) }, () => wordsNow().t('names.formShown', { form }))}
            onDrop={(dropped) =>
              save({ aliases: (mine?.aliases ?? []).filter(({ text, from, to }) => text !== dropped.text || (from ?? null) !== dropped.from || (to ?? null) !== dropped.to) }, () => wordsNow().t('names.formDropped', { form: dropped.text }))
            }
          />
          <NewForm onAdd={(alias) => save({ aliases: [...(mine?.aliases ?? []), alias] }, () => wordsNow().t('names.formAdded', { form: alias.text }))} />
        </>
      )}
      <div className={styles.foot}>
        <span />
        {own === 'changed' || isOff ? <Button onClick={reset}>{t('names.reset')}</Button> : null}
        {isOff ? null : (
          <Button kind="danger" onClick={remove}>
            {t(own === 'added' ? 'names.remove' : 'names.stop')}
          </Button>
        )}
      </div>
    </>
  );
}
