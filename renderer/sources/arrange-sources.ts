import type { SourceState } from '../../electron/contract/source.ts';
import type { SourceColumn, SourceSort } from '../state/sources-view.ts';
import { fold } from './source-items.ts';
import type { SourceGroup, SourceItem } from './source-items.ts';

export type SourceEntry =
  | { readonly kind: 'group'; readonly key: SourceGroup; readonly count: number }
  | { readonly kind: 'source'; readonly key: number; readonly item: SourceItem };

const GROUPS: readonly SourceGroup[] = ['attention', 'paused', 'waiting', 'healthy'];

/** What a person should look at first. */
const URGENCY: readonly SourceState[] = ['failing', 'gone', 'moved', 'shapeChanged', 'gap', 'unsteady', 'quiet', 'paused', 'new', 'healthy'];

function added({ report }: SourceItem): number {
  return report.days.added.reduce((sum, count) => sum + count, 0);
}

function urgency({ report }: SourceItem): number {
  return URGENCY.indexOf(report.state);
}

/** Numbers in ascending order; what is not known sorts below every number. */
function byNumber(value: (item: SourceItem) => number | null): (a: SourceItem, b: SourceItem) => number {
  return (a, b) => (value(a) ?? -1) - (value(b) ?? -1);
}

function comparisons(locale: string): Record<SourceColumn, (a: SourceItem, b: SourceItem) => number> {
  const names = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return {
    source: (a, b) => names.compare(a.feed.title, b.feed.title),
    days: byNumber(added),
    perDay: byNumber(({ report }) => report.perWeek),
    fullText: byNumber(({ report }) => report.fullText),
    lastNew: byNumber(({ report }) => report.newestAt),
    state: (a, b) => urgency(a) - urgency(b) || (a.report.everyMs ?? 0) - (b.report.everyMs ?? 0) || names.compare(a.state.text, b.state.text),
  };
}

function matches(item: SourceItem, terms: readonly string[]): boolean {
  return terms.every((term) => item.text.includes(term));
}

/**
 * The table from top to bottom: what needs attention, what is paused, what was not asked yet, what is well, each with its head, each sorted by the
 * same column. Every word of the filter must occur. Without a sort: the most urgent first, then the order of the feeds.
 */
export function arrangeSources(items: readonly SourceItem[], filter: string, sort: SourceSort | null, locale: string): readonly SourceEntry[] {
  const terms = fold(filter).split(/\s+/u).filter(Boolean);
  const shown = terms.length === 0 ? items : items.filter((item) => matches(item, terms));
  const compare = sort === null ? (a: SourceItem, b: SourceItem) => urgency(a) - urgency(b) : comparisons(locale)[sort.column];
  const turn = sort?.descending ? -1 : 1;
  const inGroup = Map.groupBy(shown, (item) => item.group);
  return GROUPS.flatMap((group): readonly SourceEntry[] => {
    const own = inGroup.get(group);
    if (!own) return [];
    // Equal ones keep the order of the feeds, whichever way it is sorted.
    const sorted = (group === 'healthy' || group === 'waiting') && sort === null ? own : own.toSorted((a, b) => turn * compare(a, b));
    return [{ kind: 'group', key: group, count: own.length }, ...sorted.map((item) => ({ kind: 'source', key: item.feed.id, item }) as const)];
  });
}
