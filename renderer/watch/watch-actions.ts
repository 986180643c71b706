import type { ArgsOf } from '../../electron/contract/api.ts';
import type { AlertMode, Watch, WatchDraft, Watched, WatchId } from '../../electron/contract/watch.ts';
import type { WatchesAnswer } from '../client/watch-queries.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { doing } from '../state/doing.ts';
import type { Outcome } from '../state/doing.ts';
import { openScope } from '../state/navigate.ts';
import { showToast, useUi } from '../state/ui.ts';
import type { Said } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { watchName } from './watch-name.ts';

async function asked(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.watches, exact: true });
}

/** Takes a watchlist away, and says how to have it back. */
async function remove(watchId: WatchId): Promise<WatchDraft> {
  const { removed } = await call('removeWatch', { watchId });
  const { scope } = useUi.getState();
  if (scope.kind === 'watch' && scope.id === watchId) await openScope({ kind: 'today' });
  await asked();
  return removed;
}

/** The watchlist that is as a draft would be: a second one would stand below it with the same name and the same headlines. */
async function alike({ watched, title = '', alert = 'off' }: WatchDraft): Promise<Watch | undefined> {
  const { watches } = await call('watches', {});
  return watches.find((watch) => isSame(watch.watched, watched) && (title === '' || title === watch.title) && (alert === 'off' || alert === watch.alert));
}

function isSame(one: Watched, other: Watched): boolean {
  if (one.kind === 'entity') return other.kind === 'entity' && one.entityId === other.entityId;
  return other.kind === 'search' && one.query === other.query && one.exact === other.exact;
}

/** Watches something from now on, and shows it; can be undone. One that is watched already is shown. Rejects with what the engine refuses. */
export async function addWatch(draft: WatchDraft): Promise<void> {
  const known = await alike(draft);
  if (known) {
    await openScope({ kind: 'watch', id: known.id });
    showToast({ text: () => wordsNow().t('watch.already', { title: watchName(known, wordsNow()) }) });
    return;
  }
  const { watch } = await call('addWatch', draft);
  await asked();
  await openScope({ kind: 'watch', id: watch.id });
  showToast({ text: () => wordsNow().t('watch.added', { title: watchName(watch, wordsNow()) }), undo: async () => void (await remove(watch.id)) });
}

/** Can be undone. */
export async function removeWatch(watch: Watch): Promise<void> {
  await doing(async () => {
    const removed = await remove(watch.id);
    return {
      said: () => wordsNow().t('watch.removed', { title: watchName(watch, wordsNow()) }),
      undo: async () => {
        await call('addWatch', removed);
        await asked();
      },
    };
  });
}

async function change(before: Watch, to: Omit<ArgsOf<'changeWatch'>, 'watchId'>, said?: Said): Promise<Outcome> {
  const { watch } = await call('changeWatch', { watchId: before.id, ...to });
  return {
    said: said ?? (() => wordsNow().t('watch.changed', { title: watchName(watch, wordsNow()) })),
    undo: async () => {
      await call('changeWatch', { watchId: before.id, watched: before.watched, title: before.title, alert: before.alert });
      await asked();
    },
  };
}

/** Changes a watchlist; can be undone. Rejects with what the engine refuses. */
export async function changeWatch(before: Watch, to: Omit<ArgsOf<'changeWatch'>, 'watchId'>): Promise<void> {
  const { said, undo } = await change(before, to);
  showToast({ text: said, undo });
  await asked();
}

const MODES = { off: 'watch.alertOff', notify: 'watch.alertNotify', digest: 'watch.alertDigest' } as const;

/** Whether a watchlist alerts; can be undone. */
export async function setAlert(watch: Watch, alert: AlertMode): Promise<void> {
  const said = (): string => {
    const words = wordsNow();
    return words.t('watch.alertSet', { mode: words.t(MODES[alert]), title: watchName(watch, words) });
  };
  await doing(() => change(watch, { alert }, said));
  await asked();
}

function put(watchId: WatchId, position: number): void {
  // What is asked for already is of before it.
  void queryClient.cancelQueries({ queryKey: queryKeys.watches, exact: true });
  queryClient.setQueryData<WatchesAnswer>(queryKeys.watches, (known) => {
    const moved = known?.watches.find(({ id }) => id === watchId);
    if (!known || !moved) return known;
    const others = known.watches.filter((one) => one !== moved);
    return { watches: [...others.slice(0, position), moved, ...others.slice(position)] };
  });
}

/** Puts a watchlist at another place, at once on the screen; can be undone. */
export async function moveWatch(watch: Watch, position: number): Promise<void> {
  const known = queryClient.getQueryData<WatchesAnswer>(queryKeys.watches)?.watches ?? [];
  if (position < 0 || position >= known.length || known.findIndex(({ id }) => id === watch.id) === position) return;
  put(watch.id, position);
  await doing(async () => {
    const { before } = await call('moveWatch', { watchId: watch.id, position });
    return {
      said: () => wordsNow().t('watch.moved', { title: watchName(watch, wordsNow()) }),
      undo: async () => {
        await call('moveWatch', { watchId: watch.id, position: before });
        await asked();
      },
    };
  });
  await asked();
}
