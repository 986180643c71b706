import type { ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import type { ListedArticle, ListRequest } from './ask-listing.ts';

/** Where a list that is drawn anew begins: at a row, with one in its middle, or so many pixels down; null is its top. */
export type ListStart = { readonly topId: ArticleId } | { readonly middleId: ArticleId } | { readonly scrollTop: number } | null;

/** Which article a list is read down to. */
export interface Wanted {
  readonly id: ArticleId;
  /** The reports of its story, itself among them: one of them stands for all. */
  readonly reports: readonly ListedArticle[];
}

/** What a list that begins so must hold; null where it begins anywhere. */
export async function wantedRows({ stories, search }: ListRequest, start: ListStart): Promise<Wanted | null> {
  if (start === null || 'scrollTop' in start) return null;
  // A place that was left is one of a row.
  if ('topId' in start) return { id: start.topId, reports: [] };
  return { id: start.middleId, reports: stories === true && !search ? await reportsWith(start.middleId) : [] };
}

/** None where the article is gone, which its own pane says. */
async function reportsWith(articleId: ArticleId): Promise<readonly ListedArticle[]> {
  try {
    return (await call('story', { articleId })).articles;
  } catch {
    return [];
  }
}

function idsOf({ id, reports }: Wanted): ReadonlySet<ArticleId> {
  return new Set([id, ...reports.map((report) => report.id)]);
}

/** Whether reading further pages brings nothing that is wanted: it is here, or the list is past it. Ids grow with time. */
export function isReached(rows: readonly ListedArticle[], wanted: Wanted | null, { order, search }: ListRequest): boolean {
  if (wanted === null) return true;
  const ids = idsOf(wanted);
  const isPast = order === 'time' && !search && (rows.at(-1)?.id ?? 0) < Math.min(...ids);
  return isPast || rows.some(({ id }) => ids.has(id));
}

/** The story that must be opened for the wanted article to have a row, with its other reports. */
export function openedFor(rows: readonly ListedArticle[], wanted: Wanted | null): ReadonlyMap<ArticleId, readonly ListedArticle[]> {
  if (wanted === null || rows.some(({ id }) => id === wanted.id)) return new Map();
  const ids = idsOf(wanted);
  const lead = rows.find(({ id }) => ids.has(id));
  return new Map(lead ? [[lead.id, wanted.reports.filter(({ id }) => id !== lead.id)]] : []);
}
