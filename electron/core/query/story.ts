import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { Story } from '../../contract/stories.ts';
import { textOfSanitized } from '../normalize/sanitized-text.ts';
import { articleTexts } from '../store/article-texts.ts';
import type { Store } from '../store/store.ts';
import { figureDifferences } from '../stories/differences.ts';
import { articleSummaries } from './article-summaries.ts';

/** Articles whose figures are held against each other, the first that were published. */
const MOST_COMPARED = 12;

/** The articles that report what an article reports, in order of first publication. Throws `article-missing` {articleId}. */
export function story(store: Store, articleId: ArticleId): Story {
  const own = store.get<{ storyId: number | null }>('SELECT s.story_id AS storyId FROM statuses s JOIN articles a ON a.id = s.article_id WHERE s.article_id = ?', articleId);
  if (!own) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  const { storyId } = own;
  const members = storyId === null ? [] : store.all<{ id: ArticleId }>(
    'SELECT article_id AS id FROM statuses INDEXED BY statuses_by_story WHERE story_id = ? AND visible = 1 ORDER BY article_id', storyId,
  );
  const ids = members.length > 1 ? members.map(({ id }) => id) : [articleId];
  const articles = articleSummaries(store, ids);
  const texts = articles.length < 2 ? [] : articles.slice(0, MOST_COMPARED).map(({ id, title }) => ({ id, title, text: textOfSanitized(articleTexts(store, id)[0]?.html ?? '') }));
  return { storyId: articles.length > 1 ? storyId : null, articles, differing: figureDifferences(texts) };
}
