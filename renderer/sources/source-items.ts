import type { Feed, Folder, FolderId } from '../../electron/contract/model.ts';
import type { SourceReport, SourcesReport, SourceState } from '../../electron/contract/source.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import type { Words } from '../words/use-words.ts';
import { stateWords } from './state-words.ts';
import type { StateWords } from './state-words.ts';

export type SourceGroup = 'attention' | 'paused' | 'waiting' | 'healthy';

/** A source as the page shows it. */
export interface SourceItem {
  readonly feed: Feed;
  readonly report: SourceReport;
  readonly group: SourceGroup;
  readonly state: StateWords;
  /** Titles of the folders around it, the outermost first. */
  readonly folders: readonly string[];
  /** What a filter looks through, folded. */
  readonly text: string;
}

const GROUPS = {
  healthy: 'healthy',
  // Nothing is known yet of what was never asked.
  new: 'waiting',
  paused: 'paused',
  failing: 'attention',
  gone: 'attention',
  moved: 'attention',
  shapeChanged: 'attention',
  unsteady: 'attention',
  gap: 'attention',
  quiet: 'attention',
} as const satisfies Record<SourceState, SourceGroup>;

/** A text as filters compare it: full-width letters are letters, and capitals do not matter. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase();
}

function foldersAround(id: FolderId | null, byId: ReadonlyMap<FolderId, Folder>): readonly string[] {
  const titles: string[] = [];
  for (let folder = id === null ? undefined : byId.get(id); folder; folder = folder.parentId === null ? undefined : byId.get(folder.parentId)) {
    titles.unshift(folder.title);
  }
  return titles;
}

/** The sources of a report, in the order of the feeds. One that only the report or only the feeds name waits for the other. */
export function sourceItems({ sources, asOf }: SourcesReport, { feeds, folders }: FeedsAnswer, words: Words): readonly SourceItem[] {
  const reports = new Map(sources.map((report) => [report.feedId, report]));
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  return feeds.flatMap((feed) => {
    const report = reports.get(feed.id);
    if (!report) return [];
    const state = stateWords(report, asOf, words);
    const around = foldersAround(feed.folderId, byId);
    return [{ feed, report, group: GROUPS[report.state], state, folders: around, text: fold([feed.title, feed.feedUrl, feed.siteUrl ?? '', state.text, ...around].join('\n')) }];
  });
}
