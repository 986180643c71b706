import type { ArticleId, ArticleSummary } from '../../contract/model.ts';
import type { HitField, SearchHit, Snippet } from '../../contract/search.ts';
import { createMatcher, type Light, type TextMatcher } from '../../contract/search/match-text.ts';
import { articleSummaries } from '../query/article-summaries.ts';
import { allTags, personWords, searchedTexts } from '../store/search-index.ts';
import { createPassageFinder, type PassageFinder } from './find-passage.ts';
import type { SearchLibrary } from './search-library.ts';

/** What is further down in a text is found, but not looked for to be shown. */
const LOOKED_THROUGH = 60_000;

interface Row {
  readonly tags: string;
  readonly feed: Uint8Array | null;
  readonly page: Uint8Array | null;
}

/** The articles of a page with what the query lights in each. The text of an article is inflated only for its passage. */
export function searchHits(library: SearchLibrary, ids: readonly ArticleId[], lights: readonly Light[]): SearchHit[] {
  const match = createMatcher(lights);
  const passage = createPassageFinder(lights);
  return articleSummaries(library, ids).map((summary) => (lights.length === 0 ? { ...summary, titleSpans: [], snippet: null, fields: [] } : hitOf(library, summary, { match, passage })));
}

function hitOf(library: SearchLibrary, summary: ArticleSummary, { match, passage }: { match: TextMatcher; passage: PassageFinder }): SearchHit {
  const row = library.get<Row>(
    `SELECT a.tags, b.html AS feed, p.html AS page
     FROM articles a LEFT JOIN bodies b ON b.article_id = a.id LEFT JOIN page_texts p ON p.article_id = a.id WHERE a.id = ?`,
    summary.id,
  );
  const titleSpans = match(summary.title);
  const inText = row ? firstLit(searchedTexts(library, summary.id, row), passage, 'text') : null;
  const inNotes = firstLit(personWords(library, summary.id), passage, 'notes');
  const inTags = row ? firstLit(allTags(library, summary.id, row.tags), passage, 'tags') : null;
  const fields: HitField[] = titleSpans.length > 0 ? ['title'] : [];
  for (const snippet of [inText, inNotes, inTags]) if (snippet) fields.push(snippet.field);
  return { ...summary, titleSpans, snippet: inNotes ?? inText ?? inTags, fields };
}

function firstLit(texts: readonly string[], passage: PassageFinder, field: Snippet['field']): Snippet | null {
  for (const text of texts) {
    const snippet = passage(text.slice(0, LOOKED_THROUGH), field);
    if (snippet) return snippet;
  }
  return null;
}
