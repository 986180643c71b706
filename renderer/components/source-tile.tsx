import { memo, useState } from 'react';
import { LetterTile } from './letter-tile.tsx';
import styles from './source-tile.module.css';

/** Icons that turned out to be none: rows come and go as a long list is scrolled, and each would ask again. */
const broken = new Set<string>();

export interface SourceTileProps {
  readonly title: string;
  /** Key of the source's icon, or null where it has none. */
  readonly icon: string | null;
}

/** What a source is known by at a glance, 16 px square: its icon, else the first letter of its title. It says nothing that the title does not. */
export const SourceTile = memo(function SourceTile({ title, icon }: SourceTileProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (icon === null || icon === failed || broken.has(icon)) return <LetterTile title={title} />;
  return (
    <img
      className={styles.icon}
      src={`img/${icon}`}
      width={16}
      height={16}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => {
        broken.add(icon);
        setFailed(icon);
      }}
    />
  );
});
