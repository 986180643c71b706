import { NETWORK_CODES } from '../../contract/errors.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import { printedDay } from '../../contract/page-facts.ts';
import type { SavedPageAnswer } from '../../contract/saving.ts';
import type { ExtractedPage } from '../extract/extracted-page.ts';
import { savedArticle } from '../normalize/saved-article.ts';
import { retryPageAt } from '../offline/page-retry.ts';
import { describeSaved, titleSaved } from '../store/describe-saved.ts';
import { noteOf, setNote } from '../store/notes.ts';
import type { Store } from '../store/open-store.ts';
import { keepPageText, pageRecord, recordPageFailure } from '../store/page-texts.ts';
import type { PageRecord } from '../store/page-texts.ts';
import { addSavedArticle, articlesAtAddresses, isSavedFeed, keepBookmarked, savedArticleOf } from '../store/saved-articles.ts';
import { keepSavedFile } from '../store/saved-files.ts';
import { tagArticles } from '../store/tags.ts';
import type { ReadSource } from './read-source.ts';

export interface SaveWishes {
  readonly tags: readonly string[];
  readonly note: string;
  readonly images: boolean;
  readonly title: string;
}

export interface KeptSource extends SavedPageAnswer {
  readonly feedId: FeedId;
}

/** Stores what was read as one bookmarked article, with what the person adds to it, in one transaction. `now` is epoch milliseconds. */
export function keepSource(store: Store, read: ReadSource, wishes: SaveWishes, now: number): KeptSource {
  return store.transaction(() => {
    const known = knownArticle(store, read);
    const { articleId, bookmarked } = known === null ? addNew(store, read, now) : { articleId: known, bookmarked: keepBookmarked(store, known, null) };
    keepText(store, articleId, read, wishes, now);
    if (wishes.title !== '') titleSaved(store, articleId, wishes.title);
    if (wishes.tags.length > 0) tagArticles(store, { articleIds: [articleId], add: wishes.tags, remove: [] });
    joinNote(store, articleId, wishes.note);
    const { feedId, fullText, textLength, title } = pageRecord(store, articleId);
    const { failure } = read;
    return {
      articleId, feedId, title, bookmarked, state: fullText.state === 'kept' || textLength > 0 ? 'text' : 'link',
      failure: failure === null ? null : { code: failure.code, detail: failure.detail },
    };
  });
}

/** The article that the page is, where it is stored already, through whichever feed. */
export function knownArticle(store: Store, { addressKeys, url, file }: Pick<ReadSource, 'addressKeys' | 'url' | 'file'>): ArticleId | null {
  if (url === null && file !== null) return savedArticleOf(store, guidOf(file));
  const ids = [...articlesAtAddresses(store, addressKeys).values()];
  // One that came through a feed keeps its place there.
  return ids.find((id) => !isSavedFeed(store, pageRecord(store, id).feedId)) ?? ids[0] ?? null;
}

function guidOf({ sha256 }: { readonly sha256: string }): string {
  return `sha256:${sha256}`;
}

function addNew(store: Store, { url, title, page, facts, file, outlet }: ReadSource, now: number): { articleId: ArticleId; bookmarked: boolean } {
  const article = savedArticle({ url, title, publishedAt: facts?.publishedAt ?? null, authors: facts?.authors ?? [], tags: facts?.tags ?? [], lang: facts?.lang ?? null }, now);
  const { articleId, bookmarked } = addSavedArticle(
    store,
    {
      ...article,
      // A file that does not say whence it came is known again by its bytes.
      // Not by its title: a report of every year and a mail of every morning have one.
      keys: { ...article.keys, ...(url === null && file !== null && { guid: guidOf(file), content: guidOf(file) }) },
      publishedDay: facts && printedDay(facts),
      zoneAssumed: facts?.zoneAssumed === true, whole: false, revision: page === null ? article.revision : `${article.revision}${page.text.length}`,
    },
    { outlet },
  );
  return { articleId, bookmarked };
}

function keepText(store: Store, id: ArticleId, { page, url, fetchedFrom, file, failure, facts }: ReadSource, { images }: SaveWishes, now: number): void {
  const record = pageRecord(store, id);
  const isSaved = isSavedFeed(store, record.feedId);
  if (page !== null && (isSaved || (record.extractor === null ? !record.whole : isNewer(record, page, file)))) {
    const { version, text, html, images: shown, story } = images ? page : withoutImages(page);
    keepPageText(store, id, { ...(story && { story }), version, text, html, images: shown, facts: page.facts, url: url ?? '', handedIn: fetchedFrom === null }, now);
  }
  if (file !== null && file.pages !== null) {
    keepSavedFile(store, id, { name: file.name, type: 'application/pdf', bytes: file.bytes, sha256: file.sha256, pages: file.pages });
  }
  if (failure === null || record.fullText.state === 'kept') return;
  if (facts !== null) describeSaved(store, id, facts);
  // Without network nothing was asked yet: the text follows.
  if (NETWORK_CODES.has(failure.code) || failure.code === 'engine-stopped') return;
  const { code, detail } = failure;
  recordPageFailure(store, id, { code, detail, at: now, retryAt: retryPageAt({ code, tries: record.tries, restsUntil: failure.retryAt, now }) });
}

/**
 * Whether what was just read of an article's page takes the place of what was kept of it before, which stays as a copy where it is
 * frozen: a file may be an older copy, and who is not signed in is often shown less.
 */
function isNewer({ signsIn, textLength }: PageRecord, { text }: ExtractedPage, file: ReadSource['file']): boolean {
  return file === null && !signsIn && text.length >= textLength;
}

/** Written by the sanitizer, so that no attribute holds a bracket. */
function withoutImages(page: ExtractedPage): ExtractedPage {
  return { ...page, html: page.html.replaceAll(/<img\b[^>]*>/g, ''), images: [] };
}

function joinNote(store: Store, id: ArticleId, note: string): void {
  const added = note.trim();
  const before = noteOf(store, id).text;
  if (added === '' || before.includes(added)) return;
  setNote(store, id, before === '' ? added : `${before}\n\n${added}`);
}
