import { useEffect, useMemo, useRef } from 'react';
import { createMatcher } from '../../electron/contract/search/match-text.ts';
import { IconButton } from '../components/icon-button.tsx';
import { FindField } from '../reading/find-field.tsx';
import { closeFind, createFinder, useFindView } from '../reading/find-view.ts';
import { useSearchedLights } from '../state/searched-lights.ts';
import { useWords } from '../words/use-words.ts';
import { followLights, putOutLights, useLights, walkLights } from './lights.ts';
import styles from './match-bar.module.css';

/**
 * Lights in the open article what was searched for, or what is looked for in it and its title, and floats over it: how many there
 * are, the way from one to the next.
 */
export function MatchBar() {
  const { t, format } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const lights = useSearchedLights();
  const { typed } = useFindView();
  const { count, at, out } = useLights();
  const isFinding = typed !== null;
  const isLit = isFinding || (lights.length > 0 && out !== lights);
  const match = useMemo(() => (typed === null ? createMatcher(lights) : createFinder(typed)), [typed, lights]);

  useEffect(() => {
    const pane = ref.current?.parentElement;
    return pane && isLit ? followLights(pane, match, isFinding) : undefined;
  }, [isLit, isFinding, match]);

  const counted = at === -1 ? t('search.matchCount', { count }) : t('search.matchOf', { place: format.count(at + 1), total: format.count(count) });
  const words = count > 0 ? counted : isFinding && typed.trim() !== '' ? t('find.none') : '';
  return (
    <div ref={ref} className={styles.place}>
      {count > 0 || isFinding ? (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is of a form
        <div role="group" className={styles.bar} aria-label={isFinding ? t('find.title') : t('search.matches')}>
          {isFinding ? <FindField typed={typed} /> : null}
          <output className={styles.count}>{words}</output>
          <IconButton icon="chevron-up" label={t('search.previousMatch')} keys={isFinding ? 'Shift+Enter' : 'P'} disabled={count === 0} onClick={() => walkLights(-1)} />
          <IconButton icon="chevron-down" label={t('search.nextMatch')} keys={isFinding ? 'Enter' : 'N'} disabled={count === 0} onClick={() => walkLights(1)} />
          <IconButton icon="close" label={isFinding ? t('find.close') : t('search.closeMatches')} keys="Esc" onClick={() => closeFind() || putOutLights()} />
        </div>
      ) : null}
    </div>
  );
}
