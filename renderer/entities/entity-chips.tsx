import type { ArticleEntity, EntityKind } from '../../electron/contract/gazetteer.ts';
import { currentLocale } from '../words/i18n.ts';
import { useWords } from '../words/use-words.ts';
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
}

/** More would be a list of its own. */
const MOST_ELEMENTS = 6;
const MOST_COMPANIES = 3;
const MOST_PLACES = 3;

const ICONS = { company: 'building', place: 'pin' } as const;

function some(entities: readonly ArticleEntity[], kinds: readonly EntityKind[], most: number): readonly ArticleEntity[] {
  return entities.filter(({ kind }) => kinds.includes(kind)).slice(0, most);
}

/** What an article speaks of, under its title: elements, then companies, then places. */
export function EntityChips({ entities, mine, onOpen }: EntityChipsProps) {
  const { t } = useWords();
  const locale = currentLocale();
  const elements = some(entities, ['element', 'metal'], MOST_ELEMENTS);
  const chips = [...some(entities, ['company'], MOST_COMPANIES), ...some(entities, ['place'], MOST_PLACES)];
  if (elements.length + chips.length === 0) return null;
  const opened = (entity: ArticleEntity): (() => void) | undefined => onOpen && (() => onOpen(entity));
  return (
    <ul className={styles.chips} aria-label={t('entities.named')}>
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
