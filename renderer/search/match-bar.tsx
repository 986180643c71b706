import { useEffect, useRef } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { useSearchedLights } from '../state/searched-lights.ts';
import { useWords } from '../words/use-words.ts';
import { followLights, putOutLights, useLights, walkLights } from './lights.ts';
import styles from './match-bar.module.css';

/** Lights what was searched for in the open article, and floats over it: how many there are, the way from one to the next. */
export function MatchBar() {
  const { t, format } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const lights = useSearchedLights();
  const { count, at, out } = useLights();
  const isLit = lights.length > 0 && out !== lights;

  useEffect(() => {
    const pane = ref.current?.parentElement;
    return pane && isLit ? followLights(pane, lights) : undefined;
  }, [isLit, lights]);

  return (
    <div ref={ref} className={styles.place}>
      {count > 0 ? (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is of a form
        <div role="group" className={styles.bar} aria-label={t('search.matches')}>
          <span className={styles.count}>{at === -1 ? t('search.matchCount', { count }) : t('search.matchOf', { place: format.count(at + 1), total: format.count(count) })}</span>
          <IconButton icon="chevron-up" label={t('search.previousMatch')} keys="P" onClick={() => walkLights(-1)} />
          <IconButton icon="chevron-down" label={t('search.nextMatch')} keys="N" onClick={() => walkLights(1)} />
          <IconButton icon="close" label={t('search.closeMatches')} keys="Esc" onClick={putOutLights} />
        </div>
      ) : null}
    </div>
  );
}
