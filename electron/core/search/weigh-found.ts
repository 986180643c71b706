import type { ArticleId } from '../../contract/model.ts';
import type { Light } from '../../contract/search/match-text.ts';
import { personWordsOf, searchedTexts } from '../store/search-index.ts';
import { createWordCounter } from './count-words.ts';
import { ageWeight } from './age-weight.ts';
import type { SearchLibrary } from './search-library.ts';

/** As bm25 is asked for them (`find-ids.ts`): a title, and what a person or a publisher wrote beside a text, weigh more than a text. */
const WEIGHT = { title: 8, notes: 4, tags: 4 };
/** k1 and b of BM25: how soon more of a word says no more, and how much a long text has to say. */
const ENOUGH = 1.2;
const BY_LENGTH = 0.75;

/** Texts are read as long as those read take no more than this as they are stored: some eighty of usual length. */
const MOST_BYTES = 200_000;

interface Row {
  readonly id: ArticleId;
  readonly title: string;
  readonly tags: string;
}

interface Bodies {
  readonly feed: Uint8Array | null;
  readonly page: Uint8Array | null;
}

interface Weighed {
  readonly id: ArticleId;
  readonly weight: number;
}

/** What was found in the order of its weight, and the texts that were read for it. */
export interface WeighedFound {
  readonly ids: readonly ArticleId[];
  readonly texts: ReadonlyMap<ArticleId, readonly string[]>;
}

/**
 * What was found, the best first: by how often each word stands in the title, in what was written beside the text and in the text
 * itself, and by age. It is BM25 without how rare a word is in the library: for that FTS5 reads every place of each phrase once
 * more, and where all the words are asked for it is one factor for all that is found. With OR, and among the names of one thing,
 * a rare word weighs as a frequent one does. Texts are read of the best alone, by title and age; the rest follows them.
 */
export function weighFound(library: SearchLibrary, found: readonly ArticleId[], { lights, now }: { readonly lights: readonly Light[]; readonly now: number }): WeighedFound {
  const count = createWordCounter(lights);
  const rows = library.all<Row>('SELECT a.id, title, tags FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value', JSON.stringify(found));
  const added = personWordsOf(library, found);
  const beside = new Map<ArticleId, number[]>();
  const first = rows.map(({ id, title, tags }): Weighed => {
    const titled = count(title);
    const noted = (added.get(id) ?? []).map(count);
    const tagged = count(tags);
    const frequencies = titled.map((times, at) => WEIGHT.title * times + WEIGHT.tags * (tagged[at] ?? 0) + noted.reduce((sum, times) => sum + WEIGHT.notes * (times[at] ?? 0), 0));
    beside.set(id, frequencies);
    // It was found, so that what is not seen here may well stand in its text.
    return { id, weight: weightOf(frequencies.map((frequency) => Math.max(1, frequency)), 1) * ageWeight(id, now) };
  }).toSorted(byWeight);

  const texts = readTexts(library, first.map(({ id }) => id));
  const mean = meanLength(texts.values());
  const read = Array.from(texts, ([id, ofArticle]): Weighed => {
    // What a page and its feed both say is said once.
    const inTexts = ofArticle.map(count);
    const frequencies = (beside.get(id) ?? []).map((frequency, at) => frequency + Math.max(0, ...inTexts.map((times) => times[at] ?? 0)));
    const length = Math.max(1, ...ofArticle.map((text) => text.length));
    return { id, weight: weightOf(frequencies, 1 - BY_LENGTH + (BY_LENGTH * length) / mean) * ageWeight(id, now) };
  }).toSorted(byWeight);
  return { ids: [...read, ...first.filter(({ id }) => !texts.has(id))].map(({ id }) => id), texts };
}

function weightOf(frequencies: readonly number[], length: number): number {
  return frequencies.reduce((sum, frequency) => sum + frequency / (frequency + ENOUGH * length), 0);
}

function byWeight(a: Weighed, b: Weighed): number {
  return b.weight - a.weight || b.id - a.id;
}

function meanLength(texts: Iterable<readonly string[]>): number {
  const lengths = Array.from(texts, (ofArticle) => Math.max(1, ...ofArticle.map((text) => text.length)));
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
}

function readTexts(library: SearchLibrary, ids: readonly ArticleId[]): Map<ArticleId, readonly string[]> {
  const texts = new Map<ArticleId, readonly string[]>();
  let bytes = 0;
  for (const id of ids) {
    if (bytes > MOST_BYTES) break;
    const row = library.get<Bodies>('SELECT (SELECT html FROM bodies WHERE article_id = ?1) AS feed, (SELECT html FROM page_texts WHERE article_id = ?1) AS page', id);
    bytes += (row?.feed?.length ?? 0) + (row?.page?.length ?? 0);
    texts.set(id, row ? searchedTexts(library, id, row) : []);
  }
  return texts;
}
