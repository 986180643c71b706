import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import type { LensDifference } from '../../electron/contract/lens-api.ts';
import type { FigureDifference, Story } from '../../electron/contract/stories.ts';
import { useFigureDifferences } from '../client/lens-queries.ts';
import { rowTime } from '../list/row-time.ts';
import { openArticle } from '../state/navigate.ts';
import { storyCount } from '../state/story-count.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import { useStory } from './use-story.ts';
import quiet from '../components/quiet-link.module.css';
import styles from './stories.module.css';

function sourcesOf(articles: readonly ArticleSummary[]): number {
  return new Set(articles.map(({ feedId }) => feedId)).size;
}

function Rail({ articles, here }: { readonly articles: readonly ArticleSummary[]; readonly here: ArticleId }) {
  const words = useWords();
  const { t } = words;
  const [now] = useState(() => Date.now());
  return (
    <ol className={styles.rail}>
      {articles.map((article, at) => {
        const isHere = article.id === here;
        const note = isHere ? t(at === 0 ? 'stories.firstHere' : 'stories.here') : at === 0 ? t('stories.first') : null;
        const title = headlineTitle(article, words);
        return (
          <li key={article.id} data-here={isHere || undefined} aria-current={isHere || undefined}>
            <time className={styles.at} dateTime={article.publishedDay ?? new Date(article.sortAt).toISOString()}>
              {rowTime(article, now, words)}
            </time>
            <span className={styles.node} aria-hidden="true" />
            {isHere ? (
              <span className={styles.who} dir="auto" lang={textLang(article.feedTitle, null)}>
                {article.feedTitle}
              </span>
            ) : (
              <button type="button" className={`${quiet.link} ${styles.who}`} dir="auto" title={title} onClick={() => openArticle(article.id, true)}>
                <span lang={textLang(article.feedTitle, null)}>{article.feedTitle}</span>
                <span className={styles.what} lang={textLang(article.title, article.lang)}>
                  {title}
                </span>
              </button>
            )}
            {note === null ? null : <span className={styles.note}>{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function Difference({ difference, articles, here }: { readonly difference: FigureDifference; readonly articles: readonly ArticleSummary[]; readonly here: ArticleId }) {
  const { t } = useWords();
  return (
    <li>
      {difference.kind === 'year' ? <p className={styles.kind}>{t('stories.differYear')}</p> : null}
      <ul>
        {difference.statements.map(({ articleId, printed, sentence }) => {
          const article = articles.find(({ id }) => id === articleId);
          if (!article) return null;
          return (
            <li key={`${articleId} ${printed}`} className={styles.statement}>
              <b className={styles.figure}>{printed}</b>
              <q className={styles.sentence} dir="auto" lang={textLang(sentence, article.lang)}>
                {sentence}
              </q>
              {articleId === here ? (
                <span className={styles.said}>{t('stories.here')}</span>
              ) : (
                <button type="button" className={`${quiet.link} ${styles.said}`} dir="auto" onClick={() => openArticle(articleId, true)}>
                  {article.feedTitle}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** What the lens read of the reports tells more than their numbers alone; of which year something is said only those tell. */
function differencesOf({ differing }: Story, read: readonly LensDifference[]): readonly FigureDifference[] {
  if (read.length === 0) return differing;
  const values = read.map(({ unit, figures }): FigureDifference => ({ kind: 'value', unit, statements: figures.map(({ source, printed, low, sentenceText }) => ({ articleId: source.articleId, printed, value: low, sentence: sentenceText })) }));
  return [...values, ...differing.filter(({ kind }) => kind === 'year')];
}

function Told({ story, here }: { readonly story: Story; readonly here: ArticleId }) {
  const { t, format } = useWords();
  const { articles, storyId } = story;
  const { data } = useFigureDifferences(here);
  const differing = differencesOf(story, data?.differences ?? []);
  const span = (articles.at(-1)?.sortAt ?? 0) - (articles[0]?.sortAt ?? 0);
  const count = storyCount({ id: storyId ?? 0, sources: sourcesOf(articles), articles: articles.length, unread: 0 }, t);
  return (
    <section className={styles.story} aria-label={t('stories.title')}>
      <h2>
        {t('stories.title')}
        <span>{span < 60_000 ? count : t('stories.span', { what: count, span: format.duration(span) })}</span>
      </h2>
      <Rail articles={articles} here={here} />
      {differing.length > 0 ? (
        <>
          <h3>{t('stories.differ')}</h3>
          <ul className={styles.differing}>
            {differing.map((difference) => (
              <Difference key={difference.statements.map(({ articleId, value }) => `${articleId} ${value}`).join()} difference={difference} articles={articles} here={here} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** Who else reports what an article reports, in order, and the figures in which they differ. Nothing where nobody does. */
export function StorySection({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const { data: story } = useStory(articleId);
  return story && story.articles.length > 1 ? <Told story={story} here={articleId} /> : null;
}
