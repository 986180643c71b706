import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { call } from '../../../../renderer/client/transport.ts';
import { followListing } from '../../../../renderer/list/follow-listing.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { useUi } from '../../../../renderer/state/ui.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

let stop = (): void => undefined;
afterEach(() => stop());

/** The engine is out of reach for a while: what it told of meanwhile reached nobody. */
async function cut(): Promise<void> {
  reader.answer('counts', () => {
    throw { code: 'engine-stopped', message: '', detail: {} };
  });
  await call('counts', {}).catch(() => undefined);
  reader.answer('counts', () => ({}));
  await call('counts', {});
}

test('reports that came together while events were missed stand there once', async () => {
  const story = { id: 3, reports: 2, sources: 2 } as never;
  useUi.setState({ articleId: null });
  reader.answer('listArticles', () => ({ articles: [headline(6), headline(5)], nextCursor: null, total: 2, asOf: 50 }));
  await openListing({ scope: { kind: 'today' }, unreadOnly: false, order: 'time', stories: true });
  stop = followListing();
  reader.answer('listArticles', () => ({ articles: [headline(6, { story })], nextCursor: null, total: 1, asOf: 60 }));
  reader.answer('countArrived', () => ({ count: 0 }));
  reader.answer('storiesOf', () => ({ stories: [{ articleId: 5, story }] }));
  await cut();
  await vi.waitFor(() => expect(useListing.getState().rows.map(({ id }) => id)).toEqual([6]));
});
