import { Icon } from '../components/icon.tsx';
import { SOURCE_COLUMNS, sortSources, useSourcesView } from '../state/sources-view.ts';
import { useWords } from '../words/use-words.ts';
import { COLUMN_WORDS } from './column-cells.ts';
import styles from './table.module.css';

/** The heads of the columns. Each sorts by its column. */
export function ColumnHeads() {
  const { t } = useWords();
  const sort = useSourcesView((state) => state.sort);
  return (
    <tr className={styles.heads} aria-rowindex={1}>
      {SOURCE_COLUMNS.map((column) => {
        const sorted = sort?.column === column ? sort : null;
        return (
          <th
            key={column}
            scope="col"
            className={`${styles.head} ${styles[column]}`}
            aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
          >
            <button
              type="button"
              className={styles.headButton}
              onClick={() => {
                sortSources(column);
              }}
            >
              {t(COLUMN_WORDS[column])}
              {sorted === null ? null : <Icon name={sorted.descending ? 'chevron-down' : 'chevron-up'} size={12} />}
            </button>
          </th>
        );
      })}
    </tr>
  );
}
