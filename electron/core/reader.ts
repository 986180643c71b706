import type { ArticleId, RefreshProgress } from '../contract/model.ts';
import type { Settings } from '../contract/settings.ts';
import { sweepExchange } from './exchange/exchange-file.ts';
import { createOpmlImporter } from './import-opml.ts';
import { createEarlierMarker } from './mark-earlier.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { createLogins } from './logins.ts';
import { bookmarkMethods } from './methods/bookmarks.ts';
import { desktopMethods, NO_DOOR } from './methods/desktop.ts';
import { followingMethods } from './methods/following.ts';
import { fullTextMethods } from './methods/full-text.ts';
import { gazetteerMethods } from './methods/gazetteer.ts';
import { gapMethods } from './methods/gaps.ts';
import { lensMethods } from './methods/lens.ts';
import type { MethodParts } from './methods/method-parts.ts';
import { offlineMethods } from './methods/offline.ts';
import { pagesMethods } from './methods/pages.ts';
import { readingMethods } from './methods/reading.ts';
import { refreshingMethods } from './methods/refreshing.ts';
import { rulesMethods } from './methods/rules.ts';
import { savingMethods } from './methods/saving.ts';
import { searchMethods } from './methods/search.ts';
import { storiesMethods } from './methods/stories.ts';
import { sourcesMethods } from './methods/sources.ts';
import { transferFileMethods } from './methods/transfer-files.ts';
import { transferMethods } from './methods/transfer.ts';
import { watchMethods } from './methods/watch.ts';
import { createTransfers } from './transfers.ts';
import { createLensKeeper } from './lens-keeper.ts';
import { createNameKeeper } from './name-keeper.ts';
import { moveSecrets } from './move-secrets.ts';
import type { LibraryApi, OpenReader } from './open-reader.ts';
import { watchDisk } from './offline/disk-space.ts';
import { createBookmarkKeeper } from './offline/bookmark-keeper.ts';
import { createEvictor } from './offline/evictor.ts';
import { createFullTextKeeper } from './offline/full-text.ts';
import { createIconKeeper } from './offline/icon-keeper.ts';
import { createImageKeeper } from './offline/image-keeper.ts';
import { createPreparer } from './offline/prepare.ts';
import { createAnnouncer, type Announce } from './pace/announcer.ts';
import { createLull } from './pace/lull.ts';
import { createThreadShare } from './pace/thread-share.ts';
import { courteousIngest } from './refresh/courteous-ingest.ts';
import { createGapFiller } from './refresh/fill-gap.ts';
import { createHostCourtesy } from './refresh/host-courtesy.ts';
import { lookElsewhere } from './refresh/look-elsewhere.ts';
import { createRefresher, type RefreshRequest } from './refresh/refresher.ts';
import { signIngest } from './refresh/signed-ingest.ts';
import { createSchedule, type Schedule } from './refresh/schedule.ts';
import type { ReaderParts } from './reader-parts.ts';
import { createMemorySecrets } from './secrets.ts';
import { createFinder } from './finder.ts';
import { createWatching } from './watching.ts';
import { createSearchFiller } from './search-filler.ts';
import { createStoryPlacer } from './story-placer.ts';
import { createSaver } from './saving/saver.ts';
import { freezeEarlierBookmarks } from './store/freeze.ts';
import { createSearchKnowledge } from './search/knowledge.ts';
import { searchHere } from './search/searcher.ts';

/** After a sleep more is due at once than usual: it is asked over this time. */
const SPREAD_MS = 60_000;
/** An answer this old says nothing of the network now. */
const LATELY_MS = 10 * 60_000;

/** The whole engine: joins the stages into the contract, and tells what each command changed. */
export function createReader({ store, settings, ingest: unsigned, secrets = createMemorySecrets(), now, info, unattended, onFault, lookAtDisk, door = NO_DOOR, searcher = searchHere(store, createSearchKnowledge(store)) }: ReaderParts): OpenReader {
  const logins = createLogins(secrets);
  const ingest = signIngest(unsigned, (feedId) => logins.find(feedId));
  const announcer = createAnnouncer({ onFault });
  const share = createThreadShare();
  /** What came is looked at by rules and watches before anybody hears of it. */
  const announce: Announce = (event) => {
    watching.before(event);
    announcer.announce(event);
  };
  const keepWhole = (articleIds: readonly ArticleId[], wish: 'opened' | 'chosen' = 'opened'): void => {
    for (const articleId of articleIds) void inBackground(texts.keep(articleId, wish).then(() => images.keep(articleId)));
  };
  /** What a rule bookmarks nobody asked for by name: their robots.txt is asked, and without a network they wait as bookmarks do. */
  const keepUnasked = (articleIds: readonly ArticleId[]): void => {
    if (!isOffline()) keepWhole(articleIds, 'chosen');
  };
  const refreshMinutes = (): number => settings.get().refreshMinutes;
  let schedule: Schedule | null = null;
  let closing = false;
  let quiet = false;

  const disk = watchDisk(store.profile, now, lookAtDisk);
  const courtesy = createHostCourtesy({ store, now });
  const courteous = courteousIngest(ingest, courtesy);
  const names = createNameKeeper({ store, ingest, announce, onFault, unattended });
  const lens = createLensKeeper({ store, ingest, announce, namesVersion: () => names.finder().version, isBusy: () => refresher.running, now, onFault, unattended });
  const mayFetchImages = (): boolean => unattended && !closing && !quiet && settings.get().keepImages && disk.shortage() === null && !refresher.running && !isOffline();
  const images = createImageKeeper({
    store,
    ingest,
    courtesy,
    announce,
    onFault,
    isOnline: () => isOnline(),
    mayFetchAhead: mayFetchImages,
  });
  const icons = createIconKeeper({ store, ingest, courtesy, now, announce, onFault, isOnline: () => isOnline(), mayFetch: mayFetchImages });
  const texts = createFullTextKeeper({
    store,
    ingest,
    now,
    announce,
    onFault,
    ...courtesy,
    findLogin: (feedId) => logins.find(feedId),
    isOffline: () => isOffline(),
    mayFetchAhead: () => unattended && !closing && !quiet && disk.shortage() !== 'texts' && !refresher.running && !isOffline(),
    onText: (id) => names.look(id),
    onKept: () => images.fetchAhead(),
  });
  const fetchAhead = (): void => {
    texts.fetchAhead();
    images.fetchAhead();
    icons.wake();
    bookmarks.fetchAhead();
    saver.fetchAhead();
  };
  let came = false;
  /** What lies behind is looked through in a lull: neither a start nor a refresh, nor who opens what it brought, shares its threads with that. */
  const behind = createLull(() => {
    if (refresher.running) return;
    lens.wake();
    if (unattended) void inBackground(earlier.run(came));
    came = false;
  });
  const afterRefresh = (): void => {
    fetchAhead();
    evictor.evictUnasked();
    placer.wake();
    behind.soon();
  };
  const onStored = (): void => {
    came = true;
    watching.arrivals.settle();
  };
  const refresher = createRefresher({ store, ingest, courtesy, now, refreshMinutes, announce, onFault, onStored, onEnd: afterRefresh });

  const placer = createStoryPlacer({ store, announce, isBusy: () => refresher.running, onFault });
  const earlier = createEarlierMarker({ store, share, now, namesOf: (text) => names.finder().namesOf(text), onMarked: () => placer.wake() });
  const transfers = createTransfers({ announce, share });
  const preparer = createPreparer({ store, wish: () => wish(), texts, images, now, announce, pause: () => share.pause() });
  const wish = (): Settings['offline'] => settings.get().offline;
  const mayFetchForLater = (): boolean => unattended && !closing && !refresher.running && !isOffline();
  const bookmarks = createBookmarkKeeper({ store, texts, images, now, isOffline: () => isOffline(), mayFetch: mayFetchForLater, onFault });
  const mayEvict = (): boolean => unattended && !closing && !preparer.progress().running;
  const evictor = createEvictor({ store, share, wish, now, announce, mayEvict, onEvicted: () => void inBackground(images.sweep()), onFault });
  const gaps = createGapFiller({ store, ingest: courteous, now, announce });
  const importer = createOpmlImporter({ store, ingest, logins, announce, share });

  const isOffline = (): boolean => refresher.progress().offlineSince !== null;
  const isOnline = (): boolean => !isOffline() && now() - (refresher.progress().updatedAt ?? 0) < LATELY_MS;

  /** Work that nobody waits for: its fault is told, not answered. */
  const inBackground = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!closing) onFault(error);
    }
  };

  const finder = createFinder({ store, knowledge: createSearchKnowledge(store), names: names.finder, look: names.look, place: (ids) => {
    earlier.mark(ids);
    placer.placeNow(ids);
  } });
  const watching = createWatching({ store, finder, settings, now, announce: announcer.announce, share, keepWhole: keepUnasked, inBackground, unattended, onFault });

  const refreshInBackground = (request: RefreshRequest): Promise<void> => inBackground(refresher.refresh(request));

  const saver = createSaver({ store, ingest: courteous, images, texts, onText: (id) => names.look(id), now, announce, inBackground, mayFetchAhead: () => unattended && !closing && !isOffline() });

  const looking = new AbortController();
  const lookForLost = async (): Promise<void> => {
    const found = await lookElsewhere({ store, ingest: courteous, now, signal: looking.signal });
    if (found.length > 0) announce({ kind: 'feeds', feedIds: found });
  };

  const progress = (): RefreshProgress => ({ ...refresher.progress(), nextAt: schedule?.nextAt() ?? null });

  const parts: MethodParts = {
    store, settings, ingest: courteous, logins, now, info, unattended, announce, share, images, texts, preparer, evictor, disk, names, refresher, refreshMinutes, isOffline, progress, keepWhole, inBackground, onFault, refreshInBackground,
  };
  const catalogue = createCatalogue(parts);
  const api: LibraryApi = {
    ...catalogue.api,
    ...followingMethods(parts),
    ...pagesMethods(parts),
    ...transferMethods(parts, importer),
    ...transferFileMethods(parts, transfers),
    ...refreshingMethods(parts),
    ...gapMethods(parts, gaps),
    ...sourcesMethods(parts),
    ...readingMethods(parts),
    ...bookmarkMethods(parts, searcher),
    ...fullTextMethods(parts),
    ...gazetteerMethods(parts),
    ...savingMethods(saver),
    ...searchMethods(parts, searcher),
    ...offlineMethods(parts),
    ...watchMethods(parts, watching),
    ...rulesMethods(parts, watching),
    ...storiesMethods(parts),
    ...lensMethods(parts, { lens, transfers }),
    ...desktopMethods(parts, door),
    getSettings: async () => settings.get(),
    setSettings: async (patch) => settings.set(patch),
    appInfo: async () => info,
  };

  const filler = createSearchFiller({ store, share, announce, onFilled: () => watching.lookAgain(), onFault, later: unattended });
  let keepsImages = settings.get().keepImages;
  const stopLooking = announcer.listen(({ kind }) => {
    if (kind === 'articles' || kind === 'texts' || kind === 'status') {
      names.wake();
      placer.wake();
      filler.wake();
    }
    if (kind === 'articles' || kind === 'texts' || kind === 'gazetteer') behind.soon();
    // Of a new source, or of one that moved.
    if (kind === 'articles' && unattended) icons.wake();
  });
  const stopListening = settings.onChange(({ keepImages }) => {
    announce({ kind: 'settings' });
    if (keepImages && !keepsImages) fetchAhead();
    keepsImages = keepImages;
  });

  placer.wake();
  behind.soon();
  void inBackground(moveSecrets(store, logins));
  void inBackground(freezeEarlierBookmarks(store));
  void inBackground(sweepExchange(store.profile, now()));
  void inBackground(saver.sweep());
  if (unattended) {
    schedule = createSchedule({
      settings,
      now,
      updatedAt: () => refresher.progress().updatedAt,
      offline: () => quiet || isOffline(),
      run: async ({ resumed }) => {
        quiet = await door.isQuiet();
        if (quiet || closing) return;
        await refreshInBackground({ feedIds: null, onlyDue: true, spreadMs: resumed ? SPREAD_MS : 0 });
        // Also where nothing is followed, and no refresh ends.
        saver.fetchAhead();
        bookmarks.fetchAhead();
        if (!isOffline() && !closing) await inBackground(lookForLost());
      },
      onMove: () => announce({ kind: 'refresh' }),
    });
    void inBackground(door.isQuiet().then((isNow) => (quiet = isNow)).then(() => (closing ? undefined : fetchAhead())));
    void inBackground(images.lookThrough());
  }

  return {
    api,
    onEvent: announcer.listen,
    power: (state) => (state === 'asleep' ? schedule?.sleep() : schedule?.wake()),
    get busy() {
      return refresher.running;
    },
    async close() {
      closing = true;
      stopListening();
      stopLooking();
      schedule?.close();
      behind.close();
      looking.abort();
      watching.close();
      refresher.cancel();
      await Promise.all([preparer.close(), evictor.close()]);
      await names.close();
      // The command line ends at once: nobody else would find the stories of what it brought.
      await placer.close({ finish: !unattended });
      await lens.close({ finish: !unattended });
      const filled = filler.close();
      share.close();
      await filled;
      await Promise.all([catalogue.close(), searcher.close(), gaps.close(), importer.close(), transfers.close()]);
      // The command line ends at once after its answer: a bookmark's images are waited for there.
      await saver.close();
      await texts.close({ finish: !unattended });
      await icons.close();
      await images.close({ finish: !unattended });
      await bookmarks.close();
      announcer.flush();
      await ingest.close();
      store.close();
    },
  };
}
