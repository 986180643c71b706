import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { ArgsOf } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { Article, ArticleId } from '../contract/model.ts';
import { printedDay } from '../contract/page-facts.ts';
import type { ExportedFile } from '../contract/transfer.ts';
import { newExchangeFile } from './exchange/exchange-file.ts';
import { imagePath } from './offline/image-path.ts';
import { evidence } from './query/evidence.ts';
import { exportedImages } from './query/exported-images.ts';
import { getArticle } from './query/get-article.ts';
import { listBookmarks } from './query/list-bookmarks.ts';
import { createSearchKnowledge } from './search/knowledge.ts';
import { bookmarksFound } from './search/search-bookmarks.ts';
import type { Store } from './store/open-store.ts';
import { dayOf } from './transfer/exported-article.ts';
import type { ExportedArticle } from './transfer/exported-article.ts';
import { fileName } from './transfer/file-names.ts';
import type { Transfer } from './transfers.ts';

const PAGE = 500;

/** What is asked for: the articles named, else the bookmarks under the filter in the order in which they were set, last first. */
function chosenIds(store: Store, { articleIds, filter }: Pick<ArgsOf<'exportArticles'>, 'articleIds' | 'filter'>, now: number): ArticleId[] {
  if (articleIds) return [...new Set(articleIds)];
  const found = filter?.text ? bookmarksFound(store, createSearchKnowledge(store), filter, now) : null;
  const ids: ArticleId[] = [];
  let cursor: string | null = null;
  do {
    const page = listBookmarks(store, { filter: filter ?? {}, order: 'saved', limit: PAGE, cursor }, found);
    ids.push(...page.bookmarks.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

/** An article with all that leaves with it. Throws `article-missing`. */
function exportedArticle(store: Store, id: ArticleId): { article: ExportedArticle; missing: number } {
  const found = getArticle(store, id);
  const { title, feedTitle, authors, url, facts, fullText, textOrigin, arrivedAt, lang, summary, contentHtml: html } = found;
  const { bookmarkedAt: savedAt, tags, note, highlights, copies, currentCopy } = evidence(store, id);
  const copy = copies.find((one) => one.id === currentCopy);
  const { kept, missing, addresses } = exportedImages(store, id, html);
  const images = kept.map((image) => ({ ...image, path: imagePath(store.profile, image.key) }));
  const here = images.filter(({ path }) => existsSync(path));
  return {
    article: {
      id, title, outlet: facts?.outlet ?? feedTitle, authors: authors.length > 0 ? authors : (facts?.authors ?? []), url, ...publishedOf(found), retrievedAt: copy?.retrievedAt ?? (textOrigin === 'page' && fullText.state === 'kept' ? fullText.at : arrivedAt), savedAt, lang,
      tags: tags.map((tag) => tag.title), topics: topicsOf(found), note, highlights, summary, html, sha256: copy?.sha256 ?? null, images: here, addresses,
    },
    missing: missing + images.length - here.length,
  };
}

/** What the feed says of it, else its page. */
function publishedOf({ publishedAt, publishedDay, facts }: Article): Pick<ExportedArticle, 'publishedAt' | 'publishedDay'> {
  const at = facts?.publishedAt ?? null;
  if (publishedAt !== null || publishedDay !== null || at === null) return { publishedAt, publishedDay };
  return { publishedAt: at, publishedDay: facts && printedDay(facts) };
}

/** Each once, however feed and page capitalise it. */
function topicsOf({ tags, facts }: Article): string[] {
  return [...new Map([...(facts?.tags ?? []), ...tags].map((tag) => [tag.toLowerCase(), tag])).values()];
}

/**
 * Writes articles to a file that waits to be taken out. An article that went meanwhile is passed over. Throws
 * `nothing-to-export`, `transfer-cancelled`, `disk-full`.
 */
export async function exportArticles(store: Store, args: ArgsOf<'exportArticles'>, { version, now, transfer }: { readonly version: string; readonly now: number; readonly transfer: Transfer }): Promise<ExportedFile> {
  const ids = chosenIds(store, args, now);
  const tally = { articles: 0, imagesMissing: 0 };
  let named = '';

  async function* articles(): AsyncGenerator<ExportedArticle> {
    for (const [at, id] of ids.entries()) {
      await transfer.step(at, ids.length);
      const found = orNull(() => exportedArticle(store, id));
      if (found === null) continue;
      tally.articles += 1;
      tally.imagesMissing += found.missing;
      named = found.article.title;
      yield found.article;
    }
    if (tally.articles === 0) throw new ReaderError('nothing-to-export', 'no article is stored under what was asked for');
  }

  const title = args.title || 'Monazite';
  // With all its writers, it is most of what this thread would load at each start.
  const { writeExport } = await import('./transfer/write-export.ts');
  const { file, path } = await newExchangeFile(store.profile);
  try {
    const { extension, type } = await writeExport(path, articles(), {
      format: args.format, single: ids.length === 1, facts: { now, generator: `Monazite ${version}`, title }, identifier: `urn:uuid:${randomUUID()}`,
    });
    const name = tally.articles === 1 ? fileName(named) : `${fileName(title)} ${dayOf(now)}`;
    return { file, name: `${name}.${extension}`, type, bytes: (await stat(path)).size, ...tally };
  } catch (error) {
    await rm(path, { force: true });
    throw diskError(error, path);
  }
}

function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReaderError && error.code === 'article-missing') return null;
    throw error;
  }
}

function diskError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new ReaderError('disk-full', `${path}: ${String(error)}`, { path, reason: code }, { cause: error });
}
