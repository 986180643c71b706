import { useEffect, useId, useRef } from 'react';
import type { CatalogueEntry, CatalogueKind } from '../../electron/contract/catalogue.ts';
import checkbox from '../components/checkbox.module.css';
import { IconButton } from '../components/icon-button.tsx';
import { useWords } from '../words/use-words.ts';
import { CatalogueState } from './catalogue-state.tsx';
import styles from './catalogue.module.css';

export interface CatalogueGroupProps {
  readonly kind: CatalogueKind;
  readonly sources: readonly CatalogueEntry[];
  readonly chosen: ReadonlySet<string>;
  readonly busy: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], on: boolean) => void;
  readonly onTry: (ids: readonly string[]) => void;
}

function GroupBox({ label, on, of, onChange }: { readonly label: string; readonly on: number; readonly of: number; readonly onChange: (checked: boolean) => void }) {
  const ref = useRef<HTMLInputElement>(null);
  const isSome = on > 0 && on < of;
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = isSome;
  }, [isSome]);
  return <input ref={ref} type="checkbox" className={`${checkbox.box} ${styles.some}`} aria-label={label} checked={of > 0 && on === of} disabled={of === 0} onChange={(event) => onChange(event.target.checked)} />;
}

/** What a language is called in itself, as short as it goes. */
function shortLanguage(lang: string): string {
  return /^zh\b/iu.test(lang) ? '中文' : lang.split('-')[0]?.toUpperCase() ?? lang;
}

function SourceRow({ source, chosen, busy, onChoose, onTry }: Omit<CatalogueGroupProps, 'kind' | 'sources' | 'chosen' | 'busy'> & { readonly source: CatalogueEntry; readonly chosen: boolean; readonly busy: boolean }) {
  const { t, format } = useWords();
  const stateId = useId();
  const about = source.about[format.locale === 'zh-CN' ? 'zh-Hans' : 'en'] ?? source.about['en'] ?? '';
  return (
    <li className={styles.source}>
      <label className={styles.label}>
        <input type="checkbox" className={checkbox.box} checked={chosen || source.feedId !== null} disabled={source.feedId !== null} aria-describedby={stateId} onChange={(event) => onChoose([source.id], event.target.checked)} />
        <span className={styles.title} lang={source.lang} dir="auto">
          {source.title}
        </span>
      </label>
      <span className={styles.about}>{source.reads === 'page' ? t('firstRun.pageOf', { about }) : about}</span>
      <span className={styles.lang}>{shortLanguage(source.lang)}</span>
      <span id={stateId} className={styles.stateCell}>
        <CatalogueState source={source} busy={busy} />
      </span>
      <IconButton icon="refresh" size="small" label={t('firstRun.tryOne', { title: source.title })} disabled={busy} onClick={() => onTry([source.id])} />
    </li>
  );
}

/** The sources of one kind, chosen together or one by one, each tried in its place. */
export function CatalogueGroup({ kind, sources, chosen, busy, onChoose, onTry }: CatalogueGroupProps) {
  const { t } = useWords();
  const headId = useId();
  const open = sources.filter(({ feedId }) => feedId === null);
  const on = open.filter(({ id }) => chosen.has(id)).length;
  const name = t(`firstRun.kinds.${kind}`);
  return (
    <section aria-labelledby={headId}>
      <div className={styles.groupHead}>
        <GroupBox label={t('firstRun.all', { kind: name })} on={on} of={open.length} onChange={(checked) => onChoose(open.map(({ id }) => id), checked)} />
        <h3 id={headId} className={styles.groupName}>
          {name}
        </h3>
        <span className={styles.groupCount}>{t('firstRun.ofCount', { on, of: open.length })}</span>
      </div>
      <ul className={styles.list}>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} chosen={chosen.has(source.id)} busy={busy.has(source.id)} onChoose={onChoose} onTry={onTry} />
        ))}
      </ul>
    </section>
  );
}
