import { ReaderError } from '../../contract/errors.ts';
import type { CorrectionId, DroppedFigure, FigureFix } from '../../contract/figures.ts';
import type { Figure } from '../../contract/lens.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { FigureCorrection } from '../figures/stored-figure.ts';
import type { Store, StoreReads } from './store.ts';

interface Row {
  readonly id: CorrectionId;
  readonly kind: FigureCorrection['kind'];
  readonly figureId: string | null;
  readonly field: 'title' | 'text';
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly base: string | null;
  readonly fix: string | null;
}

/** What a person did to the figures of an article, in its order. */
export function correctionsOf(store: StoreReads, articleId: ArticleId): FigureCorrection[] {
  return store
    .all<Row>('SELECT id, kind, figure_id AS figureId, field, quote, prefix, suffix, start, base, fix FROM figure_corrections WHERE article_id = ? ORDER BY id', articleId)
    .map(({ quote, prefix, suffix, start, base, fix, ...row }) => ({
      ...row, quote: { quote, prefix, suffix, start },
      base: base === null ? null : (JSON.parse(base) as Figure), fix: fix === null ? null : (JSON.parse(fix) as FigureFix),
    }));
}

export interface NewCorrection extends Omit<FigureCorrection, 'id'> {
  readonly articleId: ArticleId;
  /** The sentence as it stands. */
  readonly sentence: string;
}

/** Writes down what a person did; the article waits to be read anew. */
export function addCorrection(store: Store, { articleId, kind, figureId, field, quote, base, fix, sentence }: NewCorrection): CorrectionId {
  return store.transaction(() => {
    const row = store.get<{ id: CorrectionId }>(
      `INSERT INTO figure_corrections (article_id, kind, figure_id, field, quote, prefix, suffix, start, sentence, base, fix, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      articleId, kind, figureId, field, quote.quote, quote.prefix, quote.suffix, quote.start, sentence, base === null ? null : JSON.stringify(base), fix === null ? null : JSON.stringify(fix), store.stamp(),
    );
    if (!row) throw new Error('an inserted correction has an id');
    wait(store, articleId);
    return row.id;
  });
}

/** Takes a correction back, and of an added figure what was done to it since. Throws `nothing-to-undo`. */
export function removeCorrection(store: Store, id: CorrectionId): ArticleId {
  return store.transaction(() => {
    const row = store.get<{ articleId: ArticleId; kind: string }>('DELETE FROM figure_corrections WHERE id = ? RETURNING article_id AS articleId, kind', id);
    if (!row) throw new ReaderError('nothing-to-undo', `there is no correction ${id}`, { correctionId: id });
    if (row.kind === 'added') store.run('DELETE FROM figure_corrections WHERE article_id = ? AND figure_id = ?', row.articleId, `added-${id}`);
    wait(store, row.articleId);
    return row.articleId;
  });
}

function wait(store: Store, id: ArticleId): void {
  store.run('INSERT INTO figures_due SELECT id FROM articles WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM figures_due WHERE article_id = ?1)', id);
}

/** Figures that a person took out of an article, and corrections by their ids. */
export function droppedOf(store: StoreReads, articleId: ArticleId, which: 'dropped' | readonly CorrectionId[]): DroppedFigure[] {
  const columns = 'id AS correctionId, quote AS printed, sentence';
  const rows = which === 'dropped'
    ? store.all<DroppedFigure>(`SELECT ${columns} FROM figure_corrections WHERE article_id = ? AND kind = 'dropped' ORDER BY start, id`, articleId)
    : store.all<DroppedFigure>(`SELECT ${columns} FROM figure_corrections WHERE article_id = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY start, id`, articleId, JSON.stringify(which));
  return rows.map((row) => ({ ...row }));
}
