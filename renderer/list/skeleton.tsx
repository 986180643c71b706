import frame from './row-frame.module.css';
import row from './row.module.css';
import list from './list.module.css';
import rows from './rows.module.css';
import styles from './skeleton.module.css';

/** Widths of the bars, percent: two of a title, one of the meta line. */
const BONES = [
  [92, 54, 34],
  [86, 70, 28],
  [95, 22, 40],
  [80, 61, 30],
  [90, 44, 36],
  [84, 58, 32],
  [93, 37, 26],
  [88, 65, 38],
  [91, 29, 33],
  [82, 50, 29],
] as const;

/** Grey bars where rows will be. They stand still. */
export function Skeleton() {
  return (
    <div className={`${rows.scroll} ${list.rows}`} aria-busy="true">
      {BONES.map((widths) => (
        <div key={widths.join('-')} className={`${frame.row} ${row.row} ${styles.bones}`} aria-hidden="true">
          {widths.map((width) => (
            <i key={width} style={{ width: `${width}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}
