import type { Entity } from '../../electron/contract/gazetteer.ts';
import { elementCharacter } from '../entities/element-character.ts';
import { entityTitle } from '../watch/entity-name.ts';
import { useWords } from '../words/use-words.ts';
import styles from './element-grid.module.css';
import part from './part.module.css';

export interface ElementGridProps {
  readonly name: string;
  /** Rows from top to bottom, each in the order of atomic numbers. */
  readonly rows: readonly (readonly Entity[])[];
  /** What stretches of the last row are called, with how many elements each has. */
  readonly stretches?: readonly { readonly name: string; readonly of: number }[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (entityId: string) => void;
}

/** Elements as the periodic table draws them; those that are followed are filled. */
export function ElementGrid({ name, rows, stretches = [], chosen, onToggle }: ElementGridProps) {
  const words = useWords();
  const { t, format } = words;
  const on = rows.flat().filter(({ id }) => chosen.has(id)).length;
  return (
    <fieldset className={`${part.part} ${styles.grid}`}>
      <legend className={part.legend}>
        {name}
        <span className={styles.count}>{t('firstRun.followedCount', { count: on })}</span>
      </legend>
      {rows.map((row) => (
        <div key={row[0]?.id} className={styles.elements}>
          {row.map((entity) => {
            const symbol = entity.symbol ?? '';
            return (
              <button key={entity.id} type="button" className={styles.element} aria-pressed={chosen.has(entity.id)} aria-label={entityTitle(entity, words)} title={entityTitle(entity, words)} onClick={() => onToggle(entity.id)}>
                <small aria-hidden="true">{entity.number}</small>
                {elementCharacter(symbol, format.locale)}
              </button>
            );
          })}
        </div>
      ))}
      <div className={styles.stretches} aria-hidden="true">
        {stretches.map((stretch) => (
          <span key={stretch.name} style={{ gridColumn: `span ${stretch.of}` }}>
            {stretch.name}
          </span>
        ))}
      </div>
    </fieldset>
  );
}
