import { ReaderError } from '../contract/errors.ts';
import type { ArticleId } from '../contract/model.ts';
import { tagKey } from '../contract/tag-key.ts';
import type { LinkImport } from '../contract/transfer.ts';
import { savedAddressKey, savedArticle } from './normalize/saved-article.ts';
import { evidence } from './query/evidence.ts';
import { addHighlight } from './store/highlights.ts';
import { noteOf, setNote } from './store/notes.ts';
import type { Store } from './store/open-store.ts';
import { addSavedArticle, articlesAtAddresses, keepBookmarked } from './store/saved-articles.ts';
import { tagArticles } from './store/tags.ts';
import type { ImportedLink } from './transfer/imported-link.ts';
import type { LinkFile } from './transfer/read-links.ts';
import type { Transfer } from './transfers.ts';

/** Links that one transaction takes in. */
const AT_ONCE = 50;
const UNREADABLE_NAMED = 100;

type Tally = { -readonly [K in 'added' | 'bookmarked' | 'known' | 'repeated' | 'unreadableCount' | 'notes' | 'highlights']: number };

interface Keyed {
  readonly key: string;
  readonly link: ImportedLink;
}

/**
 * Takes the links of a file in, or with `dryRun` says what that would do. A link that the library has in any feed is that
 * article; what the person wrote there stays, and what the file adds is added. Throws `transfer-cancelled`.
 */
export async function importLinks(store: Store, file: LinkFile, { now, dryRun, transfer }: { readonly now: number; readonly dryRun: boolean; readonly transfer: Transfer }): Promise<LinkImport> {
  const tally: Tally = { added: 0, bookmarked: 0, known: 0, repeated: 0, unreadableCount: 0, notes: 0, highlights: 0 };
  const tags = new Set<string>();
  const seen = new Set<string>();
  const unreadable: string[] = [];
  let waiting: Keyed[] = [];
  let done = 0;

  const take = async (): Promise<void> => {
    const links = waiting;
    waiting = [];
    await transfer.step(done, 0);
    if (dryRun) lookAtLinks(store, links, tally);
    else store.transaction(() => takeLinks(store, links, tally, now));
  };

  for await (const link of file.links()) {
    done += 1;
    if ('unreadable' in link) {
      tally.unreadableCount += 1;
      if (unreadable.length < UNREADABLE_NAMED) unreadable.push(link.unreadable);
      continue;
    }
    const key = savedAddressKey(link.url) ?? link.url;
    if (seen.has(key)) tally.repeated += 1;
    else waiting.push({ key, link });
    seen.add(key);
    for (const tag of link.tags) tags.add(tagKey(tag));
    tally.notes += link.note === '' ? 0 : 1;
    tally.highlights += link.highlights.length;
    if (waiting.length >= AT_ONCE) await take();
  }
  await take();
  return { kind: file.kind, ...tally, unreadable, tags: tags.size };
}

function lookAtLinks(store: Store, links: readonly Keyed[], tally: Tally): void {
  const known = articlesAtAddresses(store, links.map(({ key }) => key));
  for (const { key } of links) {
    const id = known.get(key);
    if (id === undefined) tally.added += 1;
    else if (isBookmarked(store, id)) tally.known += 1;
    else tally.bookmarked += 1;
  }
}

function isBookmarked(store: Store, id: ArticleId): boolean {
  return store.get('SELECT 1 FROM statuses WHERE article_id = ? AND bookmarked = 1', id) !== undefined;
}

function takeLinks(store: Store, links: readonly Keyed[], tally: Tally, now: number): void {
  const known = articlesAtAddresses(store, links.map(({ key }) => key));
  for (const { key, link } of links) {
    const savedAt = link.savedAt === null ? null : Math.min(link.savedAt, now);
    const at = known.get(key);
    if (at !== undefined) {
      if (keepBookmarked(store, at, savedAt)) tally.bookmarked += 1;
      else tally.known += 1;
      enrich(store, at, link);
      continue;
    }
    const article = savedArticle({ url: link.url, title: link.title }, now);
    // A list of old links is no pile of unread news; where the file says which are unread, they are.
    const { articleId } = addSavedArticle(store, article, { savedAt, read: link.read ?? true });
    tally.added += 1;
    enrich(store, articleId, link);
  }
}

/** Adds what a link brings and the article lacks. */
function enrich(store: Store, articleId: ArticleId, { tags, note, highlights }: ImportedLink): void {
  if (tags.length > 0) tagArticles(store, { articleIds: [articleId], add: tags, remove: [] });
  if (note !== '' && noteOf(store, articleId).text === '') setNote(store, articleId, note);
  if (highlights.length === 0) return;
  const had = new Set(evidence(store, articleId).highlights.map(({ quote }) => quote));
  for (const quote of highlights) {
    if (!had.has(quote)) addHighlight(store, { articleId, quote, prefix: '', suffix: '', start: 0 });
    had.add(quote);
  }
}

/** Throws what an import of a file with nothing in it would only hide. */
export function requireLinks(found: LinkImport, name: string): LinkImport {
  const { added, bookmarked, known, repeated, unreadableCount } = found;
  if (added + bookmarked + known + repeated + unreadableCount > 0) return found;
  throw new ReaderError('not-links', `${name} holds no links`, { name });
}
