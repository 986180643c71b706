import type { TextQuote } from '../../contract/bookmark.ts';
import { ReaderError } from '../../contract/errors.ts';
import { isFigureValue } from '../../contract/figure-value.ts';
import type { CorrectionId, FigureFilter, FigureFix, PlacedFigure } from '../../contract/figures.ts';
import type { LensApi } from '../../contract/lens-api.ts';
import type { ArticleId } from '../../contract/model.ts';
import { bareText, findQuote } from '../../contract/text-quote.ts';
import { exportDates, exportFigures } from '../export-figures.ts';
import { figureText } from '../figures/figure-text.ts';
import type { FigureNames } from '../figures/read-figures.ts';
import { LENS_VERSION } from '../lens/lens-version.ts';
import type { LensKeeper } from '../lens-keeper.ts';
import { articleLens } from '../query/article-lens.ts';
import { entityLens } from '../query/entity-lens.ts';
import { figureChoices } from '../query/figure-choices.ts';
import { figureSources } from '../query/figure-sources.ts';
import { lensDifferences } from '../query/lens-differences.ts';
import { listDates } from '../query/list-dates.ts';
import type { FigureQuery } from '../query/figure-walk.ts';
import { listFigures } from '../query/list-figures.ts';
import { noticeLinks } from '../query/notice-links.ts';
import { isNamed, priceProducts } from '../query/price-products.ts';
import { priceSeries } from '../query/price-series.ts';
import { findWords } from '../search/find-words.ts';
import { articleTexts } from '../store/article-texts.ts';
import { addCorrection, removeCorrection, type NewCorrection } from '../store/figure-corrections.ts';
import { lensChange, lensChangesBelow } from '../store/lens-change.ts';
import type { Transfers } from '../transfers.ts';
import type { MethodParts } from './method-parts.ts';

const A_YEAR = 365;

/** What a correction keeps of the figure that it is of. */
function ofFigure(articleId: ArticleId, { quote, sentenceQuote, unsure: _unsure, correction: _correction, paragraph: _paragraph, span: _span, ...base }: PlacedFigure): Pick<NewCorrection, 'articleId' | 'figureId' | 'field' | 'quote' | 'sentence' | 'base'> {
  return { articleId, figureId: base.id, field: base.place.field, quote, sentence: sentenceQuote.quote, base };
}

/** Held to the kind that the figure then has. Throws `invalid-argument`. */
function requireValues({ kind, low, high }: PlacedFigure, fix: FigureFix): void {
  if (fix.kind === undefined && fix.low === undefined && fix.high === undefined) return;
  const of = fix.kind ?? kind;
  const ends = { low: fix.low ?? low, high: fix.high ?? fix.low ?? high };
  for (const [end, value] of Object.entries(ends)) {
    if (isFigureValue(of, value)) continue;
    const path = fix[end === 'low' ? 'low' : 'high'] === undefined ? 'fix.kind' : `fix.${end}`;
    throw new ReaderError('invalid-argument', `fixFigure: ${path}: ${value} is no ${of}`, { method: 'fixFigure', path, reason: 'no value of this kind' });
  }
}

/** What the index of words is asked for all of some words; null where they name none. */
function matchOf(text: string): string | null {
  const found = text.split(/\s+/).flatMap((word) => findWords(word, { prefix: 'marked', numbers: false })?.match ?? []);
  return found.length === 0 ? null : found.map((match) => `(${match})`).join(' AND ');
}

const asked = (filter: FigureFilter = {}): FigureQuery => ({ ...filter, match: matchOf(filter.text ?? '') });

/** Figures, prices, dates and notices of stored articles. */
export function lensMethods({ store, names, announce, now, info, settings, unattended }: MethodParts, { lens, transfers }: { readonly lens: LensKeeper; readonly transfers: Transfers }): LensApi {
  const figureNames = (): FigureNames => ({ mentions: (text) => names.finder().mentions(text), partsOf: (id) => names.finder().entities.get(id)?.of ?? [] });
  const known = (): ReturnType<typeof names.finder>['entities'] => names.finder().entities;

  /** Where nothing is read by itself, a question waits for what it asks about. */
  const caughtUp = async (): Promise<void> => {
    if (!unattended) await lens.settled();
  };

  const figureOf = async (articleId: ArticleId, figureId: string): Promise<PlacedFigure> => {
    await lens.read(articleId);
    const { figures } = await articleLens(store, { articleId }, figureNames);
    const figure = figures.find(({ id }) => id === figureId);
    if (!figure) throw new ReaderError('figure-missing', `article ${articleId} has no figure ${figureId}`, { articleId, figureId });
    return figure;
  };

  const correct = async (correction: NewCorrection): Promise<{ correctionId: CorrectionId }> => {
    const correctionId = addCorrection(store, correction);
    await lens.read(correction.articleId);
    announce({ kind: 'figures', articleIds: [correction.articleId] });
    return { correctionId };
  };

  /** Throws `article-missing`, `words-missing`. */
  const requireWords = (articleId: ArticleId, field: 'title' | 'text', quote: TextQuote): string => {
    const article = store.get<{ title: string; summary: string }>('SELECT title, summary FROM articles WHERE id = ?', articleId);
    if (!article) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
    const text = field === 'title' ? article.title : figureText(articleTexts(store, articleId)[0]?.html ?? '', article.summary);
    const bare = bareText(text);
    const found = findQuote(bare, quote);
    if (!found || bare.slice(found.start, found.end) !== bareText(quote.quote)) throw new ReaderError('words-missing', `article ${articleId} does not say "${quote.quote}" there`, { articleId });
    return quote.quote;
  };

  return {
    async articleFigures(args) {
      await lens.read(args.articleId);
      return articleLens(store, args, figureNames);
    },
    async listFigures({ filter, limit, cursor }) {
      await caughtUp();
      return listFigures(store, asked(filter), { limit, cursor });
    },
    async figureChoices({ filter }) {
      await caughtUp();
      return figureChoices(store, asked(filter), known());
    },
    exportFigures: ({ format, filter }) => transfers.run('export', async (transfer) => {
      await caughtUp();
      return await exportFigures(store, { format, filter: asked(filter) }, { version: info.version, now: now(), transfer });
    }),
    async listPriceProducts({ query = '' }) {
      await caughtUp();
      return { products: priceProducts(store, known()).filter((product) => query === '' || isNamed(product, query)) };
    },
    async priceSeries(args) {
      await caughtUp();
      return await priceSeries(store, args, { known: known(), rate: settings.get().usdRate });
    },
    async listDates({ limit, cursor, ...filter }) {
      await caughtUp();
      return listDates(store, filter, { limit, cursor });
    },
    exportDates: (filter) => transfers.run('export', async (transfer) => {
      await caughtUp();
      return await exportDates(store, filter, { version: info.version, now: now(), transfer });
    }),
    async noticeLinks({ articleId }) {
      await caughtUp();
      await lens.read(articleId);
      return { notices: await noticeLinks(store, articleId) };
    },
    async entityFigures({ entityId, days = A_YEAR }) {
      await caughtUp();
      return entityLens(store, { entityId, days, now: now() }, known());
    },
    async figureDifferences({ articleId }) {
      await caughtUp();
      return { differences: lensDifferences(store, articleId) };
    },
    async fixFigure({ articleId, figureId, fix }) {
      const figure = await figureOf(articleId, figureId);
      requireValues(figure, fix);
      return await correct({ ...ofFigure(articleId, figure), kind: 'fixed', fix });
    },
    async dropFigure({ articleId, figureId }) {
      return await correct({ ...ofFigure(articleId, await figureOf(articleId, figureId)), kind: 'dropped', fix: null });
    },
    async addFigure({ articleId, field, quote, figure }) {
      const sentence = requireWords(articleId, field, quote);
      return await correct({ articleId, kind: 'added', figureId: null, field, quote, sentence, base: null, fix: figure });
    },
    async undoCorrection({ correctionId }) {
      const articleId = removeCorrection(store, correctionId);
      await lens.read(articleId);
      announce({ kind: 'figures', articleIds: [articleId] });
      return { articleId };
    },
    lensProgress: async () => ({ waiting: lens.waiting(), version: LENS_VERSION, change: lensChange(store) }),
    async lensChanges({ limit, cursor }) {
      const below = /^\d+$/.test(cursor ?? '') ? Number(cursor) : Number.MAX_SAFE_INTEGER;
      const articles = lensChangesBelow(store, below, { limit: limit + 1, sources: (ids) => figureSources(store, ids) });
      const last = articles.length > limit ? articles[limit - 1] : undefined;
      return { articles: articles.slice(0, limit), nextCursor: last ? `${last.source.articleId}` : null };
    },
  };
}
