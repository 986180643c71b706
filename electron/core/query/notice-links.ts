import { ReaderError } from '../../contract/errors.ts';
import type { EntityId } from '../../contract/gazetteer.ts';
import type { NoticeLink } from '../../contract/lens-api.ts';
import type { ArticleId } from '../../contract/model.ts';
import { figuresOfArticles, figuresStored, rankOf } from '../store/figures.ts';
import type { StoreReads } from '../store/store.ts';
import { figureSources } from './figure-sources.ts';
import { kindNumber, type FigurePlace } from './list-figures.ts';

const NOTICE = kindNumber('notice');
const MOST_ARTICLES = 50;
const MOST_LOOKED_AT = 500;

interface Named {
  readonly articleId: ArticleId;
  readonly printed: string;
  readonly sentenceText: string;
  readonly issuers: readonly EntityId[];
}

/** One issuer is known to be no other's; where a sentence tells none, the number and year decide. */
function mayBeOne(one: readonly EntityId[], other: readonly EntityId[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((id) => other.includes(id));
}

/** Each article that names a number, once, newest first: with its sentence that tells an issuer, else its first. */
function naming(store: StoreReads, number: string): Named[] {
  const places = store.all<FigurePlace>(
    `SELECT f.article_id AS id, f.place FROM figures f INDEXED BY figures_by_name CROSS JOIN statuses s ON s.article_id = f.article_id AND s.visible = 1
     WHERE f.name = (SELECT key FROM figure_words WHERE word = ?) AND f.name IS NOT NULL AND f.kind = ${NOTICE} ORDER BY f.article_id DESC, f.place DESC LIMIT ${MOST_LOOKED_AT}`,
    number,
  );
  const ids = [...new Set(places.map(({ id }) => id))];
  const stored = figuresOfArticles(store, ids);
  return ids.flatMap((articleId) => {
    const figures = places.filter(({ id }) => id === articleId).flatMap(({ place }) => stored.get(articleId)?.figures[rankOf(place)] ?? []);
    const figure = figures.find(({ issuers }) => issuers.length > 0) ?? figures[0];
    return figure ? [{ articleId, printed: figure.printed, sentenceText: figure.sentenceText, issuers: figure.issuers }] : [];
  });
}

/** The full number of a notice that is named without its year: that of the only one whose issuer is the same. */
function dated(store: StoreReads, number: string, issuers: readonly EntityId[]): string {
  if (number.includes('-') || issuers.length === 0) return number;
  const known = store.all<{ word: string }>(`SELECT DISTINCT w.word FROM figure_words w CROSS JOIN figures f ON f.name = w.key AND f.name IS NOT NULL AND f.kind = ${NOTICE} WHERE w.word GLOB ?`, `[12][0-9][0-9][0-9]-${number}`).map(({ word }) => word);
  const same = known.filter((word) => naming(store, word).some((one) => one.issuers.some((id) => issuers.includes(id))));
  return same.length === 1 ? (same[0] ?? number) : number;
}

/** The documents that an article names by their numbers, and who else names them, in whichever language. Throws `article-missing`. */
export function noticeLinks(store: StoreReads, articleId: ArticleId): NoticeLink[] {
  if (!store.get('SELECT 1 FROM articles WHERE id = ?', articleId)) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  const own = new Map<string, { printed: string; issuers: EntityId[] }>();
  for (const { kind, low, printed, issuers } of figuresStored(store, articleId).figures) {
    if (kind !== 'notice') continue;
    const number = dated(store, low, issuers);
    const known = own.get(number);
    own.set(number, { printed: known?.printed ?? printed, issuers: [...new Set([...(known?.issuers ?? []), ...issuers])] });
  }
  return [...own].map(([number, { printed, issuers }]) => {
    const others = naming(store, number).filter((one) => one.articleId !== articleId && mayBeOne(issuers, one.issuers));
    const sources = figureSources(store, others.slice(0, MOST_ARTICLES).map((one) => one.articleId));
    const articles = others.slice(0, MOST_ARTICLES).flatMap((one) => {
      const source = sources.get(one.articleId);
      return source ? [{ printed: one.printed, sentenceText: one.sentenceText, source }] : [];
    });
    return { number, printed, issuers, articles, count: others.length };
  });
}

