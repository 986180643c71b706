import { useState } from 'react';
import type { AnswerOf } from '../../electron/contract/api.ts';
import { CATALOGUE_KINDS } from '../../electron/contract/catalogue.ts';
import type { CatalogueKind } from '../../electron/contract/catalogue.ts';
import { Chip } from '../bookmarks/chip.tsx';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/text-field.tsx';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { CatalogueGroup } from './catalogue-group.tsx';
import { filterCatalogue } from './catalogue-filter.ts';
import type { Trying } from './use-catalogue.ts';
import styles from './catalogue.module.css';

export interface CataloguePaneProps {
  readonly catalogue: AnswerOf<'catalogue'>;
  readonly languages: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly trying: Trying;
  /** A head and a scroll of its own: it is all that is on the screen. */
  readonly alone: boolean;
  readonly onChoose: (ids: readonly string[], on: boolean) => void;
}

/** The catalogue by kind, to choose from and to try. */
export function CataloguePane({ catalogue: { sources, own }, languages, chosen, trying, alone, onChoose }: CataloguePaneProps) {
  const { t, format } = useWords();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<CatalogueKind | 'all'>('all');
  const readable = filterCatalogue(sources, { typed: '', kind: 'all', languages });
  const shown = filterCatalogue(sources, { typed, kind, languages });
  const kinds = CATALOGUE_KINDS.map((each) => ({ each, count: readable.filter((source) => source.kind === each).length })).filter(({ count }) => count > 0);
  const untried = readable.filter(({ id, tried, feedId }) => chosen.has(id) && tried === null && feedId === null).map(({ id }) => id);
  return (
    <section className={alone ? `${styles.pane} ${styles.alone}` : styles.pane} aria-label={t('firstRun.catalogue')}>
      <div className={styles.top}>
        <h2 className={alone ? 'visually-hidden' : styles.head}>{t('firstRun.catalogue')}</h2>
        <TextField className={styles.filter} label={t('firstRun.filter')} labelHidden icon="search" placeholder={t('firstRun.filterCount', { count: readable.length })} value={typed} onChange={setTyped} />
        <Button icon="import" onClick={() => openDialog({ kind: 'import' })}>
          {t('empty.importOpml')}
        </Button>
      </div>
      <div className={styles.chips}>
        <Chip on={kind === 'all'} count={format.count(readable.length)} onClick={() => setKind('all')}>
          {t('firstRun.kinds.all')}
        </Chip>
        {kinds.map(({ each, count }) => (
          <Chip key={each} on={kind === each} count={format.count(count)} onClick={() => setKind(each)}>
            {t(`firstRun.kinds.${each}`)}
          </Chip>
        ))}
      </div>
      <div className={styles.noted}>
        <p className={styles.note}>{own?.problem ? t('firstRun.ownProblem', { path: own.path, problem: own.problem }) : t('firstRun.note')}</p>
        <Button kind="quiet" className={styles.tryChosen} disabled={untried.length === 0} onClick={() => trying.start(untried)}>
          {t('firstRun.tryChosen', { count: untried.length })}
        </Button>
      </div>
      {/* It takes the focus so that the keys scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('firstRun.sources')}>
        {kinds
          .map(({ each }) => ({ each, group: shown.filter((source) => source.kind === each) }))
          .filter(({ group }) => group.length > 0)
          .map(({ each, group }) => (
            <CatalogueGroup key={each} kind={each} sources={group} chosen={chosen} busy={trying.busy} onChoose={onChoose} onTry={trying.start} />
          ))}
        {shown.length === 0 ? <p className={styles.none}>{t('firstRun.none')}</p> : null}
      </section>
    </section>
  );
}
