import { setImmediate } from 'node:timers/promises';
import { ReaderError } from '../../contract/errors.ts';
import type { EntityId } from '../../contract/gazetteer.ts';
import type { NoticeLink } from '../../contract/lens-api.ts';
import type { ArticleId } from '../../contract/model.ts';
import { figuresStored, issuersOfRanks, rankOf } from '../store/figures.ts';
import type { StoreReads } from '../store/store.ts';
import { figuresInStretches } from './figures-in-stretches.ts';
import { kindNumber, type FigurePlace } from './figure-walk.ts';

const NOTICE = kindNumber('notice');
const MOST_ARTICLES = 50;
const MOST_LOOKED_AT = 500;
/** So many articles say their issuers in some milliseconds. */
const STRETCH = 50;

/** Where an article names a number. */
interface Named extends FigurePlace {
  readonly issuers: readonly EntityId[];
}

/** One issuer is known to be no other's; where a sentence tells none, the number and year decide. */
function mayBeOne(one: readonly EntityId[], other: readonly EntityId[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((id) => other.includes(id));
}

function placesOf(store: StoreReads, number: string): FigurePlace[] {
  return store.all<FigurePlace>(
    `SELECT f.article_id AS id, f.place FROM figures f INDEXED BY figures_by_name CROSS JOIN statuses s ON s.article_id = f.article_id AND s.visible = 1
     WHERE f.name = (SELECT key FROM figure_words WHERE word = ?) AND f.name IS NOT NULL AND f.kind = ${NOTICE} ORDER BY f.article_id DESC, f.place DESC LIMIT ${MOST_LOOKED_AT}`,
    number,
  );
}

/**
 * By number, each article that names it, once, newest first: by its sentence that tells an issuer, else its first. Without what the
 * sentences say: hundreds may name a number, and few of them are shown.
 */
async function naming(store: StoreReads, numbers: Iterable<string>): Promise<Map<string, Named[]>> {
  const places = new Map([...numbers].map((number) => [number, placesOf(store, number)]));
  const wanted = new Map<ArticleId, Set<number>>();
  for (const { id, place } of [...places.values()].flat()) wanted.set(id, (wanted.get(id) ?? new Set()).add(rankOf(place)));
  const issuers: ReturnType<typeof issuersOfRanks> = new Map();
  const articles = [...wanted];
  for (let from = 0; from < articles.length; from += STRETCH) {
    if (from > 0) await setImmediate();
    for (const [id, of] of issuersOfRanks(store, new Map(articles.slice(from, from + STRETCH)))) issuers.set(id, of);
  }
  return new Map([...places].map(([number, of]) => {
    const named = new Map<ArticleId, Named>();
    for (const { id, place } of of) {
      const told = issuers.get(id)?.get(rankOf(place));
      const known = named.get(id);
      if (told && (!known || (known.issuers.length === 0 && told.length > 0))) named.set(id, { id, place, issuers: told });
    }
    return [number, [...named.values()]];
  }));
}

/** Numbers of notices with a year, that end in this one. */
function datedOf(store: StoreReads, number: string): string[] {
  return store.all<{ word: string }>(`SELECT DISTINCT w.word FROM figure_words w CROSS JOIN figures f ON f.name = w.key AND f.name IS NOT NULL AND f.kind = ${NOTICE} WHERE w.word GLOB ?`, `[12][0-9][0-9][0-9]-${number}`).map(({ word }) => word);
}

type Own = Map<string, { readonly printed: string; readonly issuers: readonly EntityId[] }>;

/** What an article names, by full numbers: one that is named without its year has that of the only one whose issuer is the same. */
async function ownNotices(store: StoreReads, articleId: ArticleId): Promise<Own> {
  const notices = figuresStored(store, articleId).figures.filter(({ kind }) => kind === 'notice');
  const dates = new Map(notices.filter(({ low, issuers }) => !low.includes('-') && issuers.length > 0).map(({ low }) => [low, datedOf(store, low)]));
  const named = await naming(store, new Set([...dates.values()].flat()));
  const own: Own = new Map();
  for (const { low, printed, issuers } of notices) {
    const same = issuers.length === 0 ? [] : (dates.get(low) ?? []).filter((word) => named.get(word)?.some((one) => one.issuers.some((id) => issuers.includes(id))));
    const number = same.length === 1 ? (same[0] ?? low) : low;
    const known = own.get(number);
    own.set(number, { printed: known?.printed ?? printed, issuers: [...new Set([...(known?.issuers ?? []), ...issuers])] });
  }
  return own;
}

/** The documents that an article names by their numbers, and who else names them, in whichever language. Other calls come between. Rejects with `article-missing`. */
export async function noticeLinks(store: StoreReads, articleId: ArticleId): Promise<NoticeLink[]> {
  if (!store.get('SELECT 1 FROM articles WHERE id = ?', articleId)) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  const own = await ownNotices(store, articleId);
  const named = await naming(store, own.keys());
  const others = new Map([...own].map(([number, { issuers }]) => [number, (named.get(number) ?? []).filter((one) => one.id !== articleId && mayBeOne(issuers, one.issuers))]));
  // Articles that name one of these name others of them too: what they say is read together.
  const shown = [...others.values()].flatMap((of) => of.slice(0, MOST_ARTICLES)).toSorted((one, other) => other.id - one.id);
  const said = new Map((await figuresInStretches(store, shown)).map(({ at, printed, sentenceText, source }) => [`${at.id}.${at.place}`, { printed, sentenceText, source }]));
  return [...own].map(([number, { printed, issuers }]) => {
    const of = others.get(number) ?? [];
    return { number, printed, issuers, articles: of.slice(0, MOST_ARTICLES).flatMap(({ id, place }) => said.get(`${id}.${place}`) ?? []), count: of.length };
  });
}
