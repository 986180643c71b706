import { useState } from 'react';
import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import type { FigureStatement, Story } from '../../electron/contract/stories.ts';
import { useFigureDifferences } from '../client/lens-queries.ts';
import { rowTime } from '../list/row-time.ts';
import { openArticle } from '../state/navigate.ts';
import { storyCount } from '../state/story-count.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useStory } from '../stories/use-story.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { useWords } from '../words/use-words.ts';
import { figureLabel } from './figure-words.ts';
import { subjectName } from './subject-name.ts';
import { openFigure } from './open-figure.ts';
import quiet from '../components/quiet-link.module.css';
import rail from './story-rail.module.css';
import styles from './lens.module.css';

function Report({ article, isFirst, isHere, now }: { readonly article: ArticleSummary; readonly isFirst: boolean; readonly isHere: boolean; readonly now: number }) {
  const words = useWords();
  const { t } = words;
  const note = isHere ? t(isFirst ? 'stories.firstHere' : 'stories.here') : isFirst ? t('stories.first') : null;
  const lang = textLang(article.feedTitle, null);
  return (
    <li data-here={isHere || undefined} aria-current={isHere || undefined}>
      <time dateTime={article.publishedDay ?? new Date(article.sortAt).toISOString()}>{rowTime(article, now, words)}</time>
      <span className={rail.node} aria-hidden="true" />
      {isHere ? (
        <span className={rail.who} dir="auto" lang={lang}>
          {article.feedTitle}
        </span>
      ) : (
        <button type="button" className={`${quiet.link} ${rail.who}`} dir="auto" lang={lang} title={headlineTitle(article, words)} onClick={() => openArticle(article.id, true)}>
          {article.feedTitle}
        </button>
      )}
      {note === null ? null : <span className={rail.note}>{note}</span>}
    </li>
  );
}

function Statements({ statements, story }: { readonly statements: readonly FigureStatement[]; readonly story: Story }) {
  return (
    <li>
      <ul>
        {statements.map(({ articleId, printed, sentence }) => {
          const article = story.articles.find(({ id }) => id === articleId);
          return article ? (
            <li key={articleId} className={rail.statement}>
              <b>{printed}</b>
              <button type="button" className={`${quiet.link} ${rail.link}`} dir="auto" onClick={() => openArticle(articleId, true)}>
                {article.feedTitle}
              </button>
              <q dir="auto" lang={textLang(sentence, article.lang)}>
                {sentence}
              </q>
            </li>
          ) : null;
        })}
      </ul>
    </li>
  );
}

/** The figures in which outlets differ, each with its sentence. */
function Differences({ articleId, story }: { readonly articleId: ArticleId; readonly story: Story }) {
  const words = useWords();
  const { t } = words;
  const { data } = useFigureDifferences(articleId);
  const differences = data?.differences ?? [];
  if (differences.length === 0 && story.differing.length === 0) return null;
  return (
    <>
      <h4 className={rail.sub}>{t('stories.differ')}</h4>
      <ul className={rail.differing}>
        {differences.map(({ subject, period, figures }) => (
          <li key={figures.map(({ id, source }) => `${source.articleId} ${id}`).join()}>
            <p className={rail.about} dir="auto">
              {[subject === '' && figures[0] ? figureLabel(figures[0], words) : subjectName({ words: subject, entityIds: figures[0]?.subject.entityIds ?? [] }, words), period ?? ''].filter((part) => part !== '').join(t('lens.joiner'))}
            </p>
            <ul>
              {figures.map((figure) => (
                <li key={`${figure.source.articleId} ${figure.id}`} className={rail.statement}>
                  <b>{figure.printed}</b>
                  <button type="button" className={`${quiet.link} ${rail.link}`} dir="auto" onClick={() => openFigure(figure.source.articleId, figure.id)}>
                    {figure.source.feedTitle}
                  </button>
                  <q dir="auto" lang={textLang(figure.sentenceText, figure.source.lang)}>
                    {figure.sentenceText}
                  </q>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {/* What the story's own numbers show, where the lens knows of no subject that they share; and of which year something is said, which only those tell. */}
        {story.differing.filter(({ kind }) => differences.length === 0 || kind === 'year').map(({ statements }) => <Statements key={statements.map(({ articleId, value }) => `${articleId} ${value}`).join()} statements={statements} story={story} />)}
      </ul>
    </>
  );
}

/** Who else reports what the article reports, in order, on a rail; and where they differ. Nothing where nobody does. */
export function StoryRail({ articleId }: { readonly articleId: ArticleId }) {
  const { t, format } = useWords();
  const { data: story } = useStory(articleId);
  const [now] = useState(() => Date.now());
  if (!story || story.articles.length < 2) return null;
  const { articles, storyId } = story;
  const span = (articles.at(-1)?.sortAt ?? 0) - (articles[0]?.sortAt ?? 0);
  const sources = new Set(articles.map(({ feedId }) => feedId)).size;
  const count = storyCount({ id: storyId ?? 0, sources, articles: articles.length, unread: 0 }, t);
  return (
    <section className={styles.section} aria-label={t('stories.title')}>
      <h3 className={styles.head}>
        {t('stories.title')}
        <span>{span < 60_000 ? count : t('stories.span', { what: count, span: format.duration(span) })}</span>
      </h3>
      <ol className={rail.rail}>
        {articles.map((article, at) => (
          <Report key={article.id} article={article} isFirst={at === 0} isHere={article.id === articleId} now={now} />
        ))}
      </ol>
      <Differences articleId={articleId} story={story} />
    </section>
  );
}
