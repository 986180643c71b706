import { useId, useState } from 'react';
import type { TextQuote } from '../../electron/contract/bookmark.ts';
import type { PlacedFigure } from '../../electron/contract/figures.ts';
import { DATE_ROLES, FIGURE_KINDS } from '../../electron/contract/lens.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { Select } from '../components/select.tsx';
import { TaskDialog } from '../components/task-dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import { useTask } from '../components/use-task.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { addFigure, fixFigure } from './figure-actions.ts';
import { BOUNDS, draftOfFigure, draftOfWords, fixOfDraft, MOVES, SPANS, valueOf } from './figure-draft.ts';
import type { FigureDraft } from './figure-draft.ts';
import styles from './figure-dialog.module.css';

export interface FigureDialogProps {
  readonly articleId: ArticleId;
  /** The one that is fixed; left out for a new one. */
  readonly figure?: PlacedFigure | undefined;
  /** The words that become a figure. */
  readonly quote?: TextQuote | undefined;
}

/** Says what a figure is, or makes selected words one. The words themselves stay as they are printed. */
export function FigureDialog({ articleId, figure, quote }: FigureDialogProps) {
  const { t } = useWords();
  const printed = figure?.printed ?? quote?.quote ?? '';
  const sentence = figure?.sentenceQuote.quote ?? '';
  const [draft, setDraft] = useState<FigureDraft>(() => (figure ? draftOfFigure(figure) : draftOfWords(printed)));
  const [isWrong, setWrong] = useState(false);
  const task = useTask();
  const errorId = useId();
  const set = (patch: Partial<FigureDraft>) => {
    setDraft({ ...draft, ...patch });
    setWrong(false);
    task.forgive();
  };
  const submit = () => {
    const fix = fixOfDraft(draft);
    if (!fix) {
      setWrong(true);
      return;
    }
    task.run(() => (figure ? fixFigure(articleId, figure, fix) : quote ? addFigure(articleId, quote, fix) : Promise.resolve()), closeDialog);
  };
  const none = { value: '' as const, label: t('lens.draft.none') };
  const isDate = draft.kind === 'date';
  const isNumber = !isDate && draft.kind !== 'notice';
  const lowIsWrong = isWrong && valueOf(draft.low, draft.kind) === null;
  return (
    <TaskDialog title={t(figure ? 'lens.fixTitle' : 'lens.addTitle')} submitLabel={t(figure ? 'lens.draft.save' : 'lens.draft.add')} task={task} onSubmit={submit} onClose={closeDialog}>
      <div className={styles.fields}>
        <blockquote className={styles.words} dir="auto" lang={textLang(sentence || printed, null)}>
          <b>{printed}</b>
          {sentence === '' ? null : <span>{sentence}</span>}
        </blockquote>
        <div className={styles.three}>
          <TextField label={t('lens.draft.low')} value={draft.low} size="large" autoComplete="off" data-first-focus="" errorId={lowIsWrong ? errorId : undefined} onChange={(low) => set({ low })} />
          <TextField label={t('lens.draft.high')} value={draft.high} size="large" autoComplete="off" errorId={isWrong && !lowIsWrong ? errorId : undefined} onChange={(high) => set({ high })} />
          {isNumber ? <TextField label={t('lens.draft.unit')} value={draft.unit} size="large" autoComplete="off" spellCheck={false} maxLength={40} placeholder="CNY/t" onChange={(unit) => set({ unit })} /> : null}
        </div>
        {isWrong ? (
          <p className={styles.problem} id={errorId} role="alert">
            {t(isDate ? 'lens.draft.noDate' : draft.kind === 'notice' ? 'lens.draft.noNotice' : 'lens.draft.noNumber')}
          </p>
        ) : null}
        <div className={styles.two}>
          <Select label={t('lens.draft.kind')} size="large" value={draft.kind} options={FIGURE_KINDS.map((value) => ({ value, label: t(`lens.kinds.${value}`) }))} onChange={(kind) => set({ kind })} />
          {isDate ? (
            <Select label={t('lens.draft.role')} size="large" value={draft.role} options={[none, ...DATE_ROLES.map((value) => ({ value, label: t(`lens.roles.${value}`) }))]} onChange={(role) => set({ role })} />
          ) : (
            <Select label={t('lens.draft.bound')} size="large" value={draft.bound} options={[{ ...none, label: t('lens.draft.exactly') }, ...BOUNDS.map((value) => ({ value, label: t(`lens.bounds.${value}`) }))]} onChange={(bound) => set({ bound })} />
          )}
        </div>
        <TextField label={t('lens.draft.subject')} value={draft.subject} size="large" autoComplete="off" maxLength={300} onChange={(subject) => set({ subject })} />
        {isNumber ? (
          <div className={styles.three}>
            <Select label={t('lens.draft.move')} size="large" value={draft.move} options={[none, ...MOVES.map((value) => ({ value, label: t(`lens.${value}`) }))]} onChange={(move) => set({ move })} />
            <Select label={t('lens.draft.span')} size="large" value={draft.span} options={[none, ...SPANS.map((value) => ({ value, label: t(`lens.spans.${value}`) }))]} onChange={(span) => set({ span })} />
            <TextField label={t('lens.draft.period')} value={draft.period} size="large" autoComplete="off" maxLength={100} onChange={(period) => set({ period })} />
          </div>
        ) : null}
      </div>
    </TaskDialog>
  );
}
