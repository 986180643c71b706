import type { ArticleId, ArticleSummary } from '../../contract/model.ts';
import type { HitField, SearchHit, Snippet } from '../../contract/search.ts';
import { createMatcher, type Light, type TextMatcher } from '../../contract/search/match-text.ts';
import { articleSummaries } from '../query/article-summaries.ts';
import { allTags, eachSearchedText, personWords } from '../store/search-index.ts';
import { createPassageFinder, type PassageFinder } from './find-passage.ts';
import type { SearchLibrary } from './search-library.ts';

/** What is further down in a text is found, but not looked for to be shown. */
const LOOKED_THROUGH = 60_000;

interface Bodies {
  readonly feed: Uint8Array | null;
  readonly page: Uint8Array | null;
}

/** What stands beside the text of an article: its publisher's tags, and whether its person wrote anything or gave it a tag. */
interface Beside {
  readonly id: ArticleId;
  readonly tags: string;
  readonly written: number;
  readonly tagged: number;
}

type Texts = ReadonlyMap<ArticleId, readonly string[]>;

/**
 * The articles of a page with what the query lights in each. The text of an article is inflated only for its passage; `texts` are
 * at hand already.
 */
export function searchHits(library: SearchLibrary, ids: readonly ArticleId[], lights: readonly Light[], texts?: Texts): SearchHit[] {
  const summaries = articleSummaries(library, ids);
  if (lights.length === 0) return summaries.map((summary) => ({ ...summary, titleSpans: [], snippet: null, fields: [] }));
  const match = createMatcher(lights);
  const passage = createPassageFinder(lights);
  const beside = besideOf(library, ids);
  return summaries.map((summary) => hitOf(library, summary, { match, passage, texts, beside: beside.get(summary.id) }));
}

/** Of a page at once: hardly any article has anything beside its text, which to ask of each of them takes longer than to find them. */
function besideOf(library: SearchLibrary, ids: readonly ArticleId[]): Map<ArticleId, Beside> {
  const rows = library.all<Beside>(
    `SELECT a.id, a.tags,
       EXISTS (SELECT 1 FROM notes WHERE article_id = a.id) OR EXISTS (SELECT 1 FROM highlights WHERE article_id = a.id) AS written,
       EXISTS (SELECT 1 FROM article_tags WHERE article_id = a.id) AS tagged
     FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

interface Looking {
  readonly match: TextMatcher;
  readonly passage: PassageFinder;
  readonly texts: Texts | undefined;
  readonly beside: Beside | undefined;
}

const NO_TAGS = '[]';

function hitOf(library: SearchLibrary, summary: ArticleSummary, { match, passage, texts, beside }: Looking): SearchHit {
  const titleSpans = match(summary.title);
  const inText = firstLit(texts?.get(summary.id) ?? textsOf(library, summary.id), passage, 'text');
  const inNotes = beside?.written ? firstLit(personWords(library, summary.id), passage, 'notes') : null;
  const isTagged = beside !== undefined && (beside.tagged === 1 || beside.tags !== NO_TAGS);
  const inTags = isTagged ? firstLit(allTags(library, summary.id, beside.tags), passage, 'tags') : null;
  const fields: HitField[] = titleSpans.length > 0 ? ['title'] : [];
  for (const snippet of [inText, inNotes, inTags]) if (snippet) fields.push(snippet.field);
  return { ...summary, titleSpans, snippet: inNotes ?? inText ?? inTags, fields };
}

function textsOf(library: SearchLibrary, id: ArticleId): Iterable<string> {
  const bodies = library.get<Bodies>('SELECT (SELECT html FROM bodies WHERE article_id = ?1) AS feed, (SELECT html FROM page_texts WHERE article_id = ?1) AS page', id);
  return bodies ? eachSearchedText(library, id, bodies) : [];
}

function firstLit(texts: Iterable<string>, passage: PassageFinder, field: Snippet['field']): Snippet | null {
  for (const text of texts) {
    const snippet = passage(text.slice(0, LOOKED_THROUGH), field);
    if (snippet) return snippet;
  }
  return null;
}
