import type { FigureKind } from '../../electron/contract/lens.ts';
import { useFigureChoices } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { DayField } from '../components/day-field.tsx';
import { Select } from '../components/select.tsx';
import type { SelectOption } from '../components/select.tsx';
import { nameOf } from '../entities/name-of.ts';
import { PageSearch } from '../layout/page-search.tsx';
import { unitText } from '../lens/unit-text.ts';
import { useWords } from '../words/use-words.ts';
import { narrowFigures, useFiguresView } from './figures-view.ts';
import styles from './figures.module.css';

/** A choice stays in its list while it is chosen, whatever else was narrowed. */
function withChosen(options: readonly SelectOption<string>[], chosen: string, label: string): readonly SelectOption<string>[] {
  return chosen === '' || options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, label }];
}

/** What the table is narrowed to: each list says how many it would show. */
export function FigureFilters() {
  const words = useWords();
  const { t, format } = words;
  const filter = useFiguresView((state) => state.filter);
  const { data } = useFigureChoices(filter);
  const counted = (label: string, count: number) => t('figures.choice', { label, count });
  const entities = (data?.entities ?? []).map(({ entityId, names, count }) => ({ value: entityId, label: counted(nameOf({ names, id: entityId }, format.locale).text, count) }));
  const kinds = (data?.kinds ?? []).map(({ kind, count }) => ({ value: kind as string, label: counted(t(`lens.kinds.${kind}`), count) }));
  const units = (data?.units ?? []).map(({ unit, count }) => ({ value: unit, label: counted(unitText(unit, '2', words), count) }));
  const feeds = (data?.feeds ?? []).map(({ feedId, title, count }) => ({ value: String(feedId), label: counted(title, count) }));
  const [kind] = filter.kinds ?? [];
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <fieldset className={styles.filters} aria-label={t('figures.filters')}>
      <PageSearch label={t('figures.search')} value={filter.text ?? ''} onChange={(text) => narrowFigures({ text: text === '' ? undefined : text })} />
      <Select label={t('figures.entity')} labelHidden value={filter.entityId ?? ''} options={withChosen([{ value: '', label: t('figures.anyEntity') }, ...entities], filter.entityId ?? '', filter.entityId ?? '')} onChange={(entityId) => narrowFigures({ entityId: entityId === '' ? undefined : entityId })} />
      <Select label={t('figures.kind')} labelHidden value={kind ?? ''} options={withChosen([{ value: '', label: t('figures.anyKind') }, ...kinds], kind ?? '', kind ? t(`lens.kinds.${kind}`) : '')} onChange={(one) => narrowFigures({ kinds: one === '' ? undefined : [one as FigureKind] })} />
      <Select label={t('figures.unit')} labelHidden value={filter.unit ?? ''} options={withChosen([{ value: '', label: t('figures.anyUnit') }, ...units], filter.unit ?? '', filter.unit ?? '')} onChange={(unit) => narrowFigures({ unit: unit === '' ? undefined : unit })} />
      <Select label={t('figures.source')} labelHidden value={filter.feedId === undefined ? '' : String(filter.feedId)} options={withChosen([{ value: '', label: t('figures.anySource') }, ...feeds], filter.feedId === undefined ? '' : String(filter.feedId), '')} onChange={(feedId) => narrowFigures({ feedId: feedId === '' ? undefined : Number(feedId) })} />
      <span className={styles.last}>
        <span className={styles.period}>
          <span aria-hidden="true">{t('figures.periodFrom')}</span>
          <DayField label={t('figures.periodFrom')} labelHidden className={styles.date} value={filter.periodFrom ?? ''} onChange={(day) => narrowFigures({ periodFrom: day === '' ? undefined : day })} />
          <span aria-hidden="true">{t('figures.periodTo')}</span>
          <DayField label={t('figures.periodTo')} labelHidden className={styles.date} value={filter.periodTo ?? ''} onChange={(day) => narrowFigures({ periodTo: day === '' ? undefined : day })} />
        </span>
        <Checkbox label={t('figures.sureOnly')} checked={filter.unsure === false} onChange={(on) => narrowFigures({ unsure: on ? false : undefined })} />
      </span>
      {isNarrowed ? (
        <Button kind="quiet" onClick={() => useFiguresView.setState({ filter: {}, scroll: 0 })}>
          {t('figures.clear')}
        </Button>
      ) : null}
    </fieldset>
  );
}
