import type { FeedKind, GapWay } from '../../contract/model.ts';
import { mayLead } from '../fetch/asked-by.ts';
import type { OlderLinks } from '../parse/older-links.ts';
import { olderPages } from '../parse/older-pages.ts';

/** Where a step stands, in plain data: `stepAt` makes the step of it again, in another run as well. */
export type StepPlace =
  | { readonly way: LinkedWay; readonly from: string; readonly url: string }
  | { readonly way: 'numbered'; readonly feedUrl: string; readonly generator: string | null; readonly items: number; readonly index: number; readonly page: number };

/** An older document to ask for, and the step that follows from what it says. */
export interface OlderStep {
  readonly via: GapWay;
  readonly url: string;
  readonly place: StepPlace;
  onward(links: OlderLinks): OlderStep | null;
}

export interface FirstDocument {
  readonly kind: FeedKind;
  readonly feedUrl: string;
  readonly links: OlderLinks;
  readonly items: number;
}

type LinkedWay = 'archive' | 'next' | 'listPage';
type Numbered = Extract<StepPlace, { way: 'numbered' }>;

const VIA: Readonly<Record<LinkedWay, GapWay>> = { archive: 'archive', next: 'paging', listPage: 'listPage' };

function linked(way: LinkedWay, from: string, url: string | null): OlderStep | null {
  if (url === null || !mayLead(from, url)) return null;
  return { via: VIA[way], url, place: { way, from, url }, onward: (links) => linked(way, url, links[way]) };
}

function numbered(place: Numbered): OlderStep | null {
  const { feedUrl, generator, items, index, page } = place;
  const url = olderPages(feedUrl, generator, items)[index]?.(page);
  return url === undefined ? null : { via: 'paging', url, place, onward: () => numbered({ ...place, page: page + 1 }) };
}

/** The step that a place was taken of, or null where it leads nowhere any more. */
export function stepAt(place: StepPlace): OlderStep | null {
  return place.way === 'numbered' ? numbered(place) : linked(place.way, place.from, place.url);
}

/** The ways from a feed's own document to older ones, best first: what it names itself, then what its publishing system is known to do. */
export function olderSteps({ kind, feedUrl, links, items }: FirstDocument): OlderStep[] {
  const { generator } = links;
  const steps = kind === 'page'
    ? [linked('listPage', feedUrl, links.listPage)]
    : [
        linked('archive', feedUrl, links.archive),
        linked('next', feedUrl, links.next),
        ...olderPages(feedUrl, generator, items).map((_, index) => numbered({ way: 'numbered', feedUrl, generator, items, index, page: 2 })),
      ];
  return steps.filter((step) => step !== null);
}
