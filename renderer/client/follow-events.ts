import type { ReaderEvent } from '../../electron/contract/api.ts';
import { followChangedFeeds } from './changed-feeds.ts';
import { followChangedSources } from './changed-sources.ts';
import { queryClient } from './query-client.ts';
import { queryKeys } from './queries.ts';
import { throttle } from './throttle.ts';
import { onEvent, onMissed } from './transport.ts';

function stale(queryKey: readonly unknown[]): () => void {
  return () => void queryClient.invalidateQueries({ queryKey });
}

/** The one place that turns what changed into what is asked again. Lists and the open article follow events by themselves. Returns the way to stop. */
export function followEvents(): () => void {
  const feeds = followChangedFeeds();
  const counts = throttle(stale(queryKeys.counts), 500);
  const progress = throttle(stale(queryKeys.progress), 250);
  const importing = throttle(stale(queryKeys.importing), 200);
  const transfer = throttle(stale(queryKeys.transfer), 200);
  const preparing = throttle(stale(queryKeys.preparing), 250);
  // Asked only while the Offline list or the settings show it.
  const offline = throttle(stale(queryKeys.offline), 2000);
  const settings = throttle(stale(queryKeys.settings), 100);
  const backups = throttle(stale(queryKeys.backups), 100);
  const catalogue = throttle(stale(queryKeys.catalogue), 100);
  const watches = throttle(stale(queryKeys.watches), 500);
  const alerts = throttle(stale(queryKeys.alerts), 250);
  const rules = throttle(stale(queryKeys.rules), 250);
  // Asked only while the settings show it.
  const gazetteer = throttle(stale(queryKeys.gazetteer), 100);
  const entities = stale(queryKeys.entities);
  const naming = throttle(stale(queryKeys.naming), 1000);
  const stories = throttle(stale(queryKeys.stories), 250);
  // Every article that arrives says so; a long table is not drawn anew for each.
  const figures = throttle(stale(queryKeys.lens), 1000);
  const lensProgress = throttle(stale(queryKeys.lensProgress), 1000);
  const sources = followChangedSources();
  const log = throttle(stale(queryKeys.sourcesLog), 2000);

  function heard(event: ReaderEvent): void {
    switch (event.kind) {
      case 'articles':
        counts();
        watches();
        // What came is to be here too, and is not yet.
        offline();
        feeds.some(event.feedIds);
        sources.some(event.feedIds);
        log();
        break;
      case 'status':
      case 'images':
      case 'texts':
        counts();
        watches();
        offline();
        sources.all();
        break;
      case 'feeds':
        if (event.feedIds === 'many') {
          feeds.all();
          sources.all();
          // Which of its sources are followed.
          catalogue();
          counts();
          watches();
        } else {
          feeds.some(event.feedIds);
          sources.some(event.feedIds);
        }
        // How much of its articles is wanted is set for each source.
        offline();
        log();
        break;
      case 'names':
        naming();
        break;
      case 'gazetteer':
        gazetteer();
        naming();
        entities();
        break;
      case 'stories':
        stories();
        // What was told of apart is one alert when it comes together.
        alerts();
        break;
      case 'figures':
        figures();
        lensProgress();
        break;
      case 'search':
      case 'open':
        // Who shows it listens by itself.
        break;
      case 'refresh':
        progress();
        sources.all();
        log();
        break;
      case 'transfer':
        transfer();
        break;
      case 'import':
        importing();
        break;
      case 'prepare':
        preparing();
        offline();
        break;
      case 'settings':
        settings();
        offline();
        break;
      case 'backups':
        backups();
        break;
      case 'catalogue':
        catalogue();
        break;
      case 'watch':
        watches();
        break;
      case 'alerts':
        alerts();
        break;
      case 'rules':
        rules();
        break;
      case 'library':
        void queryClient.invalidateQueries();
        break;
      case 'command':
      case 'offers':
      case 'open-unread':
      case 'show-settings':
        // Nothing changed; who is meant does what is wanted.
        break;
    }
  }

  const stopEvents = onEvent(heard);
  const stopMissed = onMissed(() => {
    feeds.all();
    counts();
    progress();
    importing();
    transfer();
    preparing();
    offline();
    settings();
    backups();
    catalogue();
    watches();
    alerts();
    rules();
    gazetteer();
    naming();
    entities();
    stories();
    figures();
    lensProgress();
    sources.all();
    log();
  });
  return () => {
    stopEvents();
    stopMissed();
  };
}
