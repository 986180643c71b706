import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
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
import rowButton from '../components/row-button.module.css';
import styles from './gazetteer.module.css';

/** Which names are looked through. */
export interface NamesChoice {
  readonly kind: EntityKind | 'all';
  readonly query: string;
}

export interface NamesListProps {
  readonly choice: NamesChoice;
  /** The one that was looked at last, to which the keys go back; null where none was. */
  readonly left: EntityId | null;
  readonly onChoice: (choice: NamesChoice) => void;
  readonly onOpen: (id: EntityId) => void;
  readonly onNew: () => void;
}

/** The name in the other language of the interface, where it has one of its own. */
function otherName({ names }: Entity, shown: string): string {
  return [names['en'], names['zh-Hans'], names['zh-Hant']].find((name) => name !== undefined && name !== shown) ?? '';
}

function NameRow({ entity, reachable, onOpen }: { readonly entity: Entity; readonly reachable: boolean; readonly onOpen: (id: EntityId) => void }) {
  const words = useWords();
  const { t, format } = words;
  const { text, lang } = nameOf(entity, format.locale);
  return (
    <li>
      <button type="button" className={`${rowButton.row} ${styles.name} ${entity.own === 'removed' ? styles.off : ''}`.trimEnd()} tabIndex={reachable ? 0 : -1} data-entity={entity.id} onClick={() => onOpen(entity.id)}>
        <span className={styles.first} lang={lang}>
          {entityTitle(entity, words)}
        </span>
        <span className={styles.other}>{otherName(entity, text)}</span>
        <span className={styles.kind}>{entity.own ? t(`names.${entity.own}`) : t(`names.kinds.${entity.kind}`)}</span>
      </button>
    </li>
  );
}

function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entity]')];
  const index = rows.findIndex((row) => row === document.activeElement);
  const aims: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 };
  const aim = aims[event.key];
  if (aim === undefined) return;
  event.preventDefault();
  rows[aim]?.focus();
}

/** All names that are known, found by any of their forms. One stop of Tab; arrows go along them. */
export function NamesList({ choice, left, onChoice, onOpen, onNew }: NamesListProps) {
  const { t } = useWords();
  const findRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(left);
  const { kind, query } = choice;
  const { data: entities, error } = useEntities(kind, query);
  const { data: naming } = useNaming();
  const kinds = ['all', ...ENTITY_KINDS] as const;
  const reachable = entities?.some(({ id }) => id === at) ? at : (entities?.[0]?.id ?? null);
  useEffect(() => {
    if (left === null) return;
    const row = [...(listRef.current?.querySelectorAll<HTMLElement>('[data-entity]') ?? [])].find(({ dataset }) => dataset['entity'] === left);
    (row ?? findRef.current)?.focus();
  }, [left]);
  return (
    <>
      <p className={styles.text}>{t('names.text')}</p>
      <div className={styles.filter}>
        <TextField ref={findRef} data-next-focus="" className={styles.find} label={t('names.find')} labelHidden placeholder={t('names.find')} icon="search" maxLength={200} value={query} onChange={(typed) => onChoice({ kind, query: typed })} />
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
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the rows inside */}
      <ul ref={listRef} className={styles.names} aria-label={t('names.list')} onKeyDown={moveAlong} onFocus={(event) => setAt(event.target.dataset['entity'] ?? null)}>
        {entities?.map((entity) => (
          <NameRow key={entity.id} entity={entity} reachable={entity.id === reachable} onOpen={onOpen} />
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
