import type { FigurePage, FigureRow } from '../../contract/figures.ts';
import { foldText } from '../../contract/search/fold.ts';
import { figuresOfRanks, rankOf } from '../store/figures.ts';
import type { StoreReads } from '../store/store.ts';
import { figureRow, figureSources } from './figure-sources.ts';
import { countFigures, figuresBelow, figureWalks, type FigurePlace, type FigureQuery, type FigureWalk } from './figure-walk.ts';

const MOST_COUNTED = 10_000;
/** So many figures are looked at for words before an answer, however few hold them. */
const MOST_LOOKED_AT = 1000;
const STRETCH = 200;

function cursorOf({ id, place }: FigurePlace): string {
  return `${id}.${place}`;
}

function placeOf(cursor: string | null | undefined): FigurePlace {
  const found = /^(\d+)\.(\d+)$/.exec(cursor ?? '');
  return found ? { id: Number(found[1]), place: Number(found[2]) } : { id: Number.MAX_SAFE_INTEGER, place: 0 };
}

function newestOf(store: StoreReads, walks: readonly FigureWalk[], below: FigurePlace, limit: number): FigurePlace[] {
  const [only] = walks;
  if (walks.length === 1 && only) return figuresBelow(store, only, below, limit);
  return walks.flatMap((one) => figuresBelow(store, one, below, limit)).toSorted((a, b) => b.id - a.id || b.place - a.place).slice(0, limit);
}

/** Figures at places, in their order, from as few articles as they are of. */
export function figuresAt(store: StoreReads, places: readonly FigurePlace[]): (FigureRow & { readonly at: FigurePlace })[] {
  const ids = [...new Set(places.map(({ id }) => id))];
  const sources = figureSources(store, ids);
  const ranks = Map.groupBy(places, ({ id }) => id);
  const stored = figuresOfRanks(store, new Map([...ranks].map(([id, of]) => [id, new Set(of.map(({ place }) => rankOf(place)))])));
  return places.flatMap((at) => {
    const source = sources.get(at.id);
    const figure = stored.get(at.id)?.get(rankOf(at.place));
    return source && figure ? [{ ...figureRow(figure, source), at }] : [];
  });
}

/** Whether the sentence or subject of a figure holds these words, in any case or script. */
function holds({ sentenceText, subject }: FigureRow, words: readonly string[]): boolean {
  const said = foldText(`${sentenceText} ${subject.words}`);
  return words.every((word) => said.includes(word));
}

/** A page of figures under a filter, the newest article first. */
export function listFigures(store: StoreReads, filter: FigureQuery, { limit, cursor }: { readonly limit: number; readonly cursor?: string | null | undefined }): FigurePage {
  const walks = figureWalks(filter);
  const words = foldText(filter.text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length > 0) return withWords(store, walks, { words, limit, below: placeOf(cursor) });
  const places = newestOf(store, walks, placeOf(cursor), limit + 1);
  const last = places.length > limit ? places[limit - 1] : undefined;
  const total = walks.reduce((sum, walk) => sum + countFigures(store, walk, MOST_COUNTED + 1), 0);
  return { figures: figuresAt(store, places.slice(0, limit)).map(bare), total: Math.min(total, MOST_COUNTED), totalIsMore: total > MOST_COUNTED, nextCursor: last ? cursorOf(last) : null };
}

/** Reads on until the page is full, or for so long; then whoever wants more asks again. */
function withWords(store: StoreReads, walks: readonly FigureWalk[], { words, limit, below }: { words: readonly string[]; limit: number; below: FigurePlace }): FigurePage {
  const found: FigureRow[] = [];
  let looked = 0;
  for (let from = below; ; ) {
    const places = newestOf(store, walks, from, STRETCH);
    for (const { at, ...row } of figuresAt(store, places)) {
      if (!holds(row, words)) continue;
      found.push(row);
      if (found.length === limit) return { figures: found, total: limit, totalIsMore: true, nextCursor: cursorOf(at) };
    }
    looked += places.length;
    const last = places.at(-1);
    if (!last || places.length < STRETCH) return { figures: found, total: found.length, totalIsMore: false, nextCursor: null };
    if (looked >= MOST_LOOKED_AT) return { figures: found, total: found.length, totalIsMore: true, nextCursor: cursorOf(last) };
    from = last;
  }
}

function bare({ at: _at, ...row }: FigureRow & { readonly at: FigurePlace }): FigureRow {
  return row;
}
