import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf } from '../../electron/contract/api.ts';
import type { CopyId } from '../../electron/contract/bookmark.ts';
import type { ArticleLens, FigureChoices, FigureFilter, FigurePage, PriceSeries, ProductKey } from '../../electron/contract/figures.ts';
import type { TextOrigin } from '../../electron/contract/full-text.ts';
import type { DateRole } from '../../electron/contract/lens.ts';
import type { ChangedFigures, DatePage, EntityLens, LensProgress } from '../../electron/contract/lens-api.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from './query-client.ts';
import { queryKeys } from './queries.ts';
import { call } from './transport.ts';

/** Which text of an article is on the screen. */
export interface ShownText {
  readonly articleId: ArticleId;
  readonly text: TextOrigin;
  readonly copyId: CopyId | null;
}

function articleKey({ articleId, text, copyId }: ShownText): readonly unknown[] {
  return [...queryKeys.articleLens(articleId), text, copyId];
}

/** The figures of the text that is shown; null waits. */
export function useArticleLens(shown: ShownText | null): UseQueryResult<ArticleLens> {
  return useQuery({
    queryKey: shown ? articleKey(shown) : queryKeys.articleLens(0),
    queryFn: () => call('articleFigures', { articleId: shown?.articleId ?? 0, ...(shown?.copyId ? { copyId: shown.copyId } : shown ? { text: shown.text } : {}) }),
    enabled: shown !== null,
    gcTime: 0,
  });
}

/** The figures of an article as last heard, for code outside components. */
export function articleLensNow(articleId: ArticleId): ArticleLens | undefined {
  return queryClient.getQueriesData<ArticleLens>({ queryKey: queryKeys.articleLens(articleId) }).find(([, lens]) => lens !== undefined)?.[1];
}

/** What was known of figures, prices and dates is no longer so. */
export async function lensChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.lens });
}

const FIGURES = 100;

/** Figures of all articles, by pages. */
export function useFigures(filter: FigureFilter): UseInfiniteQueryResult<InfiniteData<FigurePage>> {
  return useInfiniteQuery({
    queryKey: [...queryKeys.lens, 'figures', filter],
    queryFn: ({ pageParam }) => call('listFigures', { filter, limit: FIGURES, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
}

export function useFigureChoices(filter: FigureFilter): UseQueryResult<FigureChoices> {
  return useQuery({ queryKey: [...queryKeys.lens, 'choices', filter], queryFn: () => call('figureChoices', { filter }), placeholderData: (before) => before });
}

/** What prices are quoted of. */
export function usePriceProducts(query = ''): UseQueryResult<AnswerOf<'listPriceProducts'>> {
  return useQuery({ queryKey: [...queryKeys.lens, 'products', query], queryFn: () => call('listPriceProducts', query === '' ? {} : { query }), placeholderData: (before) => before });
}

/** What of a product's quotes is asked for. */
export interface SeriesRequest {
  readonly product: ProductKey;
  readonly unit?: string | undefined;
  readonly basisKey?: string | undefined;
  readonly from?: string | undefined;
}

export function usePriceSeries(request: SeriesRequest | null): UseQueryResult<PriceSeries> {
  return useQuery({
    queryKey: [...queryKeys.lens, 'series', request],
    queryFn: () => call('priceSeries', request ?? { product: '-' }),
    enabled: request !== null,
  });
}

/** Which days of the calendar are asked for. */
export interface DatesRequest {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly roles?: readonly DateRole[] | undefined;
}

const DATES = 100;

export function useDates(request: DatesRequest): UseInfiniteQueryResult<InfiniteData<DatePage>> {
  return useInfiniteQuery({
    queryKey: [...queryKeys.lens, 'dates', request],
    queryFn: ({ pageParam }) => call('listDates', { ...request, limit: DATES, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
}

export function useNoticeLinks(articleId: ArticleId): UseQueryResult<AnswerOf<'noticeLinks'>> {
  return useQuery({ queryKey: [...queryKeys.lens, 'notices', articleId], queryFn: () => call('noticeLinks', { articleId }) });
}

export function useEntityLens(entityId: string | null, days: number): UseQueryResult<EntityLens> {
  return useQuery({ queryKey: [...queryKeys.lens, 'entity', entityId, days], queryFn: () => call('entityFigures', { entityId: entityId ?? '', days }), enabled: entityId !== null });
}

export function useFigureDifferences(articleId: ArticleId): UseQueryResult<AnswerOf<'figureDifferences'>> {
  return useQuery({ queryKey: [...queryKeys.lens, 'differences', articleId], queryFn: () => call('figureDifferences', { articleId }) });
}

/** How far the reading of figures has come. */
export function useLensProgress(): UseQueryResult<LensProgress> {
  return useQuery({ queryKey: queryKeys.lensProgress, queryFn: () => call('lensProgress', {}) });
}

const CHANGES = 50;

/** What the last change of rules did, article by article. */
export function useLensChanges(): UseInfiniteQueryResult<InfiniteData<{ readonly articles: readonly ChangedFigures[]; readonly nextCursor: string | null }>> {
  return useInfiniteQuery({
    queryKey: [...queryKeys.lens, 'changes'],
    queryFn: ({ pageParam }) => call('lensChanges', { limit: CHANGES, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
