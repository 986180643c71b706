import { useState } from 'react';
import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { useEntityLens } from '../client/lens-queries.ts';
import { Button } from '../components/button.tsx';
import { elementCharacter } from '../entities/element-character.ts';
import { useArticleEntities } from '../entities/use-article-entities.ts';
import { Spectrum } from '../components/spectrum.tsx';
import { MentionsTable } from '../watch/mentions-table.tsx';
import { entityTitle } from '../watch/entity-name.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { daysUpTo } from './days-up-to.ts';
import axis from '../chart/axis.module.css';
import mentions from './mentions.module.css';
import styles from './lens.module.css';

const DAYS = 90;
const HEIGHT = 36;
const WIDTH = 270;
const PITCH = 3;
/** Less than this at the full height would make two articles look like many. */
const LEAST_FULL = 4;
/** Names to choose among. */
const MOST_NAMES = 8;

function titleOf({ id, names, symbol }: ArticleEntity, words: Words): string {
  return entityTitle({ id, names, ...(symbol === null ? {} : { symbol }) }, words);
}

/** How often a name of the article was mentioned lately, a stroke a day; which name can be chosen. */
export function MentionsSection({ articleId }: { readonly articleId: ArticleId }) {
  const words = useWords();
  const { t, format } = words;
  const named = useArticleEntities(articleId).data ?? [];
  // Elements first: they are what prices and quotas are of.
  const entities = [...named.filter(({ symbol }) => symbol !== null), ...named.filter(({ symbol }) => symbol === null)].slice(0, MOST_NAMES);
  const [chosen, setChosen] = useState<string | null>(null);
  const [now] = useState(() => new Date());
  const [asTable, setAsTable] = useState(false);
  const entity = entities.find(({ id }) => id === chosen) ?? entities[0];
  const { data } = useEntityLens(entity?.id ?? null, DAYS);
  if (!entity) return null;
  const name = titleOf(entity, words);
  const counts = new Map((data?.mentions ?? []).map(({ day, articles }) => [day, articles]));
  const days = daysUpTo(now, DAYS).map((day) => ({ day, count: counts.get(day) ?? 0 }));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const most = days.reduce((sum, { count }) => Math.max(sum, count), 0);
  const last = days.at(-1)?.count ?? 0;
  const strokes = days.map(({ count }, index) => ({ x: index * PITCH, height: count === 0 ? 0 : Math.max(2, (count / Math.max(LEAST_FULL, most)) * HEIGHT), failed: false }));
  return (
    <section className={styles.section} aria-label={t('watch.mentions')}>
      <h3 className={styles.head}>
        {t('watch.mentions')}
        <span>{t('lens.mentionsOf', { name, days: DAYS })}</span>
      </h3>
      {entities.length > 1 ? (
        <fieldset className={mentions.chips} aria-label={t('lens.mentionsChoose')}>
          {entities.map((one) => (
            <button key={one.id} type="button" className={mentions.chip} aria-pressed={one.id === entity.id} onClick={() => setChosen(one.id)}>
              {one.symbol === null ? titleOf(one, words) : elementCharacter(one.symbol, format.locale)}
            </button>
          ))}
        </fieldset>
      ) : null}
      {asTable ? (
        <MentionsTable days={days} />
      ) : (
        <>
          <Spectrum strokes={strokes} width={WIDTH} height={HEIGHT} today name={total === 0 ? t('lens.mentionsNone', { name }) : t('lens.mentionsChart', { name, count: total, last, most })} />
          <div className={axis.axis} aria-hidden="true">
            {[0, 30, 60, DAYS - 1].map((index) => (
              <span key={index}>{format.shortDay(days[index]?.day ?? '')}</span>
            ))}
          </div>
        </>
      )}
      <div className={styles.foot}>
        <Button kind="quiet" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'watch.showChart' : 'watch.showTable')}
        </Button>
      </div>
    </section>
  );
}
