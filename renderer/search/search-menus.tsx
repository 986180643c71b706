import { useState } from 'react';
import { useFeeds } from '../client/queries.ts';
import { Icon } from '../components/icon.tsx';
import type { MenuItem } from '../components/menu-item.ts';
import { useMenu } from '../components/use-menu.tsx';
import { scopeTitle } from '../state/scope-title.ts';
import { changeSearch, useSearchView } from '../state/search-view.ts';
import { useListing } from '../state/listing.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { fieldOf, SEARCH_FIELDS, timeOf, withField, withTime } from './query-edit.ts';
import type { SearchTime } from './query-edit.ts';
import { TimeDialog } from './time-dialog.tsx';
import { unknownDates } from './unknown-dates.ts';
import styles from './search.module.css';

/** Spans to choose, as they stand behind `after:`. */
const TIMES = { today: 'today', '7d': 'week', '30d': 'month', '1y': 'year' } as const;

function isTime(text: string | undefined): text is keyof typeof TIMES {
  return text !== undefined && Object.hasOwn(TIMES, text);
}

function timeWords({ after, before }: SearchTime, { t }: Words): string {
  if (before === undefined) return after === undefined ? t('search.time.any') : isTime(after) ? t(`search.time.${TIMES[after]}`) : t('search.time.from', { after });
  return after === undefined ? t('search.time.until', { before }) : t('search.time.between', { after, before });
}

function pick(patch: Parameters<typeof changeSearch>[0]): () => void {
  return () => void changeSearch(patch);
}

/** What is searched, from when, where in it and in which order. What a menu chooses is written into the query where that has a word for it. */
export function SearchMenus() {
  const words = useWords();
  const { t } = words;
  const scope = useUi((state) => state.scope);
  const { data: known } = useFeeds();
  const { openAt, menu } = useMenu();
  const [dating, setDating] = useState(false);
  const { text, inScope, order } = useSearchView();
  const notes = useListing((state) => state.search?.notes);
  const time = timeOf(text, unknownDates(notes ?? []));
  const field = fieldOf(text);
  const within = t('search.within', { scope: scopeTitle(scope, known, words) });

  const scopes: readonly MenuItem[] = [
    { label: t('search.allSources'), checked: !inScope, onSelect: pick({ inScope: false }) },
    ...(scope.kind === 'all' ? [] : [{ label: within, checked: inScope, onSelect: pick({ inScope: true }) }]),
  ];
  const times: readonly MenuItem[] = [
    { label: t('search.time.any'), checked: time.after === undefined && time.before === undefined, onSelect: pick({ text: withTime(text, {}) }) },
    ...Object.entries(TIMES).map(([after, name]) => ({ label: t(`search.time.${name}`), checked: time.after === after && time.before === undefined, onSelect: pick({ text: withTime(text, { after }) }) })),
    { kind: 'line' },
    { label: t('search.time.choose'), checked: (time.after !== undefined && !isTime(time.after)) || time.before !== undefined, onSelect: () => setDating(true) },
  ];
  const fields: readonly MenuItem[] = SEARCH_FIELDS.map((one) => ({ label: t(`search.fields.${one}`), checked: field === one, onSelect: pick({ text: withField(text, one) }) }));
  const orders: readonly MenuItem[] = [
    { label: t('search.newest'), checked: order === 'time', onSelect: pick({ order: 'time' }) },
    { label: t('search.best'), checked: order === 'rank', onSelect: pick({ order: 'rank' }) },
  ];
  const menus = [
    [t('search.where'), inScope ? within : t('search.allSources'), scopes],
    [t('search.when'), timeWords(time, words), times],
    [t('search.in'), t(`search.fields.${field}`), fields],
    [t('list.order'), t(order === 'time' ? 'search.newest' : 'search.best'), orders],
  ] as const;
  return (
    <div className={styles.menus}>
      {menus.map(([label, shown, items]) => (
        <button
          key={label}
          type="button"
          className={styles.menu}
          aria-haspopup="menu"
          aria-label={t('search.menuName', { label, value: shown })}
          title={shown}
          onClick={(event) => openAt(event.currentTarget, label, items)}
        >
          <span>{shown}</span>
          <Icon name="chevron-down" size={12} />
        </button>
      ))}
      {menu}
      {dating ? (
        <TimeDialog
          time={time}
          onClose={() => setDating(false)}
          onChoose={(chosen) => {
            setDating(false);
            void changeSearch({ text: withTime(text, chosen) });
          }}
        />
      ) : null}
    </div>
  );
}
