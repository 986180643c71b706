import type { FileKey } from '../../contract/exchange.ts';
import type { FullText } from '../../contract/full-text.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { SavePreview, SavePreviewImages, SaveSource, SavedPageAnswer } from '../../contract/saving.ts';
import type { FullTextKeeper } from '../offline/full-text.ts';
import type { ImageKeeper } from '../offline/image-keeper.ts';
import type { Announce } from '../pace/announcer.ts';
import type { Ingest } from '../refresh/ingest-job.ts';
import { savedLinks } from '../store/describe-saved.ts';
import type { Store } from '../store/open-store.ts';
import { pageRecord } from '../store/page-texts.ts';
import { isBookmarked } from '../store/saved-articles.ts';
import { countWords } from './count-words.ts';
import { keepEmbedded } from './keep-embedded.ts';
import type { SaveWishes } from './keep-source.ts';
import { createSourceReader, type ReadSource } from './read-source.ts';
import { storeSavedFile, sweepSavedFiles } from './saved-file-store.ts';

export interface SaverOptions {
  readonly store: Store;
  readonly ingest: Pick<Ingest, 'document' | 'savedFile' | 'image'>;
  readonly images: Pick<ImageKeeper, 'keep'>;
  readonly texts: Pick<FullTextKeeper, 'keep'>;
  /** Called in the transaction that stores a text. */
  readonly onText?: (articleId: ArticleId) => void;
  readonly now: () => number;
  readonly announce: Announce;
  /** Work that nobody waits for: its fault is told, not answered. */
  readonly inBackground: (work: Promise<unknown>) => Promise<void>;
  readonly mayFetchAhead: () => boolean;
}

export interface Saver {
  preview(source: SaveSource): Promise<SavePreview>;
  previewImages(source: SaveSource): Promise<SavePreviewImages>;
  save(source: SaveSource, wishes: SaveWishes): Promise<SavedPageAnswer>;
  /** Throws away a file that was handed in and looked at. */
  forget(file: FileKey): Promise<void>;
  /** Goes on with the text of saved links, where that is allowed now. */
  fetchAhead(): void;
  /** Removes the files that no article names any more. */
  sweep(): Promise<void>;
  /** What is being saved is stored as far as it came. */
  close(): Promise<void>;
}

const AHEAD = 50;
/** It crosses in the answer of a call. */
const LARGEST_THUMBNAIL = 2 * 1024 * 1024;

/** Pages and files that a person saves. */
export function createSaver({ store, ingest, images, texts, onText, now, announce, inBackground, mayFetchAhead }: SaverOptions): Saver {
  const sources = createSourceReader({ profile: store.profile, ingest, now });
  const underWay = new Set<Promise<unknown>>();

  const save = async (source: SaveSource, wishes: SaveWishes): Promise<SavedPageAnswer> => {
    const read = await sources.read(source);
    if (read.file !== null && read.kind === 'pdf') await storeSavedFile(store.profile, read.file.sha256, read.file.path);
    const { keepSource } = await import('./keep-source.ts');
    const { feedId, ...answer } = store.transaction(() => {
      const kept = keepSource(store, read, wishes, now());
      onText?.(kept.articleId);
      return kept;
    });
    const articleIds = [answer.articleId];
    try {
      if (wishes.images) await keepEmbedded(store, sources.imagesSoFar(read));
    } finally {
      // With a full disk too the bookmark is there, and shows.
      announce({ kind: 'articles', feedIds: [feedId] });
      announce({ kind: 'status', articleIds });
      announce({ kind: 'texts', articleIds });
    }
    await sources.forget(source, read);
    if (wishes.images) void inBackground(images.keep(answer.articleId));
    return answer;
  };

  const goAhead = async (): Promise<void> => {
    for (const id of savedLinks(store, { now: now(), limit: AHEAD })) {
      if (!mayFetchAhead()) return;
      const state = await texts.keep(id, 'chosen');
      if (state.state === 'kept') await images.keep(id);
      // The link of a PDF has no page: its file is what was to follow.
      else if (isPdf(state)) await saveAgain(id);
    }
  };

  const saveAgain = async (id: ArticleId): Promise<void> => {
    const { url } = pageRecord(store, id);
    if (url !== null) await save({ url }, { tags: [], note: '', images: false, title: '' });
  };

  return {
    async preview(source) {
      const read = await sources.read(source);
      const { knownArticle } = await import('./keep-source.ts');
      const known = knownArticle(store, read);
      return previewOf(read, known !== null && isBookmarked(store, known) ? known : null);
    },
    async previewImages(source) {
      const read = await sources.read(source);
      const found = await sources.images(read);
      const shown = found.find(({ type, bytes }) => type !== null && bytes.length <= LARGEST_THUMBNAIL);
      return {
        thumbnail: shown ? `data:${shown.type};base64,${Buffer.from(shown.bytes).toString('base64')}` : null,
        bytes: found.reduce((sum, { bytes }) => sum + bytes.length, Buffer.byteLength(read.page?.html ?? '')),
      };
    },
    async save(source, wishes) {
      const work = save(source, wishes);
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
      }
    },
    forget: (file) => sources.leave(file),
    fetchAhead: () => void inBackground(goAhead()),
    sweep: () => sweepSavedFiles(store),
    async close() {
      // What is under way fails as engine-stopped, and its link is stored.
      const closed = sources.close();
      await Promise.allSettled([closed, ...underWay]);
    },
  };
}

function isPdf(state: FullText): boolean {
  return state.state === 'failed' && state.code === 'not-a-page' && state.detail['type'] === 'application/pdf';
}

function previewOf({ kind, url, title, outlet, page, facts, embedded, file, failure }: ReadSource, alreadySaved: number | null): SavePreview {
  const text = page?.text ?? '';
  const atHand = Buffer.byteLength(page?.html ?? '') + embedded.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const isAllHere = (page?.images.length ?? 0) <= embedded.length;
  return {
    kind, url, title: title ?? url ?? file?.name ?? '', outlet: outlet ?? (url === null ? null : (URL.parse(url)?.host.replace(/^www\./, '') ?? null)),
    publishedAt: facts?.publishedAt ?? null, dayOnly: facts?.dayOnly ?? false, lang: facts?.lang ?? null,
    words: countWords(text), images: page?.images.length ?? 0, bytes: kind === 'pdf' ? (file?.bytes ?? atHand) : isAllHere ? atHand : null,
    pages: file?.pages ?? null, facts, alreadySaved, failure: failure === null ? null : { code: failure.code, detail: failure.detail },
  };
}
