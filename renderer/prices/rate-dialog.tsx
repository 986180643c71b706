import { useId, useState } from 'react';
import { lensChanged } from '../client/lens-queries.ts';
import { saveSettings, useSettings } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { TaskDialog } from '../components/task-dialog.tsx';
import { DayField } from '../components/day-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { useTask } from '../components/use-task.ts';
import { daysUpTo } from '../lens/days-up-to.ts';
import { typedNumber } from '../lens/typed-number.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import styles from './prices.module.css';

/** As the settings hold it: at most four figures before the point, more than nothing. */
const RATE = /^(?!0+(?:\.0+)?$)\d{1,4}(?:\.\d{1,8})?$/u;
const DAY = /^\d{4}-\d\d-\d\d$/u;

/** Sets the rate by which prices in yuan and in dollars are shown in the other. Z takes the change back. */
export function RateDialog() {
  const { t } = useWords();
  const { data: settings } = useSettings();
  const before = settings?.usdRate ?? null;
  const [rate, setRate] = useState(before?.cnyPerUsd ?? '');
  const [on, setOn] = useState(() => daysUpTo(new Date(), 1)[0] ?? '');
  const [isWrong, setWrong] = useState(false);
  const task = useTask();
  const errorId = useId();
  const save = (usdRate: typeof before) =>
    task.run(
      async () => {
        await saveSettings({ usdRate });
        await lensChanged();
      },
      closeDialog,
      () => {
        showToast({
          text: () => wordsNow().t(usdRate ? 'prices.rateSet' : 'prices.rateCleared'),
          undo: async () => {
            await saveSettings({ usdRate: before });
            await lensChanged();
          },
        });
      },
    );
  const submit = () => {
    const typed = typedNumber(rate);
    if (!typed || typed.rest !== '' || !RATE.test(typed.decimal) || !DAY.test(on)) setWrong(true);
    else save({ cnyPerUsd: typed.decimal, on });
  };
  return (
    <TaskDialog
      title={t('prices.rateTitle')}
      submitLabel={t('prices.rateSave')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
      note={
        before ? (
          <Button kind="quiet" size="large" onClick={() => save(null)}>
            {t('prices.clearRate')}
          </Button>
        ) : null
      }
    >
      <p className={styles.line}>{t('prices.rateHint')}</p>
      <div className={styles.rateFields}>
        <TextField
          label={t('prices.rateValue')}
          value={rate}
          size="large"
          inputMode="decimal"
          autoComplete="off"
          data-first-focus=""
          errorId={isWrong ? errorId : undefined}
          onChange={(next) => {
            setRate(next);
            setWrong(false);
          }}
        />
        <DayField label={t('prices.rateDay')} value={on} size="large" onChange={setOn} />
      </div>
      {isWrong ? (
        <p className={styles.problem} id={errorId} role="alert">
          {t('prices.rateWrong')}
        </p>
      ) : null}
    </TaskDialog>
  );
}
