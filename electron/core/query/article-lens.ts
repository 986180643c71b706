import type { CopyId, TextQuote } from '../../contract/bookmark.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { ArticleLens, PlacedFigure } from '../../contract/figures.ts';
import type { TextOrigin } from '../../contract/full-text.ts';
import type { ArticleId } from '../../contract/model.ts';
import { bareText, quoteAt } from '../../contract/text-quote.ts';
import { figureText } from '../figures/figure-text.ts';
import type { FigureNames } from '../figures/read-figures.ts';
import { isUnsure, type StoredFigure, type StoredFigures } from '../figures/stored-figure.ts';
import { articleTexts } from '../store/article-texts.ts';
import { correctionsOf, droppedOf } from '../store/figure-corrections.ts';
import { figuresStored } from '../store/figures.ts';
import type { Store } from '../store/store.ts';
import { getCopy } from './frozen-copies.ts';

/** A text with the way from its places to those of its bare characters, for places that come in their order. */
class Quoter {
  readonly #text: string;
  readonly #bare: string;
  #seen = 0;
  #length = 0;

  constructor(text: string) {
    this.#text = text;
    this.#bare = bareText(text);
  }

  quote(start: number, end: number): TextQuote {
    if (start < this.#seen) [this.#seen, this.#length] = [0, 0];
    this.#length += bareText(this.#text.slice(this.#seen, start)).length;
    this.#seen = start;
    const words = this.#text.slice(start, end);
    return quoteAt(this.#bare, this.#length, this.#length + bareText(words).length, words);
  }
}

/** Figures with what finds them on a page. */
export function placeFigures(figures: readonly StoredFigure[], { title, text }: { readonly title: string; readonly text: string }): PlacedFigure[] {
  const quoters = { title: new Quoter(title), text: new Quoter(text) };
  const sentences = { title: new Quoter(title), text: new Quoter(text) };
  return figures.map(({ sentenceText: _sentence, issuers: _issuers, ...figure }) => ({
    ...figure, unsure: isUnsure(figure),
    quote: quoters[figure.place.field].quote(figure.place.start, figure.place.end),
    sentenceQuote: sentences[figure.sentence.field].quote(figure.sentence.start, figure.sentence.end),
  }));
}

export interface LensQuestion {
  readonly articleId: ArticleId;
  readonly text?: TextOrigin | undefined;
  readonly copyId?: CopyId | undefined;
}

/**
 * What an article says in figures: as stored, where that is of the text that is asked for; another text is read here, by what no
 * start needs. Rejects with `article-missing`, `copy-missing`.
 */
export async function articleLens(store: Store, { articleId, text: wanted, copyId }: LensQuestion, names: () => FigureNames): Promise<ArticleLens> {
  const article = store.get<{ title: string; summary: string; publishedAt: number | null }>('SELECT title, summary, published_at AS publishedAt FROM articles WHERE id = ?', articleId);
  if (!article) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  const answer = (stored: StoredFigures, { title, html, origin }: { title: string; html: string; origin: TextOrigin }): ArticleLens => ({
    articleId, textOrigin: origin, copyId: copyId ?? null, prices: stored.prices,
    figures: placeFigures(stored.figures, { title, text: figureText(html, article.summary) }),
    dropped: droppedOf(store, articleId, 'dropped').filter(({ correctionId }) => !stored.lost.includes(correctionId)),
    lost: droppedOf(store, articleId, stored.lost),
  });
  const read = async (title: string, html: string): Promise<StoredFigures> => {
    const { figuresOf } = await import('../figures/read-figures.ts');
    return figuresOf({ id: articleId, ...article, title, html, corrections: correctionsOf(store, articleId) }, names());
  };
  if (copyId !== undefined) {
    const copy = getCopy(store, copyId);
    if (copy.articleId !== articleId) throw new ReaderError('copy-missing', `copy ${copyId} is not of article ${articleId}`, { copyId });
    return answer(await read(copy.title, copy.html), copy);
  }
  const texts = articleTexts(store, articleId);
  const [shown = { title: article.title, html: '', origin: 'feed' as const }] = texts;
  const other = wanted === 'feed' && shown.origin === 'page' ? (texts.find(({ origin }) => origin === 'feed') ?? { title: article.title, html: '', origin: 'feed' as const }) : null;
  return other ? answer(await read(other.title, other.html), other) : answer(figuresStored(store, articleId), shown);
}
