import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { CatalogueEntry } from '../../electron/contract/catalogue.ts';
import type { Entity } from '../../electron/contract/gazetteer.ts';
import type { Watched } from '../../electron/contract/watch.ts';
import { useSettings } from '../client/queries.ts';
import { useEntities } from '../client/watch-queries.ts';
import { Checkbox } from '../components/checkbox.tsx';
import { openModal } from '../components/modals.ts';
import { useTask } from '../components/use-task.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { openScope } from '../state/navigate.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { languageOf } from './catalogue-filter.ts';
import { CataloguePane } from './catalogue-pane.tsx';
import { CrystalMark } from './crystal-mark.tsx';
import { ElementGrid } from './element-grid.tsx';
import { FirstRunFoot } from './first-run-foot.tsx';
import { followChoice, OFFLINE_DAYS } from './follow-choice.ts';
import { NamesField } from './names-field.tsx';
import { ReadingLanguages } from './reading-languages.tsx';
import { useCatalogue, useTrying } from './use-catalogue.ts';
import styles from './first-run.module.css';
import part from './part.module.css';

const NO_SOURCES: readonly CatalogueEntry[] = [];

/** What most of its readers read. */
const LANGUAGES: ReadonlySet<string> = new Set(['en', 'zh']);

function byNumber(one: Entity, other: Entity): number {
  return (one.number ?? 0) - (other.number ?? 0);
}

function ofKind(entities: ReadonlyMap<string, Entity> | undefined, kind: Entity['kind']): readonly Entity[] {
  return [...(entities?.values() ?? [])].filter((entity) => entity.kind === kind && entity.symbol !== undefined && entity.own !== 'removed').toSorted(byNumber);
}

function toggled<T>(set: ReadonlySet<T>, items: readonly T[], on: boolean): ReadonlySet<T> {
  return new Set(on ? [...set, ...items] : [...set].filter((one) => !items.includes(one)));
}

/** One screen: what a person follows, and where it is read from. Opened later, the catalogue alone. */
export function FirstRun({ later = false }: { readonly later?: boolean }) {
  const { t } = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const headId = useId();
  const { data: settings } = useSettings();
  const { data: entities } = useEntities();
  const { data: catalogue, error } = useCatalogue();
  const trying = useTrying();
  const task = useTask();
  const [elements, setElements] = useState<ReadonlySet<string>>(() => new Set());
  const [names, setNames] = useState<readonly Watched[]>([]);
  const [languages, setLanguages] = useState(LANGUAGES);
  const [keep, setKeep] = useState<boolean | null>(null);
  /** Null: as the catalogue proposes. */
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = document.activeElement;
    const close = openModal(dialog);
    dialog.querySelector<HTMLElement>('h1')?.focus();
    return () => {
      close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);

  const sources = catalogue?.sources ?? NO_SOURCES;
  const known = [...new Set(sources.map(languageOf))];
  // Opened later, nothing is hidden and nothing is proposed.
  const read = later ? new Set(known) : languages;
  const chosen = picked ?? new Set(later ? [] : sources.filter(({ starter }) => starter).map(({ id }) => id));
  const following = sources.filter((source) => chosen.has(source.id) && source.feedId === null && read.has(languageOf(source)));
  const rare = ofKind(entities, 'element');
  const keeps = keep ?? (settings?.offline.unreadDays ?? 0) > 0;

  const leave = (choice: Parameters<typeof followChoice>[0]) => {
    task.run(
      () => followChoice(choice),
      ({ added, pages }) => {
        closeDialog();
        if (added + pages > 0) showToast({ text: () => wordsNow().t(pages > 0 ? 'firstRun.doneWithPages' : 'firstRun.done', { count: added + pages, pages }) });
        if (!later) void openScope({ kind: 'today' });
      },
    );
  };
  const follow = () => {
    const watched: readonly Watched[] = [...[...elements].map((entityId) => ({ kind: 'entity' as const, entityId })), ...names];
    leave({ sources: following.map(({ id }) => id), watched, offline: later ? null : keeps });
  };
  const exit = () => (later ? closeDialog() : leave({ sources: [], watched: [], offline: null }));
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    exit();
  };

  return (
    <dialog ref={ref} className={styles.screen} aria-labelledby={headId} aria-modal="true" onCancel={cancel} onClose={() => (ref.current?.open ? undefined : closeDialog())}>
      <div className={later ? `${styles.frame} ${styles.later}` : styles.frame}>
        <section className={later ? styles.above : styles.left} aria-labelledby={headId}>
          {later ? null : <CrystalMark />}
          <h1 id={headId} className={styles.title} tabIndex={-1}>
            {t(later ? 'firstRun.laterTitle' : 'firstRun.title')}
          </h1>
          {later ? null : (
            <>
              <p className={styles.lead}>{t('firstRun.lead')}</p>
              <div className={styles.halves}>
                <div>
                  <ElementGrid name={t('firstRun.rareEarths')} stretches={[{ name: t('firstRun.light'), of: 7 }, { name: t('firstRun.heavy'), of: 8 }]} rows={[rare.filter(({ number = 0 }) => number < 57), rare.filter(({ number = 0 }) => number >= 57)]} chosen={elements} onToggle={(id) => setElements(toggled(elements, [id], !elements.has(id)))} />
                  <ElementGrid name={t('firstRun.otherMetals')} rows={[ofKind(entities, 'metal')]} chosen={elements} onToggle={(id) => setElements(toggled(elements, [id], !elements.has(id)))} />
                </div>
                <div>
                  <NamesField names={names} onChange={setNames} />
                  <ReadingLanguages languages={known} chosen={languages} onChange={setLanguages} />
                  <fieldset className={part.part}>
                    <legend className={part.legend}>{t('firstRun.away')}</legend>
                    <Checkbox label={t('firstRun.keep', { count: settings?.offline.unreadDays || OFFLINE_DAYS, size: settings?.offline.budgetMb ?? 0 })} checked={keeps} onChange={setKeep} />
                  </fieldset>
                </div>
              </div>
            </>
          )}
        </section>
        {catalogue ? <CataloguePane catalogue={catalogue} languages={read} chosen={chosen} trying={trying} alone={later} onChoose={(ids, on) => setPicked(toggled(chosen, ids, on))} /> : <div className={styles.waiting}>{error ? <ErrorNote error={asReaderError(error)} /> : null}</div>}
        <FirstRunFoot following={following} busy={task.busy} error={task.error} later={later} onExit={exit} onFollow={follow} />
      </div>
    </dialog>
  );
}
