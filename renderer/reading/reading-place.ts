import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { throttle } from '../client/throttle.ts';
import { call } from '../client/transport.ts';

/** Pixels: less than a line above the window, or below it, is the beginning and the end. */
const NEAR = 32;
/** Of the height of the pane: what is hardly longer needs no place. */
const SHORT = 1.4;

function blocksOf(pane: Element): readonly Element[] {
  return [...(pane.querySelector('[data-article-text]')?.children ?? [])];
}

/** Which block is the first that ends below a line. They stand in order, so halving finds it: this is asked with every step of a scroll. */
function firstBelow(blocks: readonly Element[], top: number): number {
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > top) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** How far the article in a pane is read, as `setReadingPlace` counts it; null at its beginning and its end, and where it is short. */
export function placeIn(pane: HTMLElement): number | null {
  const text = pane.querySelector('[data-article-text]');
  if (!text || pane.scrollHeight < pane.clientHeight * SHORT) return null;
  const view = pane.getBoundingClientRect();
  if (pane.scrollTop < NEAR || text.getBoundingClientRect().bottom < view.bottom + NEAR) return null;
  const blocks = blocksOf(pane);
  const at = firstBelow(blocks, view.top + 1);
  const block = blocks[at];
  if (!block) return null;
  const box = block.getBoundingClientRect();
  const above = box.height > 0 ? Math.min(Math.max((view.top - box.top) / box.height, 0), 0.999) : 0;
  return Math.round((at + above) * 1000) / 1000;
}

/** Scrolls the article in a pane to a place in it; one that its text does not reach any more is passed over. */
export function goToPlace(pane: HTMLElement, place: number): void {
  const block = blocksOf(pane)[Math.floor(place)];
  if (!block) return;
  const box = block.getBoundingClientRect();
  pane.scrollTop += box.top - pane.getBoundingClientRect().top + box.height * (place % 1);
}

let waiting: { readonly articleId: ArticleId; readonly place: number | null } | null = null;

function store(): void {
  const now = waiting;
  waiting = null;
  if (now === null) return;
  // A convenience, as the place of the window is: what cannot be written is said where the person changes something.
  call('setReadingPlace', now).catch(() => undefined);
}

const storeSoon = throttle(store, 2000);

/** Places of this run: an answer that was on its way, or that came before the place was stored, must not bring an older one back. */
const noted = new Map<ArticleId, number | null>();

/** Where an article was left; null at its beginning. */
export function readingPlaceOf({ id, readingPlace }: Pick<Article, 'id' | 'readingPlace'>): number | null {
  const own = noted.get(id);
  return own === undefined ? readingPlace : own;
}

/** Remembers a place in an article, for the next time that it is opened. */
export function noteReadingPlace(articleId: ArticleId, place: number | null): void {
  const article = queryClient.getQueryData<Article>(queryKeys.article(articleId));
  if (!article || readingPlaceOf(article) === place) return;
  noted.set(articleId, place);
  if (waiting !== null && waiting.articleId !== articleId) store();
  waiting = { articleId, place };
  storeSoon();
}

addEventListener('pagehide', store);
