import { ENTITY_KINDS } from '../../electron/contract/gazetteer.ts';
import type { Entity, EntityId, EntityKind } from '../../electron/contract/gazetteer.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Select } from '../components/select.tsx';
import { TextField } from '../components/text-field.tsx';
import { nameOf } from '../entities/name-of.ts';
import { entityTitle } from '../watch/entity-name.ts';
import { useWords } from '../words/use-words.ts';
import { useEntities, useNaming } from './use-gazetteer.ts';
import styles from './gazetteer.module.css';

/** Which names are looked through. */
export interface NamesChoice {
  readonly kind: EntityKind | 'all';
  readonly query: string;
}

export interface NamesListProps {
  readonly choice: NamesChoice;
  readonly onChoice: (choice: NamesChoice) => void;
  readonly onOpen: (id: EntityId) => void;
  readonly onNew: () => void;
}

/** The name in the other language of the interface, where it has one of its own. */
function otherName({ names }: Entity, shown: string): string {
  return [names['en'], names['zh-Hans'], names['zh-Hant']].find((name) => name !== undefined && name !== shown) ?? '';
}

function NameRow({ entity, onOpen }: { readonly entity: Entity; readonly onOpen: (id: EntityId) => void }) {
  const words = useWords();
  const { t, format } = words;
  const { text, lang } = nameOf(entity, format.locale);
  return (
    <li>
      <button type="button" className={entity.own === 'removed' ? `${styles.name} ${styles.off}` : styles.name} onClick={() => onOpen(entity.id)}>
        <span className={styles.first} lang={lang}>
          {entityTitle(entity, words)}
        </span>
        <span className={styles.other}>{otherName(entity, text)}</span>
        <span className={styles.kind}>{entity.own ? t(`names.${entity.own}`) : t(`names.kinds.${entity.kind}`)}</span>
      </button>
    </li>
  );
}

/** All names that are known, found by any of their forms. */
export function NamesList({ choice, onChoice, onOpen, onNew }: NamesListProps) {
  const { t } = useWords();
  const { kind, query } = choice;
  const { data: entities, error } = useEntities(kind, query);
  const { data: naming } = useNaming();
  const kinds = ['all', ...ENTITY_KINDS] as const;
  return (
    <>
      <p className={styles.text}>{t('names.text')}</p>
      <div className={styles.filter}>
        <TextField className={styles.find} label={t('names.find')} labelHidden placeholder={t('names.find')} icon="search" maxLength={200} value={query} onChange={(typed) => onChoice({ kind, query: typed })} />
        <Select
          className={styles.pick}
          label={t('names.kind')}
          labelHidden
          value={kind}
          options={kinds.map((value) => ({ value, label: value === 'all' ? t('names.allKinds') : t(`names.kinds.${value}`) }))}
          onChange={(value) => onChoice({ kind: value, query })}
        />
      </div>
      {error ? <ErrorNote error={asReaderError(error)} /> : null}
      {entities?.length === 0 ? <p className={styles.text}>{t('names.nothing')}</p> : null}
      <ul className={styles.names} aria-label={t('names.list')}>
        {entities?.map((entity) => (
          <NameRow key={entity.id} entity={entity} onOpen={onOpen} />
        ))}
      </ul>
      <div className={styles.foot}>
        <output>{entities ? t('names.shown', { count: entities.length }) : ''}</output>
        <Button onClick={onNew}>{t('names.add')}</Button>
      </div>
      {naming && naming.waiting > 0 ? <p className={styles.text}>{t('names.waiting', { count: naming.waiting })}</p> : null}
    </>
  );
}
