import type { PriceDay, PriceQuote, PriceSeries } from '../../electron/contract/figures.ts';
import { openFigure } from '../lens/open-figure.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { numberText } from '../lens/number-text.ts';
import { unitText } from '../lens/unit-text.ts';
import { convertedText } from './converted-text.ts';
import { quoteKey, quoteText } from './series-points.ts';
import quiet from '../components/quiet-link.module.css';
import styles from './quotes-table.module.css';

function valueText({ low, high }: PriceQuote, { format }: Words): string {
  return low === high ? numberText(low, format.locale) : `${numberText(low, format.locale)}–${numberText(high, format.locale)}`;
}

function marks({ unsure, repaired, corrected }: PriceQuote): ('prices.unsure' | 'prices.repaired' | 'prices.corrected')[] {
  return [...(corrected ? ['prices.corrected' as const] : []), ...(repaired ? ['prices.repaired' as const] : []), ...(unsure ? ['prices.unsure' as const] : [])];
}

function Day({ day, series, compact, allDiffer }: { readonly day: PriceDay; readonly series: PriceSeries; readonly compact: boolean; readonly allDiffer: boolean }) {
  const words = useWords();
  const { t, format } = words;
  const quotes = day.quotes;
  return (
    <tbody className={day.conflict ? styles.conflict : undefined}>
      {quotes.map((quote, index) => (
        <tr key={quoteKey(quote)}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={quotes.length}>
              {compact ? format.shortDay(day.day) : format.dayDate(day.day)}
              {day.conflict && !allDiffer ? <small>{t('prices.conflict')}</small> : null}
            </th>
          ) : null}
          <td className={styles.number}>
            {valueText(quote, words)}
            {series.converted && quote.converted && !compact ? <small>{convertedText(quote.converted, series.converted.unit, words)}</small> : null}
            {marks(quote).map((mark) => (
              <small key={mark}>{t(mark)}</small>
            ))}
          </td>
          <td className={styles.from}>
            <button
              type="button"
              className={`${quiet.link} ${styles.link}`}
              dir="auto"
              lang={textLang(quote.source.feedTitle, null)}
              title={quote.sentenceText}
              aria-label={t('prices.openQuote', { source: quote.source.feedTitle, quote: quoteText(quote, series.unit, words) })}
              onClick={() => openFigure(quote.source.articleId, quote.figureId)}
            >
              {quote.source.feedTitle}
            </button>
            {compact ? null : (
              <q dir="auto" lang={textLang(quote.sentenceText, quote.source.lang)}>
                {quote.sentenceText}
              </q>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

export interface QuotesTableProps {
  readonly series: PriceSeries;
  /** For the lens: without the sentences. */
  readonly compact?: boolean;
  /** A heading says already that sources differ on these days. */
  readonly allDiffer?: boolean;
}

/** The quotes of a chart in figures, the newest day first; those of one day that differ stand side by side. */
export function QuotesTable({ series, compact = false, allDiffer = false }: QuotesTableProps) {
  const words = useWords();
  const { t } = words;
  return (
    <section
      className={compact ? styles.compact : styles.tableBox}
      aria-label={t('prices.quotes')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll it
      tabIndex={compact ? 0 : undefined}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('prices.day')}</th>
            <th scope="col" className={styles.number}>
              {t('prices.quoteIn', { unit: unitText(series.unit, '2', words) })}
            </th>
            <th scope="col">{t('prices.source')}</th>
          </tr>
        </thead>
        {series.days.toReversed().map((day) => (
          <Day key={day.day} day={day} series={series} compact={compact} allDiffer={allDiffer} />
        ))}
      </table>
    </section>
  );
}
