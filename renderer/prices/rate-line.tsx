import type { PriceSeries } from '../../electron/contract/figures.ts';
import { useSettings } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { dayText } from '../lens/day-text.ts';
import { numberText } from '../lens/number-text.ts';
import { openDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './prices.module.css';

/** Units that the person's rate leads from or to. */
const CONVERTED = /^(?:CNY|USD)\/(?:t|kg)$/u;

/** By which rate a price is shown in the other currency, or the way to set one. Nothing is converted by a rate that nobody chose. */
export function RateLine({ unit, converted }: { readonly unit: string; readonly converted: PriceSeries['converted'] }) {
  const { t, format } = useWords();
  const { data: settings } = useSettings();
  if (!CONVERTED.test(unit)) return null;
  const rate = converted?.rate ?? settings?.usdRate ?? null;
  return (
    <p className={styles.rate}>
      {rate ? <span>{t('prices.rate', { rate: numberText(rate.cnyPerUsd, format.locale), day: dayText(rate.on, format.locale) })}</span> : null}
      <Button kind="quiet" onClick={() => openDialog({ kind: 'usd-rate' })}>
        {t(rate ? 'prices.changeRate' : 'prices.setRate')}
      </Button>
    </p>
  );
}
