import type { ArticleId } from '../../electron/contract/model.ts';
import { useListing } from './listing.ts';
import type { Listing, ListRequest } from './listing.ts';

type Drawn = Pick<Listing, 'rows' | 'opened' | 'total'>;
type Back = (now: Drawn) => Drawn;

function insertAt<One>(many: readonly One[], at: number, one: One): readonly One[] {
  return [...many.slice(0, at), one, ...many.slice(at)];
}

/** Without the row of an article, and how to have it again; null where there is none. */
function without({ rows, opened, total }: Drawn, articleId: ArticleId): { readonly drawn: Drawn; readonly back: Back } | null {
  const at = rows.findIndex(({ id }) => id === articleId);
  const row = rows[at];
  if (!row) return withoutReport({ rows, opened, total }, articleId);
  const nextId = rows[at + 1]?.id;
  const reports = opened.get(articleId);
  const back: Back = (now) => {
    if (now.rows.some(({ id }) => id === articleId)) return now;
    // Before the row that it stood before, for others may have come or gone above.
    const next = now.rows.findIndex(({ id }) => id === nextId);
    return {
      rows: insertAt(now.rows, next === -1 ? at : next, row),
      opened: reports ? new Map([...now.opened, [articleId, reports]]) : now.opened,
      total: now.total + 1,
    };
  };
  return { drawn: { rows: rows.toSpliced(at, 1), opened: new Map([...opened].filter(([lead]) => lead !== articleId)), total: total - 1 }, back };
}

function withoutReport(drawn: Drawn, articleId: ArticleId): { readonly drawn: Drawn; readonly back: Back } | null {
  for (const [lead, reports] of drawn.opened) {
    const at = reports.findIndex(({ id }) => id === articleId);
    const report = reports[at];
    if (!report) continue;
    const back: Back = (now) => {
      const others = now.opened.get(lead);
      return !others || others.some(({ id }) => id === articleId) ? now : { ...now, opened: new Map([...now.opened, [lead, insertAt(others, at, report)]]) };
    };
    return { drawn: { ...drawn, opened: new Map([...drawn.opened, [lead, reports.toSpliced(at, 1)]]) }, back };
  }
  return null;
}

/**
 * Takes the row of an article out of the list, and of the one that search results cover; all others stay where they stand. Returns the
 * way to put it back in its place, which answers whether the list on the screen is one that it was taken out of.
 */
export function takeOut(articleId: ArticleId): () => boolean {
  const backs = new Map<ListRequest, Back>();
  change((request, drawn) => {
    const taken = without(drawn, articleId);
    if (taken) backs.set(request, taken.back);
    return taken?.drawn ?? drawn;
  });
  return () => {
    const { request } = useListing.getState();
    change((of, drawn) => backs.get(of)?.(drawn) ?? drawn);
    return request !== null && backs.has(request);
  };
}

/** Changes what is drawn of the list on the screen and of the one below it. Both keep their request for as long as they are the same list. */
function change(work: (request: ListRequest, drawn: Drawn) => Drawn): void {
  const { request, rows, opened, total, covered } = useListing.getState();
  useListing.setState({
    ...(request && work(request, { rows, opened, total })),
    ...(covered?.drawn && { covered: { ...covered, drawn: { ...covered.drawn, ...work(covered.request, covered.drawn) } } }),
  });
}
