import type { CatalogueEntry } from '../../electron/contract/catalogue.ts';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { addUp } from './add-up.ts';
import type { Sum } from './add-up.ts';
import styles from './first-run.module.css';

/** What the chosen sources bring together, as far as it is known. */
function sumWords({ sources, perDay, chinese, unknown }: Sum, { t, format }: Words): string {
  const count = { count: sources };
  if (sources === 0) return t('firstRun.sumNone');
  if (perDay === null) return t('firstRun.sumUnknown', count);
  const values = { ...count, perDay: format.count(perDay), chinese: format.count(chinese) };
  const known = chinese > 0 ? t('firstRun.sumChinese', values) : t('firstRun.sum', values);
  return unknown > 0 ? t('firstRun.sumRest', { known, count: unknown }) : known;
}

export interface FirstRunFootProps {
  readonly following: readonly CatalogueEntry[];
  readonly busy: boolean;
  readonly error: ReaderError | null;
  readonly later: boolean;
  readonly onExit: () => void;
  readonly onFollow: () => void;
}

/** Adds up what is chosen, before anything is fetched, and leads on. */
export function FirstRunFoot({ following, busy, error, later, onExit, onFollow }: FirstRunFootProps) {
  const words = useWords();
  const { t } = words;
  return (
    <footer className={styles.foot}>
      <output className={styles.sum}>{sumWords(addUp(following), words)}</output>
      {error ? <ErrorNote error={error} /> : null}
      <Button size="large" kind={later ? 'plain' : 'quiet'} disabled={busy} onClick={onExit}>
        {t(later ? 'common.cancel' : 'firstRun.startEmpty')}
      </Button>
      <Button size="large" kind="primary" disabled={busy || (later && following.length === 0)} onClick={onFollow}>
        {t(later ? 'firstRun.follow' : 'firstRun.startReading')}
      </Button>
    </footer>
  );
}
