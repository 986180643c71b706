import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { Icon } from '../components/icon.tsx';
import { Keys } from '../components/keys.tsx';
import { SourceTile } from '../components/source-tile.tsx';
import { useKeyMap } from '../keyboard/key-map.ts';
import { strokesOf } from '../keyboard/shown-keys.ts';
import { WatchMark } from '../watch/watch-mark.tsx';
import { useWords } from '../words/use-words.ts';
import type { EntryMark, FoundEntry } from './palette-entry.ts';
import styles from './palette.module.css';

function Mark({ mark }: { readonly mark: EntryMark }) {
  if (mark.kind === 'icon') return <Icon name={mark.icon} />;
  if (mark.kind === 'tile') return <SourceTile title={mark.title} icon={mark.icon} />;
  return <WatchMark watch={mark.watch} mine />;
}

function Lit({ text, spans }: { readonly text: string; readonly spans: FoundEntry['spans'] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    parts.push(text.slice(at, from), <b key={from}>{text.slice(from, to)}</b>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** Keys one after the other, each held together with its own. */
function Strokes({ keys }: { readonly keys: string }) {
  const { t } = useWords();
  return (
    <span className={styles.keys} aria-hidden="true">
      {strokesOf(keys, t).map((stroke, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same key may stand twice
        <Fragment key={index}>
          <Keys keys={stroke} />
        </Fragment>
      ))}
    </span>
  );
}

export interface PaletteRowProps {
  readonly id: string;
  readonly entry: FoundEntry;
  readonly active: boolean;
  /** A key that runs this row wherever it stands. */
  readonly keys?: string | undefined;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** One choice. The field has the keys. */
export function PaletteRow({ id, entry, active, keys, onPoint, onChoose }: PaletteRowProps) {
  const own = useKeyMap((map) => (entry.command === undefined ? undefined : map.keysOf.get(entry.command)?.[0]));
  const shown = keys ?? own;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field hears the keys
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element cannot hold more than words
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={active ? `${styles.row} ${styles.active}` : styles.row}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.mark} aria-hidden="true">
        <Mark mark={entry.mark} />
      </span>
      <span className={styles.label} dir="auto">
        <Lit text={entry.names[0] ?? ''} spans={entry.spans} />
        {entry.found === null ? null : <span className={styles.found}>{entry.found}</span>}
      </span>
      {entry.hint === '' ? null : <span className={styles.hint}>{entry.hint}</span>}
      {shown === undefined ? null : <Strokes keys={shown} />}
    </div>
  );
}
