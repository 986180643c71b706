import type { Feed, Folder, FolderId } from '../contract/model.ts';
import type { SourceReport } from '../contract/source.ts';
import { type Cell, toCsv } from './transfer/csv.ts';
import { listFeeds } from './query/list-feeds.ts';
import { sourcesReport } from './query/sources-report.ts';
import { withoutPathKeys } from '../contract/path-key.ts';
import { publicAddress } from './secret-address.ts';
import type { Store } from './store/open-store.ts';

type Column = readonly [name: string, of: (feed: Feed, source: SourceReport, folder: string) => Cell];

/** Plain numbers and ISO times, for another program to read; its names stay English for the same reason. */
const COLUMNS: readonly Column[] = [
  ['Title', ({ title }) => title],
  ['Address', ({ feedUrl }) => withoutPathKeys(publicAddress(feedUrl))],
  ['Site', ({ siteUrl }) => siteUrl && publicAddress(siteUrl)],
  ['Kind', ({ kind }) => kind],
  ['Folder', (_feed, _source, folder) => folder],
  ['Language', ({ lang }) => lang],
  ['State', (_, { state }) => state],
  ['Since', (_, { since }) => time(since)],
  ['Code', (_, { code }) => code],
  ['Other address', (_, { fix }) => (fix?.kind === 'newAddress' ? publicAddress(fix.url) : null)],
  ['Followed since', ({ subscribedAt }) => time(subscribedAt)],
  ['Last asked', ({ fetchedAt }) => time(fetchedAt)],
  ['Last answered', ({ succeededAt }) => time(succeededAt)],
  ['Next ask', (_, { nextAt }) => time(nextAt)],
  ['Why then', (_, { nextReason }) => nextReason],
  ['Minutes between asks', (_, { everyMs }) => (everyMs === null ? null : Math.round(everyMs / 60_000))],
  ['Newest article', (_, { newestAt }) => time(newestAt)],
  ['Articles a week', (_, { perWeek }) => Math.round(perWeek * 10) / 10],
  ['Share with full text', (_, { fullText }) => (fullText === null ? null : Math.round(fullText * 1000) / 1000)],
  ['Articles', (_, { articles }) => articles],
  ['Bookmarked', (_, { bookmarked }) => bookmarked],
  ['Images', (_, { images }) => images],
  ['Bytes on this device', (_, { bytes }) => bytes],
  ['Bytes received in 30 days', (_, { receivedBytes }) => receivedBytes],
  ['Asked in 30 days', (_, { days }) => sumOf(days.asked)],
  ['Failed in 30 days', (_, { days }) => sumOf(days.failed)],
];

/** The sources page as a table. Logins in addresses stay here. */
export function exportSources(store: Store, now: number): string {
  const { feeds, folders } = listFeeds(store);
  const byId = new Map(feeds.map((feed) => [feed.id, feed]));
  const rows = sourcesReport(store, now).sources.flatMap((source) => {
    const feed = byId.get(source.feedId);
    return feed ? [COLUMNS.map(([, of]) => of(feed, source, pathOf(feed.folderId, folders)))] : [];
  });
  return toCsv([COLUMNS.map(([name]) => name), ...rows]);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function pathOf(id: FolderId | null, folders: readonly Folder[]): string {
  const folder = folders.find((one) => one.id === id);
  if (!folder) return '';
  const above = pathOf(folder.parentId, folders);
  return above === '' ? folder.title : `${above}/${folder.title}`;
}
