import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleId, ArticleSummary } from '../../../../electron/contract/model.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/core/settings.ts';
import { queryClient } from '../../../../renderer/client/query-client.ts';
import { queryKeys } from '../../../../renderer/client/queries.ts';
import { toggleRead } from '../../../../renderer/state/article-actions.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { markPassed, notePassed } from '../../../../renderer/state/read-passed.ts';
import { noteDone, useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

let reader: FakeReader;
/** Ids that no test before used: what a person marks unread is remembered for as long as the window stands. */
let next = 1;
let rows: readonly ArticleSummary[];
beforeAll(() => {
  reader = installFakeReader();
});

const STORY = { id: 70, sources: 2, articles: 2, unread: 2 };

beforeEach(async () => {
  vi.useFakeTimers();
  useUi.setState({ doneStack: [], toast: null });
  rows = [headline(next), headline(next + 1), headline(next + 2, { story: STORY }), headline(next + 3, { read: true })];
  next += 10;
  queryClient.setQueryData(queryKeys.settings, { ...DEFAULT_SETTINGS, readPassed: true });
  reader.answer('listArticles', () => ({ articles: rows, nextCursor: null, total: 4, asOf: 50 }));
  reader.answer('setRead', () => ({ changed: 1 }));
  reader.answer('markRead', ({ articleIds, storyIds }: { articleIds: ArticleId[]; storyIds: number[] }) => ({ articleIds: [...articleIds, ...(storyIds.length > 0 ? [9000] : [])] }));
  await openListing({ scope: { kind: 'today' }, unreadOnly: false, order: 'time', stories: true });
  reader.asked.length = 0;
});
afterEach(async () => {
  await markPassed();
  vi.useRealTimers();
});

const asked = (method: string): unknown[] => reader.asked.filter((one) => one.method === method).map(({ args }) => args);
const read = (): boolean[] => useListing.getState().rows.map((row) => row.read);
const [first, second, third, fourth] = [0, 1, 2, 3].map((n) => () => useListing.getState().rows[n]!) as [() => ArticleSummary, () => ArticleSummary, () => ArticleSummary, () => ArticleSummary];

describe('headlines that were scrolled past', () => {
  it('are marked together once the scrolling rests, read ones left out, a story whole', async () => {
    notePassed([first()]);
    await vi.advanceTimersByTimeAsync(300);
    notePassed([second(), third(), fourth()]);
    await vi.advanceTimersByTimeAsync(300);
    expect(read()).toEqual([false, false, false, true]);
    await vi.advanceTimersByTimeAsync(100);
    expect(read()).toEqual([true, true, true, true]);
    expect(asked('markRead')).toEqual([{ articleIds: [first().id, second().id, third().id], storyIds: [70], before: 50 }]);
  });

  it('of a story are alone where the person has it so, and where its reports are opened', async () => {
    queryClient.setQueryData(queryKeys.settings, { ...DEFAULT_SETTINGS, readPassed: true, readStories: false });
    notePassed([third()]);
    await markPassed();
    queryClient.setQueryData(queryKeys.settings, { ...DEFAULT_SETTINGS, readPassed: true });
    useListing.setState({ opened: new Map([[third().id, [headline(9000)]]]) });
    notePassed([{ ...third(), read: false }]);
    await markPassed();
    useListing.setState({ opened: new Map() });
    expect(asked('markRead')).toMatchObject([{ storyIds: [] }, { storyIds: [] }]);
  });

  it('come back with Z batch by batch, other reports of a story too, and stay unread then', async () => {
    notePassed([first()]);
    await markPassed();
    notePassed([second(), third()]);
    await markPassed();
    await undo();
    expect(useUi.getState().toast?.text()).toBe('Undone: 3 headlines marked as read');
    expect(read()).toEqual([true, false, false, true]);
    expect(asked('setRead')).toEqual([{ articleIds: [second().id, third().id, 9000], read: false }]);
    notePassed([second(), third()]);
    await markPassed();
    expect(read()).toEqual([true, false, false, true]);
    await undo();
    expect(read()).toEqual([false, false, false, true]);
  });

  it('are left alone where a person marked them unread, also while they wait to be marked', async () => {
    notePassed([first(), second()]);
    await toggleRead(first().id);
    await toggleRead(first().id);
    await markPassed();
    expect(asked('markRead')).toEqual([{ articleIds: [second().id], storyIds: [], before: 50 }]);
    expect(first().read).toBe(false);
  });

  it('push nothing out of what Z takes back', async () => {
    const own = vi.fn<() => void>();
    noteDone(() => 'mine', own);
    for (let n = 0; n < 30; n += 1) {
      notePassed([headline(next)]);
      next += 1;
      await markPassed();
    }
    for (let n = 0; n < 6; n += 1) await undo();
    expect(own).toHaveBeenCalledOnce();
  });

  it('are unread again where they could not be marked, and nothing is left to take back', async () => {
    reader.answer('markRead', () => {
      // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- the wire's form
      throw { code: 'internal', message: '', detail: {} };
    });
    notePassed([first()]);
    await markPassed();
    expect(read()[0]).toBe(false);
    expect(useUi.getState().doneStack).toEqual([]);
  });
});
