import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Entity } from '../../electron/contract/gazetteer.ts';
import { useEntities } from '../client/watch-queries.ts';
import { TextField } from '../components/text-field.tsx';
import { Button } from '../components/button.tsx';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';
import { useWords } from '../words/use-words.ts';
import { entityName, entityTitle } from './entity-name.ts';
import styles from './watch-dialog.module.css';

export interface EntityPickerProps {
  readonly value: string | null;
  readonly onChange: (entityId: string | null) => void;
  /** The glossary has no such name. */
  readonly onSearchInstead: (typed: string) => void;
}

const MOST_SHOWN = 6;

function secondName({ names, symbol }: Entity, shown: string): string {
  return [names['en'], names['zh-Hans'], symbol].filter((name) => name !== undefined && !shown.toLowerCase().includes(name.toLowerCase())).join(', ');
}

/** Finds a name of the glossary by any of its forms, in any script. */
export function EntityPicker({ value, onChange, onSearchInstead }: EntityPickerProps) {
  const words = useWords();
  const { t } = words;
  const listId = useId();
  const { data: all } = useEntities();
  const [typed, setTyped] = useState<string | null>(null);
  const [answer, setAnswer] = useState<{ readonly query: string; readonly entities: readonly Entity[] } | null>(null);
  const [at, setAt] = useState(0);
  /** Esc put away what was found, until something else is typed. */
  const [isAway, setAway] = useState(false);
  const turn = useRef(0);
  const text = typed ?? (value === null ? '' : entityName(value, words));
  const query = (typed ?? '').trim();

  useEffect(() => {
    if (query === '') return undefined;
    const mine = (turn.current += 1);
    const find = async () => {
      try {
        const { entities } = await call('listEntities', { query });
        if (mine === turn.current) setAnswer({ query, entities: entities.filter(({ own }) => own !== 'removed') });
      } catch (error) {
        showFailure(error);
      }
    };
    void find();
    return undefined;
  }, [query]);

  const isAnswered = query !== '' && answer?.query === query;
  const shown = query === '' || isAway ? [] : (answer?.entities ?? []).slice(0, MOST_SHOWN);
  const choose = (entity: Entity) => {
    setTyped(null);
    setAt(0);
    onChange(entity.id);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || shown.length === 0) return;
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0));
    else if (event.key === 'Escape') setAway(true);
    else if (event.key === 'Enter') {
      const entity = shown[at];
      if (entity) choose(entity);
    } else return;
    event.preventDefault();
  };
  return (
    <div>
      <TextField
        label={t('watch.name')}
        size="large"
        value={text}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be typed in
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${listId}-${at}` : undefined}
        data-first-focus=""
        onKeyDown={keyDown}
        onChange={(next) => {
          setTyped(next);
          setAway(false);
          setAt(0);
          if (value !== null) onChange(null);
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- its rows hold more than words */}
      <div id={listId} role="listbox" aria-label={t('watch.names')} className={shown.length > 0 ? styles.found : undefined}>
        {shown.map((entity, index) => {
          const title = entityTitle(entity, words);
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role -- the field above keeps the keys
            <div key={entity.id} id={`${listId}-${index}`} role="option" aria-selected={index === at} className={index === at ? `${styles.option} ${styles.at}` : styles.option} onClick={() => choose(entity)} onMouseEnter={() => setAt(index)}>
              <span className={styles.optionName}>{title}</span>
              <span className={styles.optionMore}>{secondName(entity, title)}</span>
            </div>
          );
        })}
      </div>
      {isAnswered && answer.entities.length === 0 ? (
        <output className={styles.hint}>
          {t('watch.noName')}
          {t('row.joiner')}
          <Button kind="quiet" onClick={() => onSearchInstead(query)}>
            {t('watch.searchInstead')}
          </Button>
        </output>
      ) : (
        <p className={styles.hint}>{value === null || !all ? t('watch.nameHint') : t('watch.chosenName', { name: entityName(value, words) })}</p>
      )}
    </div>
  );
}
