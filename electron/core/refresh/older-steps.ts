import type { FeedKind, GapWay } from '../../contract/model.ts';
import { mayLead } from '../fetch/private-host.ts';
import type { OlderLinks } from '../parse/older-links.ts';
import { olderPages, type PageAddress } from '../parse/older-pages.ts';

/** An older document to ask for, and the step that follows from what it says. */
export interface OlderStep {
  readonly via: GapWay;
  readonly url: string;
  onward(links: OlderLinks): OlderStep | null;
}

export interface FirstDocument {
  readonly kind: FeedKind;
  readonly feedUrl: string;
  readonly links: OlderLinks;
  readonly items: number;
}

function linked(via: GapWay, from: string, url: string | null, nextOf: (links: OlderLinks) => string | null): OlderStep | null {
  if (url === null || !mayLead(from, url)) return null;
  return { via, url, onward: (links) => linked(via, url, nextOf(links), nextOf) };
}

function numbered(address: PageAddress, page: number): OlderStep {
  return { via: 'paging', url: address(page), onward: () => numbered(address, page + 1) };
}

/** The ways from a feed's own document to older ones, best first: what it names itself, then what its publishing system is known to do. */
export function olderSteps({ kind, feedUrl, links, items }: FirstDocument): OlderStep[] {
  if (kind === 'page') return [linked('listPage', feedUrl, links.listPage, ({ listPage }) => listPage) ?? []].flat();
  const named = [linked('archive', feedUrl, links.archive, ({ archive }) => archive), linked('paging', feedUrl, links.next, ({ next }) => next)];
  return [...named.filter((step) => step !== null), ...olderPages(feedUrl, links.generator, items).map((address) => numbered(address, 2))];
}
