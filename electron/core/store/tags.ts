import type { ArticleTag, TagId } from '../../contract/bookmark.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import { tagKey, tagTitle } from '../../contract/tag-key.ts';
import { bookmark } from './bookmark-status.ts';
import type { Store } from './store.ts';

/** Throws `tag-missing` {tagId}. */
function requireTag(store: Store, id: TagId): ArticleTag {
  const tag = store.get<ArticleTag>('SELECT id, title FROM tags WHERE id = ?', id);
  if (!tag) throw new ReaderError('tag-missing', `there is no tag ${id}`, { tagId: id });
  return tag;
}

function tagNamed(store: Store, title: string): TagId {
  const key = tagKey(title);
  const row =
    store.get<{ id: TagId }>('SELECT id FROM tags WHERE key = ?', key) ??
    store.get<{ id: TagId }>('INSERT INTO tags (title, key) VALUES (?, ?) RETURNING id', tagTitle(title), key);
  if (!row) throw new Error('an inserted tag has an id');
  return row.id;
}

function give(store: Store, tagId: TagId, list: string, at: number): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `INSERT INTO article_tags (article_id, tag_id, added_at)
       SELECT article_id, ?, ? FROM statuses WHERE article_id IN (SELECT value FROM json_each(?)) AND presence = 1
       ON CONFLICT DO NOTHING RETURNING article_id AS id`,
      tagId, at, list,
    )
    .map((row) => row.id);
}

/** The articles that have a tag. */
export interface TaggedArticles {
  readonly articleIds: readonly ArticleId[];
  /** Those that are bookmarked no more, and have it for when they come again: adding it to them bookmarks them. */
  readonly waiting: readonly ArticleId[];
}

function articlesOf(store: Store, tagId: TagId): TaggedArticles {
  const rows = store.all<{ id: ArticleId; bookmarked: number }>(
    `SELECT t.article_id AS id, s.bookmarked FROM article_tags t INDEXED BY article_tags_by_tag JOIN statuses s ON s.article_id = t.article_id
     WHERE t.tag_id = ? ORDER BY t.article_id`,
    tagId,
  );
  const [articleIds, waiting] = [1, 0].map((bookmarked) => rows.filter((row) => row.bookmarked === bookmarked).map(({ id }) => id));
  return { articleIds: articleIds ?? [], waiting: waiting ?? [] };
}

function forgetUnused(store: Store, tagId: TagId): void {
  store.run('DELETE FROM tags WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM article_tags WHERE tag_id = ?1)', tagId);
}

export interface TagStep {
  readonly articleIds: readonly ArticleId[];
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

export interface TagChanges {
  /** Articles of which a tag came or went. */
  readonly changed: readonly ArticleId[];
  /** Those that were not bookmarked before. */
  readonly bookmarked: readonly ArticleId[];
  /** What to ask for to undo it, one after the other. */
  readonly back: readonly TagStep[];
}

/** Adds tags to articles, which bookmarks these, and takes tags from them, by title. Ids of no stored article are passed over. */
export function tagArticles(store: Store, { articleIds, add, remove }: { readonly articleIds: readonly ArticleId[]; readonly add: readonly string[]; readonly remove: readonly string[] }): TagChanges {
  return store.transaction(() => {
    const list = JSON.stringify(articleIds);
    const changed = new Set<ArticleId>();
    const back: TagStep[] = [];
    const titles = add.filter((title) => tagTitle(title) !== '');
    const bookmarked = titles.length > 0 ? bookmark(store, articleIds) : [];
    for (const title of titles) {
      const tagId = tagNamed(store, title);
      const given = give(store, tagId, list, store.stamp());
      for (const id of given) changed.add(id);
      if (given.length > 0) back.unshift({ articleIds: given, remove: [title] });
      forgetUnused(store, tagId);
    }
    for (const title of remove) {
      const tag = store.get<ArticleTag>('SELECT id, title FROM tags WHERE key = ?', tagKey(title));
      if (!tag) continue;
      const gone = store.all<{ id: ArticleId }>('DELETE FROM article_tags WHERE tag_id = ? AND article_id IN (SELECT value FROM json_each(?)) RETURNING article_id AS id', tag.id, list);
      for (const { id } of gone) changed.add(id);
      if (gone.length > 0) back.unshift({ articleIds: gone.map(({ id }) => id), add: [tag.title] });
      forgetUnused(store, tag.id);
    }
    return { changed: [...changed], bookmarked, back };
  });
}

export interface RenamedTag {
  readonly tag: ArticleTag;
  readonly merged: boolean;
  readonly before: TaggedArticles & { readonly title: string };
  readonly gained: readonly ArticleId[];
}

/** A title that another tag has merges the two into that one. Throws `tag-missing` {tagId}. */
export function renameTag(store: Store, tagId: TagId, title: string): RenamedTag {
  return store.transaction(() => {
    const tag = requireTag(store, tagId);
    const before = { title: tag.title, ...articlesOf(store, tagId) };
    const other = store.get<ArticleTag>('SELECT id, title FROM tags WHERE key = ? AND id <> ?', tagKey(title), tagId);
    if (!other) {
      store.run('UPDATE tags SET title = ?, key = ? WHERE id = ?', tagTitle(title), tagKey(title), tagId);
      return { tag: { id: tagId, title: tagTitle(title) }, merged: false, before, gained: [...before.articleIds, ...before.waiting] };
    }
    const gained = store
      .all<{ id: ArticleId }>(
        'INSERT INTO article_tags (article_id, tag_id, added_at) SELECT article_id, ?, added_at FROM article_tags WHERE tag_id = ? ON CONFLICT DO NOTHING RETURNING article_id AS id',
        other.id, tagId,
      )
      .map(({ id }) => id);
    store.run('DELETE FROM tags WHERE id = ?', tagId);
    return { tag: other, merged: true, before, gained };
  });
}

/** Takes a tag from every article. Throws `tag-missing` {tagId}. */
export function removeTag(store: Store, tagId: TagId): TaggedArticles & { readonly title: string } {
  return store.transaction(() => {
    const { title } = requireTag(store, tagId);
    const articles = articlesOf(store, tagId);
    store.run('DELETE FROM tags WHERE id = ?', tagId);
    return { title, ...articles };
  });
}
