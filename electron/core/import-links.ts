import { ReaderError } from '../contract/errors.ts';
import type { TextQuote } from '../contract/bookmark.ts';
import type { ArticleId } from '../contract/model.ts';
import { tagKey } from '../contract/tag-key.ts';
import { bareText } from '../contract/text-quote.ts';
import type { LinkImport } from '../contract/transfer.ts';
import { importedArticle, importedPages, keepImportedText } from './import-texts.ts';
import { savedAddressKey } from './normalize/saved-address.ts';
import type { ExtractedPage, MarkupJob } from './refresh/ingest-job.ts';
import { addHighlight, highlightsOf } from './store/highlights.ts';
import { noteOf, setNote } from './store/notes.ts';
import type { Store } from './store/open-store.ts';
import { addSavedArticle, articleOfCopy, articlesAtAddresses, isBookmarked, keepBookmarked } from './store/saved-articles.ts';
import { tagArticles } from './store/tags.ts';
import type { ImportedLink } from './transfer/imported-link.ts';
import type { LinkFile } from './transfer/read-links.ts';
import type { Transfer } from './transfers.ts';

/** Links that one transaction takes in. */
const AT_ONCE = 50;
const UNREADABLE_NAMED = 100;

type Tally = { -readonly [K in 'added' | 'bookmarked' | 'known' | 'repeated' | 'unreadableCount' | 'notes' | 'highlights' | 'texts' | 'cut']: number };

interface Keyed {
  /** Of its address, or of its text where it has none. */
  readonly key: string;
  readonly link: ImportedLink;
}

export interface LinkImportOptions {
  readonly now: number;
  readonly dryRun: boolean;
  readonly transfer: Transfer;
  /** Makes of a text that came in a file what may be stored; rejects where nothing can be made of it. */
  readonly markup: (job: MarkupJob) => Promise<ExtractedPage>;
}

/** Characters of texts that one transaction takes in. */
const TEXT_AT_ONCE = 4_000_000;

/**
 * Takes the links of a file in, or with `dryRun` says what that would do. A link that the library has in any feed is that
 * article; what the person wrote there stays, and what the file adds is added. Throws `transfer-cancelled`.
 */
export async function importLinks(store: Store, file: LinkFile, { now, dryRun, transfer, markup }: LinkImportOptions): Promise<LinkImport> {
  const tally: Tally = { added: 0, bookmarked: 0, known: 0, repeated: 0, unreadableCount: 0, notes: 0, highlights: 0, texts: 0, cut: 0 };
  const tags = new Set<string>();
  const seen = new Set<string>();
  const unreadable: string[] = [];
  let waiting: Keyed[] = [];
  let characters = 0;
  let done = 0;

  const take = async (): Promise<void> => {
    const links = waiting;
    [waiting, characters] = [[], 0];
    await transfer.step(done, 0);
    if (dryRun) return lookAtLinks(store, links, tally);
    const pages = await importedPages(links, { now, markup });
    store.transaction(() => takeLinks(store, links, { tally, pages, now }));
  };

  for await (const link of file.links()) {
    done += 1;
    if ('unreadable' in link) {
      tally.unreadableCount += 1;
      if (unreadable.length < UNREADABLE_NAMED) unreadable.push(link.unreadable);
      continue;
    }
    const key = keyOf(link);
    if (seen.has(key)) {
      tally.repeated += 1;
    } else {
      waiting.push({ key, link });
      tally.cut += link.isCut ? 1 : 0;
    }
    seen.add(key);
    for (const tag of link.tags) tags.add(tagKey(tag));
    tally.notes += link.note === '' ? 0 : 1;
    tally.highlights += link.highlights.length;
    tally.texts += link.article === undefined || link.article.html === '' ? 0 : 1;
    characters += link.article?.html.length ?? 0;
    if (waiting.length >= AT_ONCE || characters > TEXT_AT_ONCE) await take();
  }
  await take();
  return { kind: file.kind, ...tally, unreadable, tags: tags.size };
}

function keyOf({ url, article, title }: ImportedLink): string {
  if (url !== null) return savedAddressKey(url) ?? url;
  return `copy ${article?.sha256 ?? ''} ${title ?? ''}`;
}

function lookAtLinks(store: Store, links: readonly Keyed[], tally: Tally): void {
  const known = knownArticles(store, links);
  for (const { key } of links) {
    const id = known.get(key);
    if (id === undefined) tally.added += 1;
    else if (isBookmarked(store, id)) tally.known += 1;
    else tally.bookmarked += 1;
  }
}

/** Those that are stored, by their keys. */
function knownArticles(store: Store, links: readonly Keyed[]): Map<string, ArticleId> {
  const known = articlesAtAddresses(store, links.flatMap(({ key, link }) => (link.url === null ? [] : [key])));
  for (const { key, link } of links) {
    if (link.url !== null || !link.article?.sha256) continue;
    const id = articleOfCopy(store, { sha256: link.article.sha256, title: link.title ?? '' });
    if (id !== null) known.set(key, id);
  }
  return known;
}

interface Taking {
  readonly tally: Tally;
  readonly pages: ReadonlyMap<ImportedLink, ExtractedPage>;
  readonly now: number;
}

function takeLinks(store: Store, links: readonly Keyed[], { tally, pages, now }: Taking): void {
  const known = knownArticles(store, links);
  for (const { key, link } of links) {
    const savedAt = link.savedAt === null ? null : Math.min(link.savedAt, now);
    const at = known.get(key);
    const page = pages.get(link) ?? null;
    if (at !== undefined) {
      if (keepBookmarked(store, at, savedAt)) tally.bookmarked += 1;
      else tally.known += 1;
      keepImportedText(store, at, link, { page, now });
      enrich(store, at, link);
      continue;
    }
    // A list of old links is no pile of unread news; where the file says which are unread, they are.
    const { articleId } = addSavedArticle(store, importedArticle(link, page, now), { outlet: link.article?.outlet ?? (link.url === null ? link.title : null), savedAt, read: link.read ?? true });
    tally.added += 1;
    keepImportedText(store, articleId, link, { page, now });
    enrich(store, articleId, link);
  }
}

/** Adds what a link brings and the article lacks. */
function enrich(store: Store, articleId: ArticleId, { tags, note, highlights, article }: ImportedLink): void {
  if (tags.length > 0) tagArticles(store, { articleIds: [articleId], add: tags, remove: [] });
  if (note !== '' && noteOf(store, articleId).text === '') setNote(store, articleId, note);
  const marked = article?.highlights ?? highlights.map((one) => ({ ...one, createdAt: null, prefix: '', suffix: '', start: 0 }));
  if (marked.length === 0) return;
  const had: TextQuote[] = [...highlightsOf(store, articleId)];
  for (const { note: said, createdAt, ...quote } of marked) {
    if (!had.some((one) => isSamePassage(one, quote))) addHighlight(store, { articleId, ...quote, note: said, createdAt: createdAt ?? undefined });
    had.push(quote);
  }
}

/** A text may hold the same words twice: where both places are known, they tell. */
function isSamePassage(one: TextQuote, other: TextQuote): boolean {
  if (one.quote !== other.quote) return false;
  if (!isPlaced(one) || !isPlaced(other) || one.start === other.start) return true;
  return one.prefix + one.suffix !== '' && bareText(one.prefix) === bareText(other.prefix) && bareText(one.suffix) === bareText(other.suffix);
}

function isPlaced({ prefix, suffix, start }: TextQuote): boolean {
  return prefix !== '' || suffix !== '' || start > 0;
}

/** Throws what an import of a file with nothing in it would only hide. */
export function requireLinks(found: LinkImport, name: string): LinkImport {
  const { added, bookmarked, known, repeated, unreadableCount } = found;
  if (added + bookmarked + known + repeated + unreadableCount > 0) return found;
  throw new ReaderError('not-links', `${name} holds no links`, { name });
}
