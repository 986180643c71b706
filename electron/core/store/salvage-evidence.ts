import type { SQLInputValue } from 'node:sqlite';
import type { Salvaged } from '../../contract/backup.ts';
import type { DamagedLibrary, Row } from './damaged-library.ts';
import { takeImage, type Insert } from './salvage-row.ts';
import type { Store } from './store.ts';

/** Tags, notes, highlights, frozen texts, a person's own names and corrections of figures. Their ids may mean another thing in the copy: they are known by what they say. */
export function salvageEvidence(store: Store, damaged: DamagedLibrary, insert: Insert): Pick<Salvaged, 'notes' | 'highlights'> {
  takeTags(store, damaged, insert);
  takeFrozen(store, damaged, insert);
  takeOwnEntities(store, damaged, insert);
  takeCorrections(store, damaged, insert);
  return { notes: takeNotes(store, damaged, insert), highlights: takeHighlights(store, damaged, insert) };
}

function takeTags(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  const ids = new Map<SQLInputValue, number>();
  for (const { id = null, ...tag } of damaged.rows('tags')) {
    insert('tags', tag);
    const here = store.get<{ id: number }>('SELECT id FROM tags WHERE key = ?', tag['key'] ?? null);
    if (here) ids.set(id, here.id);
  }
  for (const row of damaged.rows('article_tags')) {
    const here = ids.get(row['tag_id'] ?? null);
    if (here === undefined) damaged.lost();
    else insert('article_tags', row, { tag_id: here });
  }
}

/** What a person added to the gazetteer, each as it was last. */
function takeOwnEntities(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  for (const own of damaged.rows('own_entities')) {
    const { id = null, entity = '', changed_at: at = 0 } = own;
    if (!insert('own_entities', own)) store.run('UPDATE own_entities SET entity = ?1, changed_at = ?2 WHERE id = ?3 AND changed_at < ?2', entity, at, id);
  }
}

/** In their order, which decides between two of one figure. Figures themselves are read anew. What was done to an added one names it by its id, which is another here. */
function takeCorrections(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  const ids = new Map<SQLInputValue, string>();
  const rows = [...new Map([...damaged.rows('figure_corrections')].map((row) => [row['id'] ?? null, row])).values()].toSorted((one, other) => Number(one['made_at']) - Number(other['made_at']));
  for (const { id = null, ...correction } of rows) {
    const { article_id: article = null, made_at: at = 0, kind = '', figure_id: figureId = null } = correction;
    const find = (): number | undefined => store.get<{ id: number }>('SELECT id FROM figure_corrections WHERE article_id = ? AND made_at = ? AND kind = ?', article, at, kind)?.id;
    if (find() === undefined) insert('figure_corrections', correction, { figure_id: ids.get(figureId) ?? figureId });
    const here = find();
    if (here !== undefined) ids.set(`added-${Number(id)}`, `added-${here}`);
  }
}

function takeNotes(store: Store, damaged: DamagedLibrary, insert: Insert): number {
  let taken = 0;
  for (const note of damaged.rows('notes')) {
    const { text = '', changed_at: at = 0, article_id: id = null } = note;
    if (insert('notes', note) || store.run('UPDATE notes SET text = ?1, changed_at = ?2 WHERE article_id = ?3 AND changed_at < ?2', text, at, id) > 0) taken += 1;
  }
  return taken;
}

function takeHighlights(store: Store, damaged: DamagedLibrary, insert: Insert): number {
  let taken = 0;
  for (const { id: _, ...highlight } of damaged.rows('highlights')) {
    const { article_id: article = null, created_at: at = 0, quote = '', start = 0 } = highlight;
    const here = store.get<{ id: number; changedAt: number }>('SELECT id, changed_at AS changedAt FROM highlights WHERE article_id = ? AND created_at = ? AND quote = ? AND start = ?', article, at, quote, start);
    if (!here) taken += insert('highlights', highlight) ? 1 : 0;
    else if (here.changedAt < Number(highlight['changed_at'])) taken += store.run('UPDATE highlights SET note = ?, changed_at = ? WHERE id = ?', highlight['note'] ?? '', highlight['changed_at'] ?? 0, here.id);
  }
  return taken;
}

function takeFrozen(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  const ids = new Map<SQLInputValue, number>();
  const find = (text: Row): number | undefined => store.get<{ id: number }>('SELECT id FROM frozen_texts WHERE article_id = ? AND sha256 = ? AND title = ?', text['article_id'] ?? null, text['sha256'] ?? null, text['title'] ?? null)?.id;
  for (const { rowid = null } of damaged.keys('frozen_texts', 'article_id')) {
    const found = damaged.row('frozen_texts', rowid);
    if (!found) continue;
    const { id = null, ...text } = found;
    if (find(text) === undefined) insert('frozen_texts', text);
    const here = find(text);
    if (here !== undefined) ids.set(id, here);
  }
  for (const { frozen_id: frozen = null, image_id: imageId = null } of damaged.rows('frozen_images')) {
    const here = ids.get(frozen);
    const image = here === undefined ? null : takeImage(store, damaged, insert, imageId);
    if (here !== undefined && image !== null) insert('frozen_images', { frozen_id: here, image_id: image });
  }
}
