import type { Ref } from 'react';
import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import { currentLocale } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import { chipsOf } from './chips-of.ts';
import { ElementCell } from './element-cell.tsx';
import { EntityChip } from './entity-chip.tsx';
import styles from './entities.module.css';
import { nameOf } from './name-of.ts';

export interface EntityChipsProps {
  /** The most prominent first. */
  readonly entities: readonly ArticleEntity[];
  /** Those that the person follows. */
  readonly mine?: ReadonlySet<string>;
  /** Left out: chips lead nowhere. */
  readonly onOpen?: (entity: ArticleEntity) => void;
  /** Of the list that they are. */
  readonly lineRef?: Ref<HTMLUListElement> | undefined;
}

const ICONS = { company: 'building', place: 'pin' } as const;

/** What an article speaks of, under its title: elements, then companies, then places. */
export function EntityChips({ entities, mine, onOpen, lineRef }: EntityChipsProps) {
  const { t } = useWords();
  const locale = currentLocale();
  const shown = chipsOf(entities);
  if (shown.length === 0) return null;
  const elements = shown.filter(({ kind }) => kind === 'element' || kind === 'metal');
  const chips = shown.filter((entity) => !elements.includes(entity));
  const opened = (entity: ArticleEntity): (() => void) | undefined => onOpen && (() => onOpen(entity));
  return (
    <ul ref={lineRef} className={styles.chips} aria-label={t('entities.named')}>
      {elements.map((entity) => (
        <li key={entity.id}>
          <ElementCell symbol={entity.symbol ?? ''} size="medium" mine={mine?.has(entity.id) ?? false} name={t('entities.element', { name: nameOf(entity, locale).text, number: entity.number ?? 0 })} onOpen={opened(entity)} />
        </li>
      ))}
      {chips.map((entity) => {
        const { text, lang } = nameOf(entity, locale);
        const kind = entity.kind === 'company' ? 'company' : 'place';
        return (
          <li key={entity.id}>
            <EntityChip mine={mine?.has(entity.id) ?? false} icon={ICONS[kind]} label={text} lang={lang} name={t(`entities.${kind}`, { name: text })} onOpen={opened(entity)} />
          </li>
        );
      })}
    </ul>
  );
}
